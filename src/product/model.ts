import { absent, all, any, contradicts, exact, level, missing, not, otherwise } from '../matching/authoring.js';
import type { Comparison, Condition } from '../matching/comparison.js';
import type { MatchingModel } from '../matching/model.js';
import type { Feature } from './standard-form.js';
import { wordFrequency } from './word-frequency.js';

const gtin: Comparison<Feature> = {
  name: 'gtin',
  levels: [missing('gtin'), level('equal', exact('gtin'), 0.95, 0.000001), otherwise(0.05, 0.999999)],
};

const identifiers: Comparison<Feature> = {
  name: 'identifiers',
  levels: [
    missing('identifiers'),
    level('equal', exact('identifiers'), 0.8, 0.0001),
    level('contradicting', contradicts('identifiers'), 0.1, 0.9),
    otherwise(0.1, 0.1, 'of other types'),
  ],
};

/** Part numbers as sources give them, which name the very variant. */
const partNumber: Comparison<Feature> = {
  name: 'partNumber',
  levels: [missing('partNumber'), level('equal', exact('partNumber'), 0.8, 0.0005), otherwise(0.1, 0.9)],
};

/** A code of one side is sought in all that the other says of itself, then by its stem, then as a mere mention. */
const code: Comparison<Feature> = {
  name: 'code',
  levels: [
    level('same', found('codes', 'text'), 0.7, 0.005),
    level('same, short', found('shortCodes', 'text'), 0.13, 0.006),
    level('same but for its ending', exact('stems'), 0.05, 0.003),
    level('mentioned', found('codes', 'mentioned'), 0.03, 0.0035),
    missing('codes'),
    otherwise(0.06, 0.95),
  ],
};

/**
 * How much of both titles the other record tells, by the weight of words, and whether it tells the shorter in full: true
 * pairs differ by what one title adds, near twins by what each has of its own.
 */
const title: Comparison<Feature> = {
  name: 'title',
  levels: [
    missing('title'),
    level('told in full', all(told('lighter', 0.95), told('both', 0.9)), 0.12, 0.0005),
    level('shorter in full, most of both', all(told('lighter', 0.95), told('both', 0.75)), 0.16, 0.0016),
    level('shorter in full, half of both', all(told('lighter', 0.95), told('both', 0.5)), 0.1, 0.001),
    level('shorter in full', told('lighter', 0.95), 0.03, 0.002),
    level('four fifths', told('both', 0.8), 0.065, 0.0013),
    level('seven tenths', told('both', 0.7), 0.11, 0.0075),
    level('six tenths', told('both', 0.6), 0.125, 0.019),
    level('half', told('both', 0.5), 0.115, 0.035),
    level('two fifths', told('both', 0.4), 0.095, 0.057),
    level('three tenths', told('both', 0.3), 0.05, 0.105),
    level('a fifth', told('both', 0.2), 0.018, 0.22),
    otherwise(0.0016, 0.545, 'little'),
  ],
};

/** What else the records share. Where the titles tell the most of each other this says nothing more. */
const rareWords: Comparison<Feature> = {
  name: 'rareWords',
  levels: [
    missing('rareWords'),
    level('told by the titles', told('both', 0.7), 1, 1),
    level('most', shared(0.6), 0.06, 0.0014),
    level('half', shared(0.4), 0.18, 0.017),
    level('a third', shared(0.3), 0.14, 0.04),
    level('a fifth', shared(0.2), 0.2, 0.12),
    level('a tenth', shared(0.1), 0.25, 0.3),
    otherwise(0.1, 0.6, 'few'),
  ],
};

const brand: Comparison<Feature> = {
  name: 'brand',
  levels: [
    level('same', found('brand', 'lead'), 0.92, 0.36),
    level('named', found('brand', 'text'), 0.03, 0.035),
    missing('brand'),
    level('of another word', absent('namedBrand'), 0.045, 0.35),
    otherwise(0.01, 0.25),
  ],
};

