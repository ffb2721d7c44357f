import type { Judged } from './estimate.js';
import type { Rivals } from './rivals.js';
import { indexOf, steps, thresholdAt } from './threshold-steps.js';
import type { Expectation } from './training.js';

/** What is to be expected of thresholds, from low to high, where of rivals the one with the most evidence is linked. */
export function expectationsOf({ weights, probabilities }: Judged, rivals: Rivals): Expectation[] {
  const linked = new Float64Array(steps + 1);
  const right = new Float64Array(steps + 1);
  const order = [...weights.keys()].sort((a, b) => (weights[b] ?? 0) - (weights[a] ?? 0) || a - b);
  const taken = rivals.exclusive.map(() => false);
  let all = 0;
  for (const pair of order) {
    const probability = probabilities[pair] ?? 0;
    all += probability;
    const groups = rivals.groups.map((group) => group[pair] ?? -1).filter((group) => rivals.exclusive[group]);
    if (groups.some((group) => taken[group])) continue;
    for (const group of groups) taken[group] = true;
    const at = indexOf(weights[pair] ?? 0) + 1;
    linked[at] = (linked[at] ?? 0) + 1;
    right[at] = (right[at] ?? 0) + probability;
  }
  const expectations: Expectation[] = [];
  let pairs = 0;
  let matches = 0;
  for (let at = steps; at > 0; at--) {
    pairs += linked[at] ?? 0;
    matches += right[at] ?? 0;
    expectations.unshift({
      threshold: thresholdAt(at - 1),
      linked: pairs / Math.max(1, weights.length),
      precision: pairs === 0 ? 1 : matches / pairs,
      recall: all === 0 ? 1 : matches / all,
    });
  }
  return expectations;
}

/** The harmonic mean of precision and recall. */
export function expectedF1({ precision, recall }: Expectation): number {
  return precision + recall === 0 ? 0 : (2 * precision * recall) / (precision + recall);
}
