import Fuse from 'fuse.js';
import type { Domain } from '../../src/domain/domain.js';
import type { Comparison, Level } from '../../src/matching/comparison.js';
import { similarities } from '../../src/matching/condition.js';
import type { FeatureValue, MatchingModel, StandardForm } from '../../src/matching/model.js';
import { trigramSimilarity } from '../../src/matching/trigram.js';
import type { LabelledSet } from '../labelled-set.js';
import { markdownTable } from '../markdown-table.js';
import { pairOf, prepare, type PreparedSet, resolve, trainOn } from './resolve-offline.js';

type Similarity = (a: string, b: string) => number;

/** What names of a collection are compared by, and the features that together are the name as one text. */
const names: Readonly<
  Record<string, { readonly comparisons: readonly string[]; readonly features: readonly string[] }>
> = {
  customers: {
    comparisons: ['givenName', 'familyName', 'organizationName'],
    features: ['givenNames', 'familyName', 'organizationWords'],
  },
  products: { comparisons: ['title'], features: ['title'] },
};

/** Shares of the candidates that lie above each level, from the most alike on. */
const shares = [0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.25, 0.5];
/** Where true pairs are believed to lie before training: as often at each of the upper levels. */
const m = [0.2, 0.15, 0.15, 0.15, 0.15, 0.1, 0.05, 0.03, 0.02];

/**
 * Measures whether a general similarity of names as a whole, such as fuse.js has for ranking what a person typed, is of use as a
 * comparator: beside what a domain compares names by, and in its place. Its levels are cut where its values lie among the
 * candidates of the set, and trained with the rest of the model, so that every similarity has the same chance.
 *
 * @returns a table of F1 of the trained models, a row for each set
 */
export async function compareText(sets: readonly LabelledSet[], domains: readonly Domain[]): Promise<string> {
  const rows: string[][] = [];
  for (const set of sets) {
    const domain = domains.find(({ collection }) => collection === set.mapping.collection);
    if (domain) rows.push([set.name, ...f1s(withNames(await prepare(set, domain)))]);
  }
  const heads = ['as it is', 'fuse.js beside', 'fuse.js instead', 'trigrams beside', 'trigrams instead', 'µs fuse.js'];
  return markdownTable(['set', ...heads], rows);
}

function f1s(prepared: PreparedSet): string[] {
  const { model } = prepared.domain;
  const f1Of = (changed: MatchingModel): string => resolve(prepared, trainOn(prepared, changed).model).f1.toFixed(4);
  const others = model.comparisons.filter(({ name }) => !names[prepared.domain.collection]?.comparisons.includes(name));
  const f1sOf = (similarity: Similarity): string[] =>
    withSimilarity(similarity, () => {
      const comparison = nameComparison(prepared);
      return [
        [comparison, ...model.comparisons],
        [comparison, ...others],
      ].map((comparisons) => f1Of({ ...model, comparisons }));
    });
  const counted = { calls: 0, milliseconds: 0 };
  const fuse: Similarity = (a, b) => {
    const started = performance.now();
    const similarity = fuseSimilarity(a, b);
    counted.calls++;
    counted.milliseconds += performance.now() - started;
    return similarity;
  };
  const cells = [f1Of(model), ...f1sOf(fuse), ...f1sOf(trigramSimilarity)];
  return [...cells, ((1_000 * counted.milliseconds) / Math.max(1, counted.calls)).toFixed(1)];
}

/** How well the better found of two texts is found in the other, in [0, 1]: one less the score of fuse.js. */
function fuseSimilarity(a: string, b: string): number {
  if (a === b) return 1;
  const found = (pattern: string, text: string): number => {
    const [result] = new Fuse([text], { includeScore: true, threshold: 1, ignoreLocation: true }).search(pattern);
    return result ? 1 - (result.score ?? 1) : 0;
  };
  return Math.max(found(a, b), found(b, a));
}

/** The set with the name of each record as one text, the feature `writtenName`. */
function withNames(prepared: PreparedSet): PreparedSet {
  const features = names[prepared.domain.collection]?.features ?? [];
  const standards = prepared.standards.map((form): StandardForm => {
    const writtenName = features.flatMap((feature) => textsOf(form[feature])).join(' ');
    return writtenName === '' ? form : { ...form, writtenName };
  });
  return { ...prepared, standards };
}

function nameComparison({ standards, candidates }: PreparedSet): Comparison {
  const values: number[] = [];
  for (const key of candidates) {
    const [a, b] = pairOf(key).map((index) => standards[index]?.writtenName);
    if (typeof a === 'string' && typeof b === 'string') values.push(similarities.trigram(a, b));
  }
  values.sort((a, b) => b - a);
  const levels = shares.map((share, index): Level => {
    const atLeast = values[Math.floor(share * values.length)] ?? 1;
    const u = share - (shares[index - 1] ?? 0);
    const when = { kind: 'similarity', feature: 'writtenName', measure: 'trigram', atLeast } as const;
    return { label: `among ${share}`, when, m: m[index] ?? 0.1, u };
  });
  const missing: Level = { label: 'missing', when: { kind: 'missing', features: ['writtenName'] }, m: 1, u: 1 };
  const last: Level = { label: 'otherwise', when: { kind: 'otherwise' }, m: m.at(-1) ?? 0.02, u: 0.5 };
  return { name: 'writtenName', sureness: 10, levels: [missing, ...levels, last] };
}

/** Runs work with another similarity in the place of that by trigrams, as the engine has none that it does not use. */
function withSimilarity<Result>(similarity: Similarity, work: () => Result): Result {
  const replaced: Record<string, Similarity> = similarities;
  const known = new Map<string, number>();
  replaced.trigram = (a, b) => {
    const pair = `${a}\n${b}`;
    const value = known.get(pair) ?? similarity(a, b);
    known.set(pair, value);
    return value;
  };
  try {
    return work();
  } finally {
    replaced.trigram = trigramSimilarity;
  }
}

function textsOf(value: FeatureValue | undefined): readonly string[] {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' ? value : [];
}
