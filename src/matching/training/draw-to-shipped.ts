import type { Level } from '../comparison.js';
import type { MatchingModel } from '../model.js';

/** For so many matches the shipped figures stand. */
const believedMatches = 50;

/** What speaks for a trained model. */
export interface Evidence {
  /** How many matches are expected among what it was trained on. */
  readonly matches: number;
  /** The share of the pairs it would link that their clusters take up, in [0, 1]. */
  readonly taken: number;
}

/**
 * A trained model, drawn to the shipped one by how few matches it was learnt from, and by how many that it believes in are refused by
 * clusters: each weight lies between the two. For where nothing but the model itself tells how many of its links are wrong. In
 * a short list, or where near twins abound, what is common to a family or to twins is easily learnt for what is common to
 * matches, and a prior that believes in too many of them bears it out. One that believes in fewer than the shipped model stays.
 *
 * @param trained a model of the same levels
 */
export function drawToShipped(shipped: MatchingModel, trained: MatchingModel, evidence: Evidence): MatchingModel {
  const { matches, taken } = evidence;
  const share = (taken * matches) / (matches + believedMatches);
  const between = (from: number, to: number): number => from + share * (to - from);
  const levelBetween = (from: Level, to: Level | undefined): Level =>
    to ? { ...to, m: geometric(from.m, to.m), u: geometric(from.u, to.u) } : from;
  const geometric = (from: number, to: number): number => 2 ** between(Math.log2(from), Math.log2(to));
  const comparisons = shipped.comparisons.map((comparison, index) => {
    const levels = trained.comparisons[index]?.levels ?? [];
    return { ...comparison, levels: comparison.levels.map((level, at) => levelBetween(level, levels[at])) };
  });
  return { ...trained, comparisons, prior: Math.min(trained.prior, between(shipped.prior, trained.prior)) };
}