const numbers: Comparison<Feature> = {
  name: 'numbers',
  levels: [
    missing('numbers'),
    level('same', { kind: 'overlap', feature: 'numbers', over: 'jaccard', atLeast: 1 }, 0.72, 0.35),
    level('more on one side', { kind: 'overlap', feature: 'numbers', over: 'containment', atLeast: 1 }, 0.05, 0.02),
    level('some shared', exact('numbers'), 0.01, 0.008),
    level('none on one side', not(exact('numbered')), 0.19, 0.4),
    otherwise(0.015, 0.2),
  ],
};

/** Two products of one code that contradict each other are variants of one model. */
const ofOneCode = any(found('codes', 'text'), found('shortCodes', 'text'));

const quantities: Comparison<Feature> = {
  name: 'quantities',
  levels: [
    missing('quantities'),
    level('contradicting, of one code', all(contradicts('quantities'), ofOneCode), 0.02, 0.9),
    level('contradicting', contradicts('quantities'), 0.03, 0.4),
    level('agreeing', exact('quantities'), 0.9, 0.26),
    otherwise(0.07, 0.34, 'of other kinds'),
  ],
};

const choices: Comparison<Feature> = {
  name: 'choices',
  levels: [
    missing('choices'),
    level('contradicting, of one code', all(contradicts('choices'), ofOneCode), 0.012, 0.9),
    level('contradicting', contradicts('choices'), 0.015, 0.3),
    level('agreeing', exact('choices'), 0.9, 0.45),
    otherwise(0.08, 0.25, 'of other kinds'),
  ],
};

/** Whether both name the same kinds of variant: an upgrade that calls itself one is seldom told without. */
const variantKinds: Comparison<Feature> = {
  name: 'variantKinds',
  levels: [
    missing('variantKinds'),
    level('same', { kind: 'overlap', feature: 'variantKinds', over: 'jaccard', atLeast: 1 }, 0.9, 0.7),
    otherwise(0.1, 0.3, 'named on one side'),
  ],
};

/** Learnt sooner than the rest: what prices tell differs by market, and near twins agree on it less than on their titles. */
const price: Comparison<Feature> = {
  name: 'price',
  sureness: 10,
  levels: [
    missing('price'),
    level('of another currency', not(any(absent('currency'), exact('currency'))), 1, 1),
    level('equal', priced(0.99), 0.165, 0.018),
    level('within a tenth', priced(0.9), 0.225, 0.05),
    level('within a fifth', priced(0.8), 0.24, 0.073),
    level('within a third', priced(0.65), 0.21, 0.115),
    level('within a half', priced(0.5), 0.115, 0.13),
    level('within two thirds', priced(0.3), 0.038, 0.215),
    otherwise(0.011, 0.39, 'far'),
  ],
};

function found(sought: Feature, among: Feature): Condition<Feature> {
  return { kind: 'found', features: [sought, among] };
}

function told(of: 'both' | 'lighter', atLeast: number): Condition<Feature> {
  return { kind: 'coverage', features: ['title', 'text'], of, table: 'title', atLeast };
}

function shared(atLeast: number): Condition<Feature> {
  return { kind: 'overlap', feature: 'rareWords', over: 'cosine', atLeast };
}

function priced(atLeast: number): Condition<Feature> {
  return { kind: 'ratio', feature: 'price', atLeast };
}

/**
 * The shipped default model of products. Its m and u are rounded estimates for records that share a block key, which a
 * trained model replaces.
 */
export const model: MatchingModel<Feature> = {
  prior: -8,
  population: 'candidates',
  thresholds: { link: 0, review: -5, cohesion: 1, mutualBest: 5 },
  sureness: 50,
  frequencies: { title: wordFrequency },
  comparisons: [
    gtin,
    identifiers,
    partNumber,
    code,
    title,
    rareWords,
    brand,
    numbers,
    quantities,
    choices,
    variantKinds,
    price,
  ],
};
