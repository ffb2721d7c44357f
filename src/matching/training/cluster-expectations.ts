import { partition, type PartitionLink } from '../partition.js';
import type { Thresholds } from '../model.js';
import { reviewBelow } from './choose-thresholds.js';
import type { Judged } from './estimate.js';
import type { Observations } from './observe-pairs.js';
import type { Sample } from './sample.js';
import { steps, thresholdAt } from './threshold-steps.js';
import type { Expectation } from './training.js';

type Compared = Pick<Sample, 'records' | 'mayMatch'>;
type Pairs = Pick<Observations, 'one' | 'other'>;

/**
 * What is to be expected of thresholds, from low to high, where clusters are counted in place of links: one wrong link between two clusters
 * makes as many wrong pairs as there are between their records, and what they were compared by tells of each. Only pairs that
 * were compared count. Yields after each threshold.
 */
export function* clusterExpectations(
  sample: Compared,
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

/**
 * The share of the pairs that reach the link threshold that clusters take up. The others they refuse: what one of the two records is
 * like, the rest of the other's cluster is not, so that a model that believes in both is wrong about one.
 */
export function shareTakenUp(sample: Compared, { one, other }: Pairs, judged: Judged, thresholds: Thresholds): number {
  const clusterOf = clustersAt(thresholds.link, sample, { one, other }, judged, thresholds);
  let [reached, taken] = [0, 0];
  for (const [pair, weight] of judged.weights.entries()) {
    if (weight < thresholds.link) continue;
    reached++;
    const cluster = clusterOf[one[pair] ?? 0] ?? -1;
    if (cluster >= 0 && cluster === clusterOf[other[pair] ?? 0]) taken++;
  }
  return reached === 0 ? 1 : taken / reached;
}

/** The cluster of each record at a link threshold, or -1 where no link or review touches it. */
function clustersAt(
  threshold: number,
  { records, mayMatch }: Compared,
  { one, other }: Pairs,
  { alone, weights }: Judged,
  thresholds: Thresholds,
): Int32Array {
  const review = threshold - reviewBelow(thresholds);
  const pairs = Array.from(alone.keys()).filter((pair) => (alone[pair] ?? 0) >= review);
  const links = pairs.map((pair): PartitionLink => ({
    a: one[pair] ?? 0,
    b: other[pair] ?? 0,
    weight: weights[pair] ?? 0,
  }));
  const linksOf = new Int32Array(records.length);
  for (const { a, b } of links) for (const record of [a, b]) linksOf[record] = (linksOf[record] ?? 0) + 1;
  // Most are two records that nothing else touches: to let these through the partition as well takes most of the time.
  const isApart = ({ a, b }: PartitionLink): boolean => linksOf[a] === 1 && linksOf[b] === 1;
  const clusterOf = new Int32Array(records.length).fill(-1);
  const remaining: PartitionLink[] = [];
  for (const link of links) {
    if (!isApart(link)) remaining.push(link);
    else if (link.weight >= threshold && mayMatch(link.a, link.b))
      clusterOf[link.a] = clusterOf[link.b] = records.length + link.a;
  }
  const ids = [...new Set(remaining.flatMap(({ a, b }) => [a, b]))].toSorted((a, b) => a - b);
  const members = ids.flatMap((id) => {
    const record = records[id];
    return record
      ? [{ id, source: record.source, sourceId: String(record.id), duplicateFree: record.duplicateFree }]
      : [];
  });
  const { cohesion } = thresholds;
  const demands = { linkThreshold: threshold, ...(cohesion !== undefined && { cohesion }) };
  const clusters = partition({ members, links: remaining, decisions: [], ...demands });
  for (const [cluster, of] of clusters.entries()) for (const id of of) clusterOf[id] = cluster;
  return clusterOf;
}
