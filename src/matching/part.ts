import type { Cluster } from './cluster.js';
import { type Mergeable, standing } from './standing.js';

/** The share of the mean evidence within two parts that must stand between them, unless a model says otherwise. */
const usualCohesion = 1 / 4;

/** In a part of up to so many records, a record is expected to have been compared with all. */
const breadth = 10;

/** All links between two parts. */
export interface Bond {
  readonly one: Part;
  readonly other: Part;
  /** The sum of the links' evidence: what is joined first. Whole numbers, so that sums are exact and so free of order. */
  evidence: number;
  /** The same with the evidence of every link capped: what coheres. A link that is sure enough need not be surer. */
  support: number;
  /** The place of the strongest link among all links, from 0. */
  strongest: number;
}

/**
 * A part of a component that evidence holds together. Between two parts stands the sum of the evidence of their members'
 * links, where a pair without a link adds nothing. Two parts cohere if the mean of that over all pairs between them
 * is at least a share, the cohesion asked for, of the mean over the pairs within the looser one; a single record has no
 * pairs within and asks for that share of the least evidence that joins. At a quarter, a lone record joins a few by
 * one good link, as dirty records of one thing often miss links, and two strong parts do not join by one weak bridge
 * among many pairs.
 *
 * Sources: the mean over all pairs is the average linkage of R. R. Sokal and C. D. Michener (1958); to hold it against
 * what is within is the relative closeness of G. Karypis, E.-H. Han and V. Kumar, Chameleon, IEEE Computer 32
 * (1999). How links alone fail: O. Hassanzadeh, F. Chiang, H. C. Lee and R. J. Miller, Framework for Evaluating
 * Clustering Algorithms in Duplicate Detection, PVLDB 2 (2009).
 */
export class Part implements Mergeable<Part> {
  mergedInto?: Part;
  private readonly bonds = new Map<Part, Bond>();
  private size = 1;
  private within = 0;

  constructor(readonly cluster: Cluster) {}

  /** Binds two single records by the evidence of their link, of which each pair has one. */
  bind(other: Part, link: Pick<Bond, 'evidence' | 'support' | 'strongest'>): Bond {
    const bond = { one: this, other, ...link };
    this.bonds.set(other, bond);
    other.bonds.set(this, bond);
    return bond;
  }

  /** Merges the two parts of a bond. Answers the bonds that thereby gained evidence: to parts that both were bound to. */
  static merge(one: Part, other: Part): Bond[] {
    // The one with fewer bonds goes into the other, so that all merges of n links cost n log n.
    return one.bonds.size > other.bonds.size ? one.absorb(other) : other.absorb(one);
  }

  /** The mean support of the pairs within. */
  meanWithin(): number {
    return this.size === 1 ? 0 : this.within / ((this.size * comparedAmong(this.size - 1)) / 2);
  }

  /** How many pairs of records of the two are expected to have been compared. */
  pairsWith(other: Part): number {
    return Math.min(this.size, other.size) * comparedAmong(Math.max(this.size, other.size));
  }

  private absorb(other: Part): Bond[] {
    const strengthened: Bond[] = [];
    this.size += other.size;
    this.within += other.within + (this.bonds.get(other)?.support ?? 0);
    this.bonds.delete(other);
    other.bonds.delete(this);
    for (const [neighbour, bond] of other.bonds) {
      neighbour.bonds.delete(other);
      const held = this.bonds.get(neighbour);
      if (held) {
        held.evidence += bond.evidence;
        held.support += bond.support;
        held.strongest = Math.min(held.strongest, bond.strongest);
        bond.evidence = 0;
        strengthened.push(held);
      } else {
        this.bonds.set(neighbour, bond);
        neighbour.bonds.set(this, bond);
      }
    }
    other.bonds.clear();
    other.mergedInto = this;
    return strengthened;
  }
}

/**
 * How many of so many records one is expected to have been compared with: all of a few, and of many the fewer the more
 * there are, as candidates are limited; but ever more, so that no one record gathers any number of strangers.
 */
function comparedAmong(records: number): number {
  return records <= breadth ? records : Math.sqrt(breadth * records);
}

/** The two parts that a bond is between, after all merges. */
export function endsOf({ one, other }: Bond): readonly [Part, Part] {
  return [standing(one), standing(other)];
}

/** Whether a bond is enough to make its two parts one, where `least` is the least evidence of a link that joins. */
export function coheres(bond: Bond, least: number, cohesion = usualCohesion): boolean {
  const [one, other] = endsOf(bond);
  const reference = Math.max(least, Math.min(one.meanWithin(), other.meanWithin()));
  return bond.support / one.pairsWith(other) >= cohesion * reference;
}
