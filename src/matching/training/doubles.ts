import type { Observations } from './observe-pairs.js';
import type { Sample } from './sample.js';
import { indexOf, steps } from './threshold-steps.js';

/**
 * Pairs of records of one source that both find the same two or more of another, by threshold. Where all of them are one thing,
 * the two choose the best of these by their slips alone.
 */
export interface Doubles {
  /** How many would then choose the same one. */
  readonly byChance: Float64Array;
  /** How many do. */
  readonly same: Float64Array;
}

/** A record that two others find, and by which weight each of them. */
interface Choice {
  readonly record: number;
  readonly weights: readonly [number, number];
}

/** What a record finds in other sources: their records, and the weights of the pairs. */
type Finds = ReadonlyMap<number, number>;

/** Below this many bits doubles are not looked for. */
const lowest = 0;
const recordsAStep = 500;

/**
 * Finds the doubles of a sample at each threshold that is not negative; yields every few hundred records.
 *
 * @param weights of candidates in bits, without relative evidence
 */
export function* doublesAmong(
  { records }: Pick<Sample, 'records'>,
  pairs: Pick<Observations, 'one' | 'other'>,
  weights: Float64Array,
): Generator<void, Doubles> {
  const sourceOf = (record: number): string => records[record]?.source ?? '';
  const finds = findsOf(records.length, pairs, weights, (a, b) => sourceOf(a) !== sourceOf(b));
  const doubles: Doubles = { byChance: new Float64Array(steps), same: new Float64Array(steps) };
  for (const [found, by] of finds.entries()) {
    if (found % recordsAStep === 0) yield;
    const finders = [...by.keys()];
    for (const [index, x] of finders.entries()) {
      for (const y of finders.slice(index + 1)) {
        if (sourceOf(x) !== sourceOf(y)) continue;
        const choices = choicesOf(finds[x], finds[y]).filter(({ record }) => sourceOf(record) === sourceOf(found));
        // Two are met at each record that both find, and counted at one of them.
        if (found === Math.min(...choices.map(({ record }) => record))) count(doubles, choices);
      }
    }
  }
  return doubles;
}

function findsOf(
  records: number,
  { one, other }: Pick<Observations, 'one' | 'other'>,
  weights: Float64Array,
  isAcross: (a: number, b: number) => boolean,
): readonly Finds[] {
  const finds = Array.from({ length: records }, () => new Map<number, number>());
  for (const [pair, weight] of weights.entries()) {
    const [a, b] = [one[pair] ?? 0, other[pair] ?? 0];
    if (weight < lowest || !isAcross(a, b)) continue;
    finds[a]?.set(b, weight);
    finds[b]?.set(a, weight);
  }
  return finds;
}

function choicesOf(ofOne: Finds = new Map(), ofOther: Finds = new Map()): Choice[] {
  return [...ofOne].flatMap(([record, weight]): Choice[] => {
    const otherWeight = ofOther.get(record);
    return otherWeight === undefined ? [] : [{ record, weights: [weight, otherWeight] }];
  });
}

/** Counts two records at every threshold at which they have a choice: at each, those that both find by as much. */
function count({ byChance, same }: Doubles, choices: readonly Choice[]): void {
  const ordered = choices.toSorted((a, b) => levelOf(b) - levelOf(a));
  for (let size = 2; size <= ordered.length; size++) {
    const among = ordered.slice(0, size);
    const isSame = chooseSame(among);
    const next = ordered[size];
    const from = next ? indexOf(levelOf(next)) + 1 : indexOf(lowest);
    const to = indexOf(Math.min(...among.map(levelOf)));
    for (let at = from; at <= to; at++) {
      byChance[at] = (byChance[at] ?? 0) + 1 / size;
      same[at] = (same[at] ?? 0) + Number(isSame);
    }
  }
}

/** The highest threshold, in bits, at which both find it. */
function levelOf({ weights }: Choice): number {
  return Math.min(...weights);
}

/** Whether two choose the same one; of equals each chooses all. */
function chooseSame(choices: readonly Choice[]): boolean {
  const [one, other] = ([0, 1] as const).map((side) => Math.max(...choices.map(({ weights }) => weights[side])));
  return choices.some(({ weights }) => weights[0] === one && weights[1] === other);
}
