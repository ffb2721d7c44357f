import type { Thresholds } from '../model.js';
import type { CountedLinks } from './false-links.js';
import { expectedF1 } from './expectations.js';
import { temperExpectations } from './temper-expectations.js';
import type { Expectation, TrainingWarning } from './training.js';

/** Below this expected F1, with a concern, or on few matches, a model links only what it is surer of. */
const separable = 0.75;
/** The precision that is then to be expected of links made without a steward: a wrong merge costs more than a review. */
const sure = 0.98;
/** So much of the expected F1 is given for it at most: a model that is wrong about itself must not end up linking nothing. */
const mostGiven = 0.1;
/** What must be left of the precision where near twins are held against it: of four links three are right. */
const leastSure = 0.75;

/** Where a trained model decides, and what it says of it. */
export interface ChosenThresholds {
  readonly thresholds: Thresholds;
  readonly expected: Expectation;
  /** What is expected of thresholds once near twins are held against it. */
  readonly expectations: readonly Expectation[];
  readonly warnings: readonly TrainingWarning[];
}

/**
 * The link threshold with the highest expected F1, raised towards one of a high expected precision where the data cannot
 * support automatic linking: what lies between goes to review, which begins where it would have begun.
 *
 * @param counted what near twins tell of each threshold, if anything
 * @param fewMatches whether the records hold too few matches for a model to be sure of itself
 */
export function chooseThresholds(
  shipped: Thresholds,
  believed: readonly Expectation[],
  counted: readonly CountedLinks[],
  concerns: readonly TrainingWarning[],
  fewMatches = false,
): ChosenThresholds {
  const before = believed.find(({ threshold }) => threshold >= shipped.link) ?? nothing;
  // Of equally good ones that nearest to where the shipped model decides.
  const best = believed.reduce((one, other) => (isBetter(other, one, shipped.link) ? other : one), before);
  const warnings = [...concerns];
  if (expectedF1(best) < separable) warnings.push(notSeparable(best));
  const expectations = temperExpectations(believed, counted);
  const last = believed.length - 1;
  const orLast = (index: number): number => (index < 0 ? last : index);
  const sureAt = orLast(warnings.length > 0 || fewMatches ? surerThan(best, believed) : believed.indexOf(best));
  const linkAt = orLast(expectations.findIndex((one, at) => at >= sureAt && one.precision >= leastSure));
  const expected = expectations[linkAt] ?? nothing;
  if (linkAt > sureAt) warnings.push(nearTwins(expectations[sureAt] ?? nothing, expected));
  // No lower than a pair can be and still be linked by being mutually best.
  const review = best.threshold - Math.max(shipped.link - shipped.review, shipped.mutualBest ?? 0);
  return { thresholds: { ...shipped, link: expected.threshold, review }, expected, expectations, warnings };
}

/** The index of the threshold that is sure, or of the highest one that gives no more for it than it may. */
function surerThan(best: Expectation, believed: readonly Expectation[]): number {
  let at = believed.indexOf(best);
  const least = expectedF1(best) - mostGiven;
  for (let next = at + 1; next < believed.length && (believed[at]?.precision ?? 1) < sure; next++) {
    if (expectedF1(believed[next] ?? nothing) >= least) at = next;
  }
  return at;
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

function nearTwins(without: Expectation, chosen: Expectation): TrainingWarning {
  const wrong = Math.round(100 * (1 - without.precision));
  return {
    code: 'nearTwins',
    message:
      `Many records have near twins in a duplicate-free source: second-best candidates, which cannot be right, are so strong that ` +
      `of the links at ${without.threshold} bits about ${wrong} in 100 would be wrong. So the link threshold rose to ` +
      `${chosen.threshold} bits, where ${Math.round(100 * (1 - chosen.precision))} in 100 would be; pairs below it go to review. ` +
      'Attributes that tell the twins apart, such as part numbers, would let more be linked.',
  };
}
