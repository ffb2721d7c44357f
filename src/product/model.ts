import type { Comparison, Condition, Level } from '../matching/comparison.js';
import type { MatchingModel } from '../matching/model.js';
import type { Feature } from './standard-form.js';
import { wordFrequency } from './word-frequency.js';

type ProductLevel = Level<Feature>;

const otherwise: Condition<Feature> = { kind: 'otherwise' };

function level(label: string, when: Condition<Feature>, m: number, u: number): ProductLevel {
  return { label, when, m, u };
}

function missing(...features: Feature[]): ProductLevel {
  return level('missing', { kind: 'missing', features }, 1, 1);
}

const gtin: Comparison<Feature> = {
  name: 'gtin',
  levels: [
    missing('gtin'),
    level('equal', { kind: 'exact', feature: 'gtin' }, 0.95, 0.000001),
    level('different', otherwise, 0.05, 0.999999),
  ],
};

const identifiers: Comparison<Feature> = {
  name: 'identifiers',
  levels: [
    missing('identifiers'),
    level('equal', { kind: 'exact', feature: 'identifiers' }, 0.8, 0.0001),
    level('contradicting', { kind: 'contradiction', feature: 'identifiers' }, 0.1, 0.9),
    level('of other types', otherwise, 0.1, 0.1),
  ],
};

/** A code of one side is sought in all that the other says of itself, then only as a mention, then by its stem. */
const code: Comparison<Feature> = {
  name: 'code',
  levels: [
    level('same', { kind: 'found', features: ['codes', 'text'] }, 0.7, 0.005),
    level('same, short', { kind: 'found', features: ['shortCodes', 'text'] }, 0.13, 0.006),
    level('same but for its ending', { kind: 'exact', feature: 'stems' }, 0.05, 0.003),
    level('mentioned', { kind: 'found', features: ['codes', 'mentioned'] }, 0.03, 0.0035),
    missing('codes'),
    level('different', otherwise, 0.06, 0.95),
  ],
};

/** How much of both titles the other record tells, by the weight of words, and whether it tells the shorter in full. */
const title: Comparison<Feature> = {
  name: 'title',
  levels: [
    missing('title'),
    told('the same', 0.95, 0.9, 0.12, 0.0005),
    told('shorter in full, three quarters of both', 0.95, 0.75, 0.16, 0.0016),
    told('shorter in full, half of both', 0.95, 0.5, 0.1, 0.001),
    told('shorter in full', 0.95, 0, 0.03, 0.002),
    told('four fifths', 0, 0.8, 0.065, 0.0013),
    told('seven tenths', 0, 0.7, 0.11, 0.0075),
    told('six tenths', 0, 0.6, 0.125, 0.019),
    told('half', 0, 0.5, 0.115, 0.035),
    told('two fifths', 0, 0.4, 0.095, 0.057),
    told('three tenths', 0, 0.3, 0.05, 0.105),
    told('a fifth', 0, 0.2, 0.018, 0.22),
    level('little', otherwise, 0.0016, 0.545),
  ],
};

function told(label: string, ofLighter: number, ofBoth: number, m: number, u: number): ProductLevel {
  const coverage = { kind: 'coverage', features: ['title', 'text'], table: 'title' } as const;
  const parts: Condition<Feature>[] = [];
  if (ofLighter > 0) parts.push({ ...coverage, of: 'lighter', atLeast: ofLighter });
  if (ofBoth > 0) parts.push({ ...coverage, of: 'both', atLeast: ofBoth });
  return level(label, { kind: 'all', of: parts }, m, u);
}

const rareWords: Comparison<Feature> = {
  name: 'rareWords',
  levels: [
    missing('rareWords'),
    likeness('most', 0.6, 0.09, 0.001),
    likeness('half', 0.4, 0.24, 0.012),
    likeness('a third', 0.3, 0.2, 0.028),
    likeness('a fifth', 0.2, 0.21, 0.07),
    likeness('a tenth', 0.1, 0.17, 0.26),
    level('few', otherwise, 0.06, 0.63),
  ],
};

function likeness(label: string, atLeast: number, m: number, u: number): ProductLevel {
  return level(label, { kind: 'overlap', feature: 'rareWords', over: 'cosine', atLeast }, m, u);
}

const brand: Comparison<Feature> = {
  name: 'brand',
  levels: [
    level('same', { kind: 'found', features: ['brand', 'lead'] }, 0.92, 0.36),
    level('named', { kind: 'found', features: ['brand', 'text'] }, 0.03, 0.035),
    missing('brand'),
    level('different', otherwise, 0.05, 0.6),
  ],
};

const numbers: Comparison<Feature> = {
  name: 'numbers',
  levels: [
    missing('numbers'),
    level('same', { kind: 'overlap', feature: 'numbers', over: 'jaccard', atLeast: 1 }, 0.72, 0.35),
    level(
      'some more on one side',
      { kind: 'overlap', feature: 'numbers', over: 'containment', atLeast: 1 },
      0.05,
      0.02,
    ),
    level('some shared', { kind: 'exact', feature: 'numbers' }, 0.01, 0.008),
    level('different', otherwise, 0.2, 0.6),
  ],
};

const facts: Comparison<Feature> = {
  name: 'facts',
  levels: [
    missing('facts'),
    level('contradicting', { kind: 'contradiction', feature: 'facts' }, 0.015, 0.3),
    level('agreeing', { kind: 'exact', feature: 'facts' }, 0.9, 0.45),
    level('of other kinds', otherwise, 0.08, 0.25),
  ],
};

const price: Comparison<Feature> = {
  name: 'price',
  levels: [
    missing('price'),
    level(
      'of another currency',
      {
        kind: 'not',
        of: {
          kind: 'any',
          of: [
            { kind: 'missing', features: ['currency'] },
            { kind: 'exact', feature: 'currency' },
          ],
        },
      },
      1,
      1,
    ),
    ratio('equal', 0.99, 0.165, 0.018),
    ratio('within a tenth', 0.9, 0.225, 0.05),
    ratio('within a fifth', 0.8, 0.24, 0.073),
    ratio('within a third', 0.65, 0.21, 0.115),
    ratio('within a half', 0.5, 0.115, 0.13),
    ratio('within two thirds', 0.3, 0.038, 0.215),
    level('far', otherwise, 0.011, 0.39),
  ],
};

function ratio(label: string, atLeast: number, m: number, u: number): ProductLevel {
  return level(label, { kind: 'ratio', feature: 'price', atLeast }, m, u);
}

/** The shipped default model of products. */
export const model: MatchingModel<Feature> = {
  prior: -7,
  thresholds: { link: 0, review: -3, cohesion: 1 },
  frequencies: { title: wordFrequency },
  comparisons: [gtin, identifiers, code, title, rareWords, brand, numbers, facts, price],
};
