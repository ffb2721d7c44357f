import type { Verdict } from './decision.js';

/** Two records of which a steward has said whether they are one thing. */
export interface LabelledPair {
  readonly a: number;
  readonly b: number;
  readonly verdict: Verdict;
  /**
   * How much the label counts, above 0 and at most 1. What was said of one pair counts 1. What was said of groups at once
   * counts 1 in all, shared by the pairs between the two sides, as nobody looked at each of them.
   */
  readonly weight: number;
}
