/** The thresholds, in bits, that are weighed against each other. */
const lowest = -6;
const highest = 20;
const step = 0.5;

/** How many there are. */
export const steps = Math.round((highest - lowest) / step) + 1;

/** The threshold at an index from 0. */
export function thresholdAt(index: number): number {
  return lowest + index * step;
}

/** The index of the highest threshold that a weight reaches, or -1 where it reaches none. */
export function indexOf(weight: number): number {
  return Math.min(steps, Math.max(0, Math.floor((weight - lowest) / step) + 1)) - 1;
}
