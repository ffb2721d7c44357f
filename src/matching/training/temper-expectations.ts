import type { CountedLinks } from './false-links.js';
import type { Expectation } from './training.js';

/** Links are taken to be as right as the model expects for so many, before rivals tell otherwise. */
const believedLinks = 10;

/**
 * What is to be expected of thresholds by a model's own probabilities, tempered by the links that its rivals show to be wrong:
 * where they show more, they are believed.
 *
 * @param counted of each threshold, or nothing where rivals show nothing
 */
export function temperExpectations(
  expectations: readonly Expectation[],
  counted: readonly Pick<CountedLinks, 'links' | 'precision'>[],
): readonly Expectation[] {
  if (counted.length === 0) return expectations;
  const precisions = expectations.map(({ precision }, at) => {
    const { links = 0, precision: shown = 1 } = counted[at] ?? {};
    return Math.min(precision, (links * shown + believedLinks * precision) / (links + believedLinks));
  });
  const matches = expectations.map(({ linked }, at) => linked * (precisions[at] ?? 0));
  // Matches that no threshold finds are as many as before.
  const missed = Math.min(...expectations.map(({ linked, precision, recall }) => missedOf(linked * precision, recall)));
  const all = Math.max(...matches) + missed;
  return expectations.map((expectation, at) => ({
    ...expectation,
    precision: precisions[at] ?? 0,
    recall: all > 0 ? (matches[at] ?? 0) / all : expectation.recall,
  }));
}

function missedOf(found: number, recall: number): number {
  return recall === 0 ? Infinity : found / recall - found;
}
