import type { Mergeable } from './standing.js';

/**
 * A growing cluster and what it must not meet: other clusters of which a steward has told a member apart from one of
 * its own, and a second record of a duplicate-free source.
 */
export class Cluster implements Mergeable<Cluster> {
  mergedInto?: Cluster;
  private readonly foes = new Set<Cluster>();
  private readonly exclusiveSources = new Set<string>();

  constructor({ source, duplicateFree }: { readonly source: string; readonly duplicateFree: boolean }) {
    if (duplicateFree) this.exclusiveSources.add(source);
  }

  /** Keeps the two apart, and all that either is merged with. */
  separate(other: Cluster): void {
    this.foes.add(other);
    other.foes.add(this);
  }

  /** Whether a steward has told the two apart. */
  isSeparate(other: Cluster): boolean {
    return this.foes.has(other);
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
    return this.foes.size + this.exclusiveSources.size > other.foes.size + other.exclusiveSources.size;
  }

  private absorb(other: Cluster): void {
    for (const foe of other.foes) {
      foe.foes.delete(other);
      foe.separate(this);
    }
    for (const source of other.exclusiveSources) this.exclusiveSources.add(source);
    other.mergedInto = this;
  }
}
