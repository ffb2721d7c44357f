import type { Thresholds } from '../model.js';
import { expectedF1 } from './expectations.js';
import type { Expectation, TrainingWarning } from './training.js';

/** Below this expected F1, with a concern, or on few matches, a model links only what it is surer of. */
const separable = 0.75;
/** The precision that is then to be expected of links made without a steward: a wrong merge costs more than a review. */
const sure = 0.98;
/** So much of the expected F1 is given for it at most: a model that is wrong about itself must not end up linking nothing. */
const mostGiven = 0.1;
/** What must be left of the expected precision: of four links three are right. */
const leastSure = 0.75;
/** What witnesses expect counts for so many times what the model believes of itself. */
const heeded = 4;

/** Where a trained model decides, and what it says of it. */
export interface ChosenThresholds {
  readonly thresholds: Thresholds;
  readonly expected: Expectation;
  /** What the first witness expects of thresholds. */
  readonly expectations: readonly Expectation[];
  readonly warnings: readonly TrainingWarning[];
}

/**
 * The link threshold with the highest expected F1, by the model's own account and that of witnesses, who may raise it above the one
 * that the model thinks best, never lower it. It is raised further where the data cannot support automatic linking: what lies
 * between goes to review, which begins where it would have begun.
 *
 * @param believed by the model itself
 * @param witnesses what others expect of the same thresholds, at least one; the first one's account is what is told
 * @param fewMatches whether the records hold too few matches for a model to be sure of itself
 */
export function chooseThresholds(
  shipped: Thresholds,
  believed: readonly Expectation[],
  witnesses: readonly (readonly Expectation[])[],
  concerns: readonly TrainingWarning[],
  fewMatches = false,
): ChosenThresholds {
  const expectations = witnesses[0] ?? believed;
  const before = believed.find(({ threshold }) => threshold >= shipped.link) ?? nothing;
  // Of equally good ones that nearest to where the shipped model decides.
  const best = believed.reduce((one, other) => (isBetter(other, one, shipped.link) ? other : one), before);
  const bestAt = believed.indexOf(best);
  const agreedAt = agreed(bestAt, believed, witnesses);
  const agreedOn = expectations[agreedAt] ?? nothing;
  const warnings = [...concerns];
  if (expectedF1(agreedOn) < separable) warnings.push(notSeparable(agreedOn));
  const sureAt = warnings.length > 0 || fewMatches ? surerThan(agreedAt, expectations) : agreedAt;
  const enough = expectations.findIndex(({ precision }, at) => at >= sureAt && precision >= leastSure);
  const expected = expectations[enough < 0 ? expectations.length - 1 : enough] ?? nothing;
  const without = expectations[bestAt] ?? nothing;
  if (without.precision < leastSure && expected.threshold > without.threshold)
    warnings.push(nearTwins(without, expected));
  // No lower than a pair can be and still be linked by being mutually best.
  const review = best.threshold - reviewBelow(shipped);
  return { thresholds: { ...shipped, link: expected.threshold, review }, expected, expectations, warnings };
}

/** How many bits below a link threshold pairs go to review: as many as may yet be gained by being mutually best. */
export function reviewBelow({ link, review, mutualBest = 0 }: Thresholds): number {
  return Math.max(link - review, mutualBest);
}

/** The index of the threshold, from one on, with the highest mean F1 by all accounts. */
function agreed(
  from: number,
  believed: readonly Expectation[],
  witnesses: readonly (readonly Expectation[])[],
): number {
  const scoreAt = (at: number): number => {
    const accounts = witnesses.map((expectations) => expectedF1(expectations[at] ?? nothing));
    const mean = accounts.reduce((sum, account) => sum + account, 0) / Math.max(1, accounts.length);
    return expectedF1(believed[at] ?? nothing) + heeded * mean;
  };
  let best = from;
  for (let at = from + 1; at < believed.length; at++) if (scoreAt(at) > scoreAt(best) + tie) best = at;
  return best;
}

/** The index of the threshold that is sure, or of the highest one that gives no more for it than it may. */
function surerThan(from: number, expectations: readonly Expectation[]): number {
  let at = from;
  const least = expectedF1(expectations[from] ?? nothing) - mostGiven;
  for (let next = at + 1; next < expectations.length && (expectations[at]?.precision ?? 1) < sure; next++) {
    if (expectedF1(expectations[next] ?? nothing) >= least) at = next;
  }
  return at;
}

/** By less than this no expected F1 is higher than another. */
const tie = 0.0005;
const nothing: Expectation = { threshold: 0, linked: 0, precision: 1, recall: 1 };

function isBetter(one: Expectation, other: Expectation, near: number): boolean {
  const difference = expectedF1(one) - expectedF1(other);
  if (Math.abs(difference) > tie) return difference > 0;
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

function nearTwins(without: Expectation, chosen: Expectation): TrainingWarning {
  const wrong = Math.round(100 * (1 - without.precision));
  return {
    code: 'nearTwins',
    message:
      `Many records have near twins: pairs that cannot all be right are so strong that of what is linked at ${without.threshold} bits ` +
      `about ${wrong} in 100 would be wrong. So the link threshold rose to ${chosen.threshold} bits, where ` +
      `${Math.round(100 * (1 - chosen.precision))} in 100 would be; pairs below it go to review. ` +
      'Attributes that tell the twins apart, such as part numbers, would let more be linked.',
  };
}
