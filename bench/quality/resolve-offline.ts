import { performance } from 'node:perf_hooks';
import jsonata from 'jsonata';
import { canonicalize } from '../../src/domain/canonicalize.js';
import type { Domain, StandardizationContext } from '../../src/domain/domain.js';
import { type BlockSizes, hashBlockKey, maximumSizeOf } from '../../src/matching/blocking.js';
import { genericKeys, valueKeys } from '../../src/domain/generic-keys.js';
import { withoutGenericValues } from '../../src/domain/without-generic-values.js';
import type { MatchingModel, StandardForm, Thresholds } from '../../src/matching/model.js';
import { compileModel } from '../../src/matching/score.js';
import { train } from '../../src/matching/training/train.js';
import type { Training } from '../../src/matching/training/training.js';
import { GenericValues } from '../../src/resolution/generic-values.js';
import { clusters } from '../../src/resolution/components.js';
import type { LabelledRecord, LabelledSet } from '../labelled-set.js';

/** A labelled set as its domain sees it: mapped, standardized and blocked, ready to be resolved by any model. */
export interface PreparedSet {
  readonly set: LabelledSet;
  readonly domain: Domain;
  readonly standards: readonly StandardForm[];
  readonly blockKeys: readonly (readonly number[])[];
  /** Pairs that share a block key, by `pairKey`. */
  readonly candidates: ReadonlySet<number>;
  readonly largestBlock: number;
  /** Keys of values that tell nothing, as too many records share them. */
  readonly generic: ReadonlySet<number>;
  readonly microsecondsPerRecord: number;
}

/** What resolving a labelled set brought. Pairs are keyed by `pairKey`. */
export interface Outcome {
  readonly weights: ReadonlyMap<number, number>;
  readonly found: ReadonlySet<number>;
  readonly truth: ReadonlySet<number>;
  readonly candidatesPerRecord: number;
  readonly pairCompleteness: number;
  readonly precision: number;
  readonly recall: number;
  readonly f1: number;
  readonly pairsPerSecond: number;
}

const RADIX = 2 ** 26;

/** A pair of record indexes as one number. */
export function pairKey(a: number, b: number): number {
  return a < b ? a * RADIX + b : b * RADIX + a;
}

/** The two record indexes of a pair. */
export function pairOf(key: number): readonly [number, number] {
  return [Math.floor(key / RADIX), key % RADIX];
}

/** Maps, standardizes and blocks the records of a set. */
export async function prepare(set: LabelledSet, domain: Domain): Promise<PreparedSet> {
  const raw = await mapRecords(set);
  const contexts = new Map(
    Object.entries(set.mapping.sources).map(([name, { source }]) => [name, { defaultRegion: source.defaultRegion }]),
  );
  const started = performance.now();
  const standards = raw.map((record, index) =>
    standardize(domain, record, contexts.get(set.records[index]?.source ?? '')),
  );
  const blocked = block({ domain, standards });
  const microsecondsPerRecord = ((performance.now() - started) * 1000) / set.records.length;
  return { set, domain, standards, microsecondsPerRecord, ...blocked };
}

/** Blocks records by their keys, or by some of them. */
export function block(
  { domain, standards }: Pick<PreparedSet, 'domain' | 'standards'>,
  isKept: (key: string) => boolean = () => true,
): Pick<PreparedSet, 'blockKeys' | 'candidates' | 'largestBlock' | 'generic'> {
  const blockKeys = standards.map((standard) =>
    domain
      .blockKeys(standard)
      .filter(isKept)
      .map((key) => hashBlockKey(domain, key)),
  );
  const { oversized, ...found } = findCandidates(blockKeys, domain.maximumBlockSize);
  const valuesInThem = standards.flatMap((standard) => valueKeys(domain, standard, (key) => oversized.has(key)));
  return { blockKeys, ...found, generic: genericKeys(domain, valuesInThem, oversized) };
}

/** Trains the model of the domain on a set, without its truth. */
export function trainOn({ set, domain, standards, blockKeys }: PreparedSet, model = domain.model): Training {
  const records = set.records.map(({ source }, id) => ({
    id,
    source,
    duplicateFree: isDuplicateFree(set, source),
    standard: standards[id] ?? {},
    blockKeys: blockKeys[id] ?? [],
  }));
  return train({
    model,
    records,
    maximumBlockSize: domain.maximumBlockSize,
    withoutGeneric: (forms, sizes) => withoutGenericValues(domain, forms, sizes),
  });
}

