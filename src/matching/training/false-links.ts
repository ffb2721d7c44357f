import { isotonic } from './isotonic.js';
import { bestAmong, type Rivals } from './rivals.js';
import { indexOf, steps } from './threshold-steps.js';

/** How many links a threshold makes by searches in duplicate-free sources, and how many of them are right. */
export interface CountedLinks {
  readonly links: number;
  /** The share of them that is right, in [0, 1]. It never falls with the threshold. */
  readonly precision: number;
  /** How many false finds there are in all, also those behind a better one: by three finds of each record. */
  readonly falseFinds: number;
}

/** How many of the records of one search find, at each threshold, one, two and three records that reach it. */
type Finds = readonly [Float64Array, Float64Array, Float64Array];

/** For how many second finds it is believed, before third ones are seen, that they follow by chance. */
const believedSeconds = 3;
/** What could be noise is no match: so many standard errors of second and third finds. */
const standardErrors = 2.5;
const mostRounds = 50;

/**
 * Counts the links that are wrong by a yardstick that owes nothing to the model's own probabilities: near twins. In a
 * duplicate-free source a record has one match at most, so its second best find is a false one, whether or not the best
 * is right. It tells how easily a record without a match finds something all the same.
 *
 * Let a share h of the records have a match, and a share f of all records find something false at a threshold. Then the best find is
 * false for (1 - h) f of them. A second find is the first false one of a record with a match, and the second false one
 * of any other; how many second false finds there are to a first one is told by third finds, where false finds fall
 * as by chance (by the Poisson distribution, for small counts, a third is two thirds as frequent after a second as a second after a
 * first). The share h is the least that explains how many records find anything, at whatever threshold it explains most.
 *
 * Sources: finds known to be false as a measure of false discoveries, J. E. Elias and S. P. Gygi, Target-decoy Search
 * Strategy, Nature Methods 4 (2007); the share of what is no discovery, J. D. Storey, A Direct Approach to False Discovery
 * Rates, JRSS B 64 (2002).
 *
 * @param weights of candidates in bits, without relative evidence
 * @param bits that mutually best pairs gain
 * @returns one of each threshold, or nothing where no source is duplicate-free
 */
export function countFalseLinks(weights: Float64Array, rivals: Rivals, bits: number): readonly CountedLinks[] {
  const searches = findsOf(weights, rivals, bits);
  if (searches.length === 0) return [];
  const links = new Float64Array(steps);
  const wrong = new Float64Array(steps);
  const behind = new Float64Array(steps);
  for (const { records, finds } of searches) {
    const falsely = falseFinds(finds, records);
    for (let at = 0; at < steps; at++) {
      links[at] = (links[at] ?? 0) + (finds[0][at] ?? 0);
      wrong[at] = (wrong[at] ?? 0) + Math.min(finds[0][at] ?? 0, records * (falsely[at] ?? 0));
      behind[at] = (behind[at] ?? 0) + (finds[1][at] ?? 0) + (finds[2][at] ?? 0);
    }
  }
  const precision = [...links].map((count, at) => (count === 0 ? 1 : 1 - (wrong[at] ?? 0) / count));
  const rising = isotonic(precision, [...links]);
  return rising.map((share, at) => {
    const found = links[at] ?? 0;
    return { links: found, precision: share, falseFinds: (1 - share) * found + (behind[at] ?? 0) };
  });
}

/** For each threshold, the share of the records of a search of which the best find is false. */
function falseFinds(finds: Finds, records: number): Float64Array {
  const best = finds[0].map((count) => count / records);
  const [seen, atMost] = [firstFalse(finds, records, 0), firstFalse(finds, records, standardErrors)];
  let matched = 0;
  for (let round = 0; round < mostRounds; round++) {
    const most = atMost(matched);
    const explained = best.map((share, at) => (share - (most[at] ?? 0)) / Math.max(0.1, 1 - (most[at] ?? 0)));
    const next = Math.max(0, ...explained);
    if (next - matched < 0.001) break;
    matched = next;
  }
  return seen(matched).map((share) => (1 - matched) * share);
}

