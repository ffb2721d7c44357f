import type { Mergeable } from './standing.js';

/** The side of a decision that tells records apart. */
type Side = 'one' | 'other';

/**
 * A growing cluster and what it must not meet: the other side of a decision by which a steward has told its records apart
 * from others, and a second record of a duplicate-free source.
 */
export class Cluster implements Mergeable<Cluster> {
  mergedInto?: Cluster;
  private readonly sides = new Map<number, Side>();
  private readonly exclusiveSources = new Set<string>();

  constructor({ source, duplicateFree }: { readonly source: string; readonly duplicateFree: boolean }) {
    if (duplicateFree) this.exclusiveSources.add(source);
  }

  /** Keeps the cluster, and all that it is merged with, from those that take the other side of the same decision. */
  takeSide(decision: number, side: Side): void {
    this.sides.set(decision, side);
  }

  /** Whether a steward has told the two apart. */
  isSeparate(other: Cluster): boolean {
    const [fewer, more] = this.sides.size > other.sides.size ? [other, this] : [this, other];
    for (const [decision, side] of fewer.sides) if ((more.sides.get(decision) ?? side) !== side) return true;
    return false;
  }

  /** Whether both have a record of one duplicate-free source. */
  rivals(other: Cluster): boolean {
    const [fewer, more] = this.heavierThan(other) ? [other, this] : [this, other];
    for (const source of fewer.exclusiveSources) if (more.exclusiveSources.has(source)) return true;
    return false;
  }

  /** Merges the two, the lighter into the heavier, so that all merges of n clusters cost n log n. */
  merge(other: Cluster): void {
    if (this.heavierThan(other)) this.absorb(other);
    else other.absorb(this);
  }

  private heavierThan(other: Cluster): boolean {
    return this.sides.size + this.exclusiveSources.size > other.sides.size + other.exclusiveSources.size;
  }

  private absorb(other: Cluster): void {
    for (const [decision, side] of other.sides) this.sides.set(decision, side);
    for (const source of other.exclusiveSources) this.exclusiveSources.add(source);
    other.mergedInto = this;
  }
}