/** Resolves a set at once, by the pure rooms. Of two sources only pairs across them count. */
export function resolve(
  { set, domain, standards, blockKeys, candidates, generic: values }: PreparedSet,
  model: MatchingModel,
): Outcome {
  const compiled = compileModel(model);
  const generic = new GenericValues(domain, values);
  const holdGeneric = blockKeys.map((keys) => generic.concern(keys));
  const started = performance.now();
  const weights = new Map<number, number>();
  for (const key of candidates) {
    const [a, b] = pairOf(key);
    const weigher = holdGeneric[a] && holdGeneric[b] ? generic : undefined;
    const [one, other] = [standards[a] ?? {}, standards[b] ?? {}];
    weights.set(key, weigher?.weigh(compiled, one, other) ?? compiled.weigh(one, other));
  }
  const seconds = (performance.now() - started) / 1000;
  const clusters = divide(set, weights, compiled.thresholds);
  const isCounted = (a: number, b: number): boolean =>
    set.withinSources === true ||
    Object.keys(set.mapping.sources).length < 2 ||
    set.records[a]?.source !== set.records[b]?.source;
  const found = pairsWithin(clusters, isCounted);
  const truth = new Set(set.truth.map(([a, b]) => pairKey(a, b)));
  const counted = [...candidates].filter((key) => isCounted(...pairOf(key)));
  return {
    weights,
    found,
    truth,
    candidatesPerRecord: (2 * candidates.size) / set.records.length,
    pairCompleteness: truth.size === 0 ? 1 : counted.filter((key) => truth.has(key)).length / truth.size,
    ...quality(found, truth),
    pairsPerSecond: candidates.size / seconds,
  };
}

function isDuplicateFree({ mapping }: LabelledSet, source: string): boolean {
  return mapping.sources[source]?.source.duplicateFree ?? false;
}

/** Applies the mapping of each record's source, without regard to speed. */
async function mapRecords({ mapping, records }: LabelledSet): Promise<unknown[]> {
  const expressions = new Map(
    Object.entries(mapping.sources).map(([name, { source }]) => [
      name,
      Object.entries(source.mappings[mapping.collection] ?? {}).map(
        ([path, expression]) => [path.split('.'), jsonata(expression)] as const,
      ),
    ]),
  );
  const map = async ({ source, data }: LabelledRecord): Promise<unknown> => {
    const raw: Record<string, unknown> = {};
    for (const [[attribute = '', part], expression] of expressions.get(source) ?? []) {
      const value: unknown = await expression.evaluate(data);
      if (part === undefined) raw[attribute] = value;
      else raw[attribute] = { ...(raw[attribute] as object | undefined), [part]: value };
    }
    return raw;
  };
  const mapped: unknown[] = [];
  for (const record of records) mapped.push(await map(record));
  return mapped;
}

function standardize(domain: Domain, raw: unknown, context: StandardizationContext = {}): StandardForm {
  const result = canonicalize(domain.attributes, raw, context);
  if (!result.ok) throw new Error(`A record is not canonical: ${JSON.stringify(result.errors)}`);
  return domain.standardize(result.canonical, context);
}

function findCandidates(
  keys: readonly (readonly number[])[],
  sizes: BlockSizes,
): Pick<PreparedSet, 'candidates' | 'largestBlock'> & { readonly oversized: ReadonlyMap<number, number> } {
  const blocks = new Map<number, number[]>();
  keys.forEach((own, index) => {
    for (const key of new Set(own)) {
      const block = blocks.get(key);
      if (block) block.push(index);
      else blocks.set(key, [index]);
    }
  });
  const candidates = new Set<number>();
  const oversized = new Map<number, number>();
  let largestBlock = 0;
  for (const [key, block] of blocks) {
    largestBlock = Math.max(largestBlock, block.length);
    if (block.length > maximumSizeOf(sizes, key)) {
      oversized.set(key, block.length);
      continue;
    }
    for (const [at, a] of block.entries()) for (const b of block.slice(at + 1)) candidates.add(pairKey(a, b));
  }
  return { candidates, largestBlock, oversized };
}

/** Partitions the records by their links, as the resolver does. */
function divide(set: LabelledSet, weights: ReadonlyMap<number, number>, thresholds: Thresholds): (readonly number[])[] {
  const members = new Map(
    set.records.map(({ source, sourceId }, id) => {
      return [id, { id, source, sourceId, duplicateFree: isDuplicateFree(set, source) }];
    }),
  );
  const links = [...weights]
    .filter(([, weight]) => weight >= thresholds.review)
    .map(([key, weight]) => ({ a: pairOf(key)[0], b: pairOf(key)[1], weight, review: weight < thresholds.link }));
  return clusters(members, links, [], thresholds).map((cluster) => cluster.map(({ id }) => id));
}

function pairsWithin(
  clusters: readonly (readonly number[])[],
  isCounted: (a: number, b: number) => boolean,
): Set<number> {
  const pairs = new Set<number>();
  for (const cluster of clusters) {
    for (const [at, a] of cluster.entries()) {
      for (const b of cluster.slice(at + 1)) if (isCounted(a, b)) pairs.add(pairKey(a, b));
    }
  }
  return pairs;
}

function quality(
  found: ReadonlySet<number>,
  truth: ReadonlySet<number>,
): { precision: number; recall: number; f1: number } {
  const right = [...found].filter((key) => truth.has(key)).length;
  const precision = found.size === 0 ? 1 : right / found.size;
  const recall = truth.size === 0 ? 1 : right / truth.size;
  return { precision, recall, f1: right === 0 ? 0 : (2 * precision * recall) / (precision + recall) };
}
