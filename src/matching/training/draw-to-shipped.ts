import type { Level } from '../comparison.js';
import type { MatchingModel } from '../model.js';

/** For so many matches the shipped figures stand. */
const believedMatches = 50;

/**
 * A trained model, drawn to the shipped one by how few matches it was learnt from: each weight lies between the two. For where
 * nothing but the model itself tells how many of its links are wrong. In a short list, what is common to a family or to near
 * twins is then easily learnt for what is common to matches, and a prior that believes in too many of them bears it out. One that
 * believes in fewer than the shipped model stays.
 *
 * @param trained a model of the same levels
 * @param matches that are expected among what it was trained on
 */
export function drawToShipped(shipped: MatchingModel, trained: MatchingModel, matches: number): MatchingModel {
  const share = matches / (matches + believedMatches);
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
