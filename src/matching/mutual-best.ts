/** A link between two records, its weight in bits. */
interface Weighed {
  readonly a: number;
  readonly b: number;
  readonly weight: number;
}

/** What must be known of a linked record. */
interface Sourced {
  readonly source: string;
  readonly duplicateFree: boolean;
}

/** The strongest link of a record to another source, and how many are as strong. */
interface Best {
  weight: number;
  count: number;
}

/**
 * Relative evidence: raises by `bits` the weight of each link between records of two sources of which neither record
 * has a stronger link to the other's source. Where most things of one source are in the other too, the best candidate
 * of a record is seldom another thing, unless that other thing has found its own record and is not there to be mistaken:
 * so a pair that is mutually best is far likelier to match than its weight alone says. As strong a link is no rival but
 * to a source that is duplicate-free, of whose records at most one is right.
 *
 * A link with a record that is not among the members is passed over. A function of the set of links and the members alone.
 *
 * Sources: mutual nearest neighbours as evidence, K. C. Gowda and G. Krishna, Pattern Recognition 10 (1978); between two
 * lists, the Exact Clustering of G. Papadakis, V. Efthymiou, E. Thanos, O. Hassanzadeh and P. Christen, An Analysis of
 * One-to-One Matching Algorithms for Entity Resolution, VLDB Journal 32 (2023).
 */
export function raiseMutualBest<Link extends Weighed>(
  links: readonly Link[],
  members: ReadonlyMap<number, Sourced>,
  bits: number,
): readonly Link[] {
  if (bits === 0) return links;
  const best = new BestLinks(members);
  for (const link of links) best.add(link);
  return links.map((link) => (best.isMutual(link) ? { ...link, weight: link.weight + bits } : link));
}

class BestLinks {
  /** By record and the other record's source. */
  private readonly known = new Map<number, Map<string, Best>>();

  constructor(private readonly members: ReadonlyMap<number, Sourced>) {}

  add({ a, b, weight }: Weighed): void {
    const [one, other] = [this.members.get(a), this.members.get(b)];
    if (!one || !other || one.source === other.source) return;
    this.offer(a, other.source, weight);
    this.offer(b, one.source, weight);
  }

  isMutual({ a, b, weight }: Weighed): boolean {
    return this.isBest(a, b, weight) && this.isBest(b, a, weight);
  }

  private offer(id: number, source: string, weight: number): void {
    const ofRecord = this.known.get(id) ?? new Map<string, Best>();
    this.known.set(id, ofRecord);
    const best = ofRecord.get(source);
    if (!best || weight > best.weight) ofRecord.set(source, { weight, count: 1 });
    else if (weight === best.weight) best.count++;
  }

  private isBest(id: number, otherId: number, weight: number): boolean {
    const other = this.members.get(otherId);
    const best = other && this.known.get(id)?.get(other.source);
    return best?.weight === weight && (best.count === 1 || !other?.duplicateFree);
  }
}