/**
 * The share f of records that find something false, if so great a share h has a match: the second finds are h f + (1 - h) x f, where
 * x second false finds follow a first one; and the third ones are to them as h x + (1 - h) (2/3) x x to h + (1 - h) x.
 *
 * That third finds are few says that x is small, and so that f is great. But false finds crowd on the same records if
 * anything, so that x is no less than f / 2, as it is by chance.
 *
 * @param errors as much less in thirds, and more in seconds, in standard errors
 */
function firstFalse([, seconds, thirds]: Finds, records: number, errors: number): (matched: number) => Float64Array {
  const error = (count: number): number => errors * Math.sqrt(1 + count);
  const ratios = seconds.map((count, at) => {
    const third = thirds[at] ?? 0;
    const byChance = Math.sqrt((2 * count) / records) / 3;
    return (Math.max(0, third - error(third)) + believedSeconds * byChance) / (count + believedSeconds);
  });
  return (matched) => {
    const other = 1 - matched;
    return seconds.map((count, at) => {
      if (count === 0) return 0;
      const ratio = ratios[at] ?? 0;
      const [square, linear] = [(2 / 3) * other, matched - ratio * other];
      const root = Math.sqrt(linear * linear + 4 * square * ratio * matched);
      const following = Math.min(1, square === 0 ? ratio : (root - linear) / (2 * square));
      const most = (count + error(count)) / records;
      const byChance = (2 * most) / (matched + Math.sqrt(matched * matched + 2 * other * most));
      return Math.min(1, byChance, count / records / (matched + other * following));
    });
  };
}

/** What the drawn records of each source find in each duplicate-free other. */
function findsOf(weights: Float64Array, rivals: Rivals, bits: number): { records: number; finds: Finds }[] {
  const top = topThree(weights, rivals, bits);
  const bySearch = new Map<number, Finds>();
  for (const [group, isExclusive] of rivals.exclusive.entries()) {
    const search = rivals.searchOf[group] ?? -1;
    if (!isExclusive || search < 0) continue;
    const finds = bySearch.get(search) ?? [new Float64Array(steps), new Float64Array(steps), new Float64Array(steps)];
    bySearch.set(search, finds);
    for (const [place, counts] of finds.entries()) {
      const at = indexOf(top[3 * group + place] ?? -Infinity);
      if (at >= 0) counts[at] = (counts[at] ?? 0) + 1;
    }
  }
  for (const finds of bySearch.values()) for (const counts of finds) accumulate(counts);
  return [...bySearch].map(([search, finds]) => ({ records: rivals.searches[search] ?? 0, finds }));
}

/** The three highest weights of each group, each raised where the other record, too, has no better pair. */
function topThree(weights: Float64Array, rivals: Rivals, bits: number): Float64Array {
  const isBest = bestAmong(weights, rivals);
  const top = new Float64Array(3 * rivals.exclusive.length).fill(-Infinity);
  for (const side of [0, 1] as const) {
    const otherSide = side === 0 ? 1 : 0;
    for (let pair = 0; pair < weights.length; pair++) {
      const group = rivals.groups[side][pair] ?? -1;
      if (group < 0 || !rivals.exclusive[group]) continue;
      let weight = (weights[pair] ?? 0) + (isBest(pair, otherSide) ? bits : 0);
      for (let at = 3 * group; at < 3 * group + 3; at++) {
        const held = top[at] ?? -Infinity;
        if (weight > held) [top[at], weight] = [weight, held];
      }
    }
  }
  return top;
}

/** Turns counts of thresholds that are the highest reached into counts of thresholds reached. */
function accumulate(counts: Float64Array): void {
  for (let at = counts.length - 2; at >= 0; at--) counts[at] = (counts[at] ?? 0) + (counts[at + 1] ?? 0);
}
