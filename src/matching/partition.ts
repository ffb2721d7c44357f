import { Cluster } from './cluster.js';
import { grow } from './grow.js';
import { Part } from './part.js';
import { standing } from './standing.js';

/** A record of the component that is partitioned. */
export interface PartitionMember {
  readonly id: number;
  readonly source: string;
  readonly sourceId: string;
  /** Whether the source has at most one record of a thing. */
  readonly duplicateFree: boolean;
}

/** A pair of records at or above the review threshold, with its weight in bits. */
export interface PartitionLink {
  readonly a: number;
  readonly b: number;
  readonly weight: number;
}

/** What a steward has decided of a pair. */
export interface PartitionDecision {
  readonly a: number;
  readonly b: number;
  readonly verdict: 'match' | 'noMatch';
}

export interface PartitionInput {
  readonly members: readonly PartitionMember[];
  /** A pair that is not there is unknown; of a pair that is there twice the higher weight counts. */
  readonly links: readonly PartitionLink[];
  readonly decisions: readonly PartitionDecision[];
  /** Only links of at least this weight join; those below it still speak for cohesion. */
  readonly linkThreshold: number;
  /** How much clusters must cohere to become one; see `Thresholds`. */
  readonly cohesion?: number;
}

interface Seat {
  readonly id: number;
  /** The place of the member in the order of (source, sourceId). */
  readonly rank: number;
  readonly part: Part;
}

interface Pair {
  readonly low: Seat;
  readonly high: Seat;
  readonly weight: number;
}

/**
 * Divides a component of linked records into clusters, each the records of one thing: lists of ids, in the order of
 * (source, sourceId) within and among them. A function of the set of its input alone: ties fall to the smaller (source,
 * sourceId), never to an id or to the order given. Links and decisions of others than the members are passed over.
 *
 * Stewards outrank links. Told apart: never together. Matched: together, unless that would unite what is told apart,
 * where the match with the stronger link stands; a match outranks duplicate-free, which else holds in every cluster.
 * The records that only a steward joins remain parts of their own, so that each brings those that cohere with it.
 */
export function partition(input: PartitionInput): readonly (readonly number[])[] {
  const ordered = [...input.members].sort((a, b) => compare(a.source, b.source) || compare(a.sourceId, b.sourceId));
  const seats = ordered.map((member, rank) => ({ id: member.id, rank, part: new Part(new Cluster(member)) }));
  const pairs = new Pairs(seats);
  for (const { a, b, weight } of input.links) pairs.add(a, b, weight);
  decide(input.decisions, pairs);
  grow(pairs.strongestFirst(), input.linkThreshold, input.cohesion);
  return collect(seats);
}

/** The pairs of members that are linked, each once. */
class Pairs {
  private readonly seats: ReadonlyMap<number, Seat>;
  private readonly known = new Map<number, Pair>();

  constructor(seats: readonly Seat[]) {
    this.seats = new Map(seats.map((seat) => [seat.id, seat]));
  }

  /** Adds a link; of two links of one pair the stronger one stays. */
  add(a: number, b: number, weight: number): void {
    const pair = this.pair(a, b, weight);
    if (pair && pair.weight > this.weightOf(pair)) this.known.set(this.keyOf(pair), pair);
  }

  /** A pair of members, or undefined where it is not two members. */
  pair(a: number, b: number, weight = -Infinity): Pair | undefined {
    const [one, other] = [this.seats.get(a), this.seats.get(b)];
    if (!one || !other || one === other) return undefined;
    return one.rank < other.rank ? { low: one, high: other, weight } : { low: other, high: one, weight };
  }

  /** The weight of a pair, -Infinity where it is not linked. */
  weightOf(pair: Pair): number {
    return this.known.get(this.keyOf(pair))?.weight ?? -Infinity;
  }

  strongestFirst(): Pair[] {
    return [...this.known.values()].sort(strongerFirst);
  }

  private keyOf({ low, high }: Pair): number {
    return low.rank * this.seats.size + high.rank;
  }
}

/** Separates what stewards have told apart, then joins what they have matched. */
function decide(decisions: readonly PartitionDecision[], pairs: Pairs): void {
  const matches: Pair[] = [];
  for (const { a, b, verdict } of decisions) {
    const pair = pairs.pair(a, b);
    if (!pair) continue;
    if (verdict === 'noMatch') pair.low.part.cluster.separate(pair.high.part.cluster);
    else matches.push({ ...pair, weight: pairs.weightOf(pair) });
  }
  for (const { low, high } of matches.sort(strongerFirst)) {
    const [one, other] = [standing(low.part.cluster), standing(high.part.cluster)];
    if (one !== other && !one.isSeparate(other)) one.merge(other);
  }
}

function collect(seats: readonly Seat[]): number[][] {
  const idsOf = new Map<Cluster, number[]>();
  for (const { id, part } of seats) {
    const cluster = standing(part.cluster);
    const ids = idsOf.get(cluster);
    if (ids) ids.push(id);
    else idsOf.set(cluster, [id]);
  }
  return [...idsOf.values()];
}

function strongerFirst(a: Pair, b: Pair): number {
  if (a.weight !== b.weight) return a.weight > b.weight ? -1 : 1;
  return a.low.rank - b.low.rank || a.high.rank - b.high.rank;
}

/** By code unit, the same on every machine. */
function compare(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
