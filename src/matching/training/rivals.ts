import type { Observations } from './observe-pairs.js';
import type { Sample } from './sample.js';

/** Which pairs compete: those of one record with the records of one other source. */
export interface Rivals {
  /** The group of each pair by its one record, and by its other; -1 for pairs within a source. */
  readonly groups: readonly [Int32Array, Int32Array];
  /** Of each group, whether its source is duplicate-free, so that one of its pairs at most is a match. */
  readonly exclusive: readonly boolean[];
  /** Of each group, the index of its search, or -1 where not all pairs of its record are in the sample. */
  readonly searchOf: readonly number[];
  /** How many drawn records are sought in each search: those of one source, each in all of one other. */
  readonly searches: readonly number[];
  readonly elsewhere: Elsewhere;
}

/** The pairs of which neither record is in a duplicate-free source. */
export interface Elsewhere {
  /** How many of the two records of each pair are drawn, or 0 where it is no such pair. */
  readonly drawnEnds: Uint8Array;
  /** How many records are compared there by the drawn ones, each with all of one source, for one that is compared in a duplicate-free source. */
  readonly searched: number;
}

/** Whether drawn records are sought in a duplicate-free source, where a second find is known to be false. */
export function hasSearches({ exclusive, searchOf }: Pick<Rivals, 'exclusive' | 'searchOf'>): boolean {
  return exclusive.some((isExclusive, group) => isExclusive && (searchOf[group] ?? -1) >= 0);
}

/** The rivals among pairs of a sample. */
export function rivalsAmong({ records, drawn }: Sample, { one, other }: Pick<Observations, 'one' | 'other'>): Rivals {
  const place = new Map([...new Set(records.map(({ source }) => source))].map((source, index) => [source, index]));
  const placeOf = (record: number): number => place.get(records[record]?.source ?? '') ?? 0;
  const isDrawn = new Uint8Array(records.length);
  const drawnOf = new Int32Array(place.size);
  for (const record of drawn) {
    isDrawn[record] = 1;
    drawnOf[placeOf(record)] = (drawnOf[placeOf(record)] ?? 0) + 1;
  }
  const known = new Map<number, number>();
  const exclusive: boolean[] = [];
  const searchOf: number[] = [];
  const groupOf = (record: number, among: number): number => {
    const rival = records[among];
    if (!rival || rival.source === records[record]?.source) return -1;
    const key = record * place.size + placeOf(among);
    const group = known.get(key) ?? known.size;
    known.set(key, group);
    exclusive[group] = rival.duplicateFree;
    searchOf[group] = isDrawn[record] === 1 ? placeOf(record) * place.size + placeOf(among) : -1;
    return group;
  };
  const groups = [new Int32Array(one.length), new Int32Array(one.length)] as const;
  for (let pair = 0; pair < one.length; pair++) {
    groups[0][pair] = groupOf(one[pair] ?? 0, other[pair] ?? 0);
    groups[1][pair] = groupOf(other[pair] ?? 0, one[pair] ?? 0);
  }
  const searches = Array.from(
    { length: place.size ** 2 },
    (_, search) => drawnOf[Math.floor(search / place.size)] ?? 0,
  );
  return { groups, exclusive, searchOf, searches, elsewhere: elsewhereAmong(records, isDrawn, { one, other }) };
}

function elsewhereAmong(
  records: Sample['records'],
  isDrawn: Uint8Array,
  { one, other }: Pick<Observations, 'one' | 'other'>,
): Elsewhere {
  const isOpen = (record: number): boolean => records[record]?.duplicateFree === false;
  const drawnEnds = new Uint8Array(one.length);
  for (let pair = 0; pair < one.length; pair++) {
    const [a = 0, b = 0] = [one[pair], other[pair]];
    if (isOpen(a) && isOpen(b)) drawnEnds[pair] = (isDrawn[a] ?? 0) + (isDrawn[b] ?? 0);
  }
  const drawn = { open: 0, all: 0 };
  const ofFree = new Map<string, number>();
  for (const [index, { source, duplicateFree }] of records.entries()) {
    if (isDrawn[index] !== 1) continue;
    drawn.all++;
    if (duplicateFree) ofFree.set(source, (ofFree.get(source) ?? 0) + 1);
    else drawn.open++;
  }
  const inFree = [...ofFree.values()].reduce((sum, own) => sum + own * (drawn.all - own), 0);
  return { drawnEnds, searched: inFree === 0 ? 0 : drawn.open ** 2 / inFree };
}

/** Raises the weights of pairs that no rival outweighs, as `raiseMutualBest` does with links. */
export function raiseBest(weights: Float64Array, rivals: Rivals, bits: number): Float64Array {
  if (bits === 0) return weights;
  const isBest = bestAmong(weights, rivals);
  return weights.map((weight, pair) => (isBest(pair, 0) && isBest(pair, 1) ? weight + bits : weight));
}

/** Tells of a pair whether no rival of its one record (side 0), or of its other (side 1), outweighs it. */
export function bestAmong(
  weights: Float64Array,
  { groups, exclusive }: Rivals,
): (pair: number, side: 0 | 1) => boolean {
  const best = new Float64Array(exclusive.length).fill(-Infinity);
  const equals = new Int32Array(exclusive.length);
  for (const ofGroup of groups) {
    for (let pair = 0; pair < weights.length; pair++) {
      const group = ofGroup[pair] ?? -1;
      const weight = weights[pair] ?? 0;
      if (group < 0 || weight < (best[group] ?? 0)) continue;
      equals[group] = weight === best[group] ? (equals[group] ?? 0) + 1 : 1;
      best[group] = weight;
    }
  }
  return (pair, side) => {
    const group = groups[side][pair] ?? -1;
    return group >= 0 && weights[pair] === best[group] && (equals[group] === 1 || !exclusive[group]);
  };
}

/** For each pair the sum of what its rivals in duplicate-free sources have: if it is right, they are all wrong. */
export function sumOfRivals(values: Float64Array, { groups, exclusive }: Rivals): Float64Array {
  const result = new Float64Array(values.length);
  for (const ofGroup of groups) {
    const total = new Float64Array(exclusive.length);
    for (let pair = 0; pair < values.length; pair++) {
      const group = ofGroup[pair] ?? -1;
      if (group >= 0) total[group] = (total[group] ?? 0) + (values[pair] ?? 0);
    }
    for (let pair = 0; pair < values.length; pair++) {
      const group = ofGroup[pair] ?? -1;
      if (group < 0 || !exclusive[group]) continue;
      result[pair] = (result[pair] ?? 0) + Math.max(0, (total[group] ?? 0) - (values[pair] ?? 0));
    }
  }
  return result;
}
