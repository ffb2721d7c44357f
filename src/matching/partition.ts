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

/** What a steward has decided: that records are all one thing, or that none of some records is any of the others. */
export type PartitionDecision =
  | { readonly verdict: 'match'; readonly records: readonly number[] }
  | { readonly verdict: 'noMatch'; readonly records: readonly number[]; readonly others: readonly number[] };

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
 * where the match with the stronger link stands, and of a matched group all that may; a match outranks duplicate-free,
 * which else holds in every cluster.
 * The records that only a steward joins remain parts of their own, so that each brings those that cohere with it.
 */
export function partition(input: PartitionInput): readonly (readonly number[])[] {
  const ordered = [...input.members].sort((a, b) => compare(a.source, b.source) || compare(a.sourceId, b.sourceId));
  const seats = ordered.map((member, rank) => ({ id: member.id, rank, part: new Part(new Cluster(member)) }));
  const pairs = new Pairs(seats);
  for (const { a, b, weight } of input.links) pairs.add(a, b, weight);
  const strongestFirst = pairs.strongestFirst();
  decide(input.decisions, pairs, strongestFirst);
  grow(strongestFirst, input.linkThreshold, input.cohesion);
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
    if (!pair) return;
    const known = this.known.get(this.keyOf(pair));
    if (!known || weight > known.weight) this.known.set(this.keyOf(pair), pair);
  }

  /** The seats of those of the records that are members, in order. */
  seatsOf(ids: readonly number[]): Seat[] {
    const seats = new Set(ids.flatMap((id) => this.seats.get(id) ?? []));
    return [...seats].sort((a, b) => a.rank - b.rank);
  }

  /** A pair of members, or undefined where it is not two members. */
  private pair(a: number, b: number, weight: number): Pair | undefined {
    const [one, other] = [this.seats.get(a), this.seats.get(b)];
    if (!one || !other || one === other) return undefined;
    return one.rank < other.rank ? { low: one, high: other, weight } : { low: other, high: one, weight };
  }

  strongestFirst(): Pair[] {
    return [...this.known.values()].sort(strongerFirst);
  }

  private keyOf({ low, high }: Pair): number {
    return low.rank * this.seats.size + high.rank;
  }
}

/** Separates what stewards have told apart, then joins what they have matched: first the pairs with a link, strongest first. */
function decide(decisions: readonly PartitionDecision[], pairs: Pairs, strongestFirst: readonly Pair[]): void {
  const groups: Seat[][] = [];
  decisions.forEach((decision, index) => {
    const records = pairs.seatsOf(decision.records);
    if (decision.verdict === 'match') groups.push(records);
    else {
      for (const { part } of records) part.cluster.takeSide(index, 'one');
      for (const { part } of pairs.seatsOf(decision.others)) part.cluster.takeSide(index, 'other');
    }
  });
  if (groups.length === 0) return;
  for (const { low, high } of strongestFirst.filter(within(groups))) unite(low, high);
  for (const group of groups.sort(firstByName)) uniteAll(group);
}

/** Tells whether a pair stands within one of the groups. */
function within(groups: readonly (readonly Seat[])[]): (pair: Pair) => boolean {
  const groupsOf = new Map<Seat, Set<number>>();
  groups.forEach((group, index) => {
    for (const seat of group) groupsOf.set(seat, (groupsOf.get(seat) ?? new Set()).add(index));
  });
  return ({ low, high }) => {
    const other = groupsOf.get(high);
    return other !== undefined && [...(groupsOf.get(low) ?? [])].some((index) => other.has(index));
  };
}

/** Unites the clusters of a group, each with the first that it may be with. */
function uniteAll(group: readonly Seat[]): void {
  const heads: Seat[] = [];
  for (const seat of group) if (!heads.some((head) => unite(head, seat))) heads.push(seat);
}

/** Unites the clusters of two records unless they are told apart. Answers whether the two are together. */
function unite(low: Seat, high: Seat): boolean {
  const [one, other] = [standing(low.part.cluster), standing(high.part.cluster)];
  if (one === other) return true;
  if (one.isSeparate(other)) return false;
  one.merge(other);
  return true;
}

/** In the order of their records; what begins another comes before it. */
function firstByName(a: readonly Seat[], b: readonly Seat[]): number {
  const place = a.findIndex((seat, index) => seat !== b[index]);
  const [one, other] = [a[place], b[place]];
  return one && other ? one.rank - other.rank : a.length - b.length;
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
