import { partition, type PartitionLink } from '../partition.js';
import type { Thresholds } from '../model.js';
import { reviewBelow } from './choose-thresholds.js';
import type { Judged } from './estimate.js';
import type { Observations } from './observe-pairs.js';
import type { Sample } from './sample.js';
import { steps, thresholdAt } from './threshold-steps.js';
import type { Expectation } from './training.js';

type Pairs = Pick<Observations, 'one' | 'other'>;

/**
 * What is to be expected of thresholds, from low to high, where clusters are counted in place of links: one wrong link between two clusters
 * makes as many wrong pairs as there are between their records, and what they were compared by tells of each. Only pairs that
 * were compared count. Yields after each threshold.
 */
export function* clusterExpectations(
  sample: Pick<Sample, 'records'>,
  { one, other }: Pairs,
  judged: Judged,
  thresholds: Thresholds,
): Generator<void, Expectation[]> {
  const { probabilities } = judged;
  const all = probabilities.reduce((sum, probability) => sum + probability, 0);
  const expectations: Expectation[] = [];
  for (let at = 0; at < steps; at++) {
    const clusterOf = clustersAt(thresholdAt(at), sample, { one, other }, judged, thresholds);
    let [together, right] = [0, 0];
    for (let pair = 0; pair < probabilities.length; pair++) {
      const cluster = clusterOf[one[pair] ?? 0] ?? -1;
      if (cluster < 0 || cluster !== clusterOf[other[pair] ?? 0]) continue;
      together++;
      right += probabilities[pair] ?? 0;
    }
    expectations.push({
      threshold: thresholdAt(at),
      linked: together / Math.max(1, probabilities.length),
      precision: together === 0 ? 1 : right / together,
      recall: all === 0 ? 1 : Math.min(1, right / all),
    });
    yield;
  }
  return expectations;
}

/** The cluster of each record at a link threshold, or -1 where no link or review touches it. */
function clustersAt(
  threshold: number,
  { records }: Pick<Sample, 'records'>,
  { one, other }: Pairs,
  { alone, weights }: Judged,
  thresholds: Thresholds,
): Int32Array {
  const review = threshold - reviewBelow(thresholds);
  const links: PartitionLink[] = [];
  const isLinked = new Uint8Array(records.length);
  for (let pair = 0; pair < alone.length; pair++) {
    if ((alone[pair] ?? 0) < review) continue;
    const [a = 0, b = 0] = [one[pair], other[pair]];
    links.push({ a, b, weight: weights[pair] ?? 0 });
    isLinked[a] = isLinked[b] = 1;
  }
  const members = records.flatMap(({ id, source, duplicateFree }, index) =>
    isLinked[index] === 1 ? [{ id: index, source, sourceId: String(id), duplicateFree }] : [],
  );
  const { cohesion } = thresholds;
  const demands = { linkThreshold: threshold, ...(cohesion !== undefined && { cohesion }) };
  const clusterOf = new Int32Array(records.length).fill(-1);
  const clusters = partition({ members, links, decisions: [], ...demands });
  for (const [cluster, ids] of clusters.entries()) for (const id of ids) clusterOf[id] = cluster;
  return clusterOf;
}
