import { unitsPerBit } from './frequency.js';
import { type Bond, coheres, endsOf, Part } from './part.js';
import { PriorityQueue } from './priority-queue.js';
import { standing } from './standing.js';

/** What a link just at the threshold counts for, in bits; one above it counts for more, one below for less. */
const bitsAtThreshold = 4;

/** The most that one link counts for in cohesion, in bits. */
const enoughBits = 12;

/** No single weight counts for more, so that sums stay exact. */
const mostBits = 1000;

/** A linked pair of single records, and its weight in bits. */
export interface Link {
  readonly low: { readonly part: Part };
  readonly high: { readonly part: Part };
  readonly weight: number;
}

/** A bond as it stood when it was last weighed. */
interface Offer {
  readonly bond: Bond;
  readonly evidence: number;
  readonly mean: number;
}

/**
 * Grows parts, and with them clusters, agglomeratively: of all pairs of parts that a link of at least the threshold
 * connects, the one with the highest mean evidence is next, and is joined if it coheres and its clusters may meet. What
 * is refused for want of cohesion is offered again when it gains evidence. Between single records this is best link
 * first, and so for duplicate-free sources the best-first one-to-one assignment of S. Lacoste-Julien et al., SiGMa
 * (KDD 2013).
 *
 * Ties fall to the greater sum of evidence, then to the stronger link by its place in `strongestFirst`.
 */
export function grow(strongestFirst: readonly Link[], linkThreshold: number, cohesion?: number): void {
  const queue = new PriorityQueue<Offer>(isBetter);
  const joining = strongestFirst.filter(({ weight }) => weight >= linkThreshold).length;
  const offer = (bond: Bond) => {
    if (bond.strongest < joining) queue.push({ bond, evidence: bond.evidence, mean: meanOf(bond) });
  };
  strongestFirst.forEach(({ low, high, weight }, place) => {
    const bits = bitsAtThreshold + weight - linkThreshold;
    const link = { evidence: unitsOf(bits, mostBits), support: unitsOf(bits, enoughBits), strongest: place };
    offer(low.part.bind(high.part, link));
  });
  for (let next = queue.pop(); next; next = queue.pop()) {
    const { bond, evidence, mean } = next;
    if (bond.evidence !== evidence || !mayMeet(bond)) continue;
    // Either part may have grown since, which lowers the mean.
    if (meanOf(bond) < mean) offer(bond);
    else if (coheres(bond, leastSupport, cohesion)) join(bond).forEach(offer);
  }
}

function meanOf(bond: Bond): number {
  const [one, other] = endsOf(bond);
  return bond.evidence / one.pairsWith(other);
}

function mayMeet(bond: Bond): boolean {
  const [partA, partB] = endsOf(bond);
  if (partA === partB) return false;
  const [one, other] = [standing(partA.cluster), standing(partB.cluster)];
  return one === other || !(one.isSeparate(other) || one.rivals(other));
}

function join(bond: Bond): Bond[] {
  const [partA, partB] = endsOf(bond);
  const [one, other] = [standing(partA.cluster), standing(partB.cluster)];
  if (one !== other) one.merge(other);
  return Part.merge(partA, partB);
}

function isBetter(a: Offer, b: Offer): boolean {
  if (a.mean !== b.mean) return a.mean > b.mean;
  if (a.evidence !== b.evidence) return a.evidence > b.evidence;
  return a.bond.strongest < b.bond.strongest;
}

function unitsOf(bits: number, most: number): number {
  return Math.round(Math.max(0, Math.min(most, bits)) * unitsPerBit);
}

const leastSupport = unitsOf(bitsAtThreshold, enoughBits);
