import type { Observations } from './observe-pairs.js';
import type { Sample } from './sample.js';

/** No more bits are believed than if seven in eight records of either source had their match: too many to be counted on. */
const mostMatched = 7 / 8;

/**
 * The bits that records of two sources gain by being the best for each other, from what is expected of every candidate.
 *
 * Let a share h of a source's records have a match in another source, and mostly find it. A pair of records that do not
 * match is mutually best only where neither of them has a match that is better, which is so of 1 - h of the records on
 * either side: to be mutually best speaks by `-log2(1 - h)` bits from each side for the pair. Where the sources have little in
 * common that is next to nothing.
 *
 * @param probabilities of each candidate, that it is a match
 * @returns `undefined` where fewer than two sources have drawn records
 */
export function estimateMutualBest(
  { records, drawn }: Pick<Sample, 'records' | 'drawn'>,
  { one, other }: Pick<Observations, 'one' | 'other'>,
  probabilities: Float64Array,
): number | undefined {
  const matched = new Float64Array(records.length);
  for (const [pair, probability] of probabilities.entries()) {
    const [a = 0, b = 0] = [one[pair], other[pair]];
    if (records[a]?.source === records[b]?.source) continue;
    for (const record of [a, b]) matched[record] = 1 - (1 - (matched[record] ?? 0)) * (1 - probability);
  }
  const shares = new Map<string, { matched: number; records: number }>();
  for (const index of drawn) {
    const source = records[index]?.source ?? '';
    const share = shares.get(source) ?? { matched: 0, records: 0 };
    share.matched += matched[index] ?? 0;
    share.records++;
    shares.set(source, share);
  }
  if (shares.size < 2) return undefined;
  const bits = [...shares.values()].map(
    (share) => -Math.log2(1 - Math.min(mostMatched, share.matched / share.records)),
  );
  return (2 * bits.reduce((sum, each) => sum + each, 0)) / bits.length;
}
