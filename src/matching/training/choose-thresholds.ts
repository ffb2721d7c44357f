import type { Thresholds } from '../model.js';
import { expectedF1 } from './expectations.js';
import type { Expectation, TrainingWarning } from './training.js';

/** Below this expected F1, or with a warning of the kind, a model links only what it is surer of. */
const separable = 0.75;
/** The precision that is expected of links made without a steward: a wrong merge costs more than a review. */
const sure = { usually: 0.96, otherwise: 0.98 };

/** Where a trained model decides, and what it says of it. */
export interface ChosenThresholds {
  readonly thresholds: Thresholds;
  readonly expected: Expectation;
  readonly warnings: readonly TrainingWarning[];
}

/**
 * The link threshold with the highest expected F1, raised to one of a high expected precision where the data cannot
 * support automatic linking: what lies between goes to review, which begins where it would have begun.
 */
export function chooseThresholds(
  shipped: Thresholds,
  expectations: readonly Expectation[],
  concerns: readonly TrainingWarning[],
): ChosenThresholds {
  const before = expectations.find(({ threshold }) => threshold >= shipped.link) ?? nothing;
  // Of equally good ones that nearest to where the shipped model decides.
  const best = expectations.reduce((one, other) => (isBetter(other, one, shipped.link) ? other : one), before);
  const warnings = [...concerns];
  if (expectedF1(best) < separable) warnings.push(notSeparable(best));
  const precision = warnings.length > 0 ? sure.otherwise : sure.usually;
  const expected =
    expectations.find((one) => one.threshold >= best.threshold && one.precision >= precision) ??
    expectations.at(-1) ??
    nothing;
  // No lower than a pair can be and still be linked by being mutually best.
  const review = best.threshold - Math.max(shipped.link - shipped.review, shipped.mutualBest ?? 0);
  return { thresholds: { ...shipped, link: expected.threshold, review }, expected, warnings };
}

const nothing: Expectation = { threshold: 0, linked: 0, precision: 1, recall: 1 };

function isBetter(one: Expectation, other: Expectation, near: number): boolean {
  const difference = expectedF1(one) - expectedF1(other);
  if (Math.abs(difference) > 0.0005) return difference > 0;
  return Math.abs(one.threshold - near) < Math.abs(other.threshold - near);
}

function notSeparable({ precision, recall }: Expectation): TrainingWarning {
  return {
    code: 'notSeparable',
    message:
      `What is known of the records hardly tells matches from others: the best threshold is expected to have a precision of ` +
      `${precision.toFixed(2)} and a recall of ${recall.toFixed(2)}. Only the surest pairs are linked; the others go to review.`,
  };
}
