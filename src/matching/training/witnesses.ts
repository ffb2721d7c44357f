import type { Thresholds } from '../model.js';
import { clusterExpectations } from './cluster-expectations.js';
import type { Judged } from './estimate.js';
import { countElsewhere } from './count-elsewhere.js';
import { countTwins } from './count-twins.js';
import { countFalseLinks } from './false-links.js';
import type { Observations } from './observe-pairs.js';
import type { Rivals } from './rivals.js';
import type { Sample } from './sample.js';
import { temperExpectations } from './temper-expectations.js';
import type { Expectation } from './training.js';

/**
 * What is to be expected of thresholds by more than the model's own probability of every pair, which overrates itself where records
 * resemble each other in more than one thing at once. The first is what the model is held to.
 *
 * Where a source is duplicate-free, its near twins tell; and where others are not, what twins as common as these
 * would mean there. Where none is, no find is known to be false, and what tells is how well clusters hang together: but by
 * the model's own probabilities, so that what it believes of single pairs is heard as much. Neither is believed where sources tell
 * the same records apart.
 */
export function* witnessesOf(
  sample: Sample,
  candidates: Observations,
  judged: Judged,
  rivals: Rivals,
  thresholds: Thresholds,
  believed: readonly Expectation[],
): Generator<void, readonly (readonly Expectation[])[]> {
  const bits = thresholds.mutualBest ?? 0;
  const counted = countFalseLinks(judged.alone, rivals, bits);
  if (counted.length === 0) {
    const clusters = yield* clusterExpectations(sample, candidates, judged, thresholds);
    const twins = yield* countTwins(sample, candidates, judged, rivals, bits);
    return [clusters, believed].map((expectations) => temperExpectations(expectations, twins));
  }
  const elsewhere = countElsewhere(counted, judged.weights, rivals);
  return [counted, ...elsewhere].map((links) => temperExpectations(believed, links));
}
