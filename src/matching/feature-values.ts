import type { FeatureValue } from './model.js';

/** Whether two features share a value: equal texts or numbers, or sets with an element in common. */
export function agree(a: FeatureValue | undefined, b: FeatureValue | undefined): boolean {
  if (a === undefined || b === undefined) return false;
  if (typeof a !== 'object') return typeof b === 'object' ? typeof a === 'string' && b.includes(a) : a === b;
  if (typeof b !== 'object') return typeof b === 'string' && a.includes(b);
  for (const element of a) if (b.includes(element)) return true;
  return false;
}

/** The highest measure over all pairs of texts of two features, or 0 where either has no text. */
export function highest(
  a: FeatureValue | undefined,
  b: FeatureValue | undefined,
  measure: (a: string, b: string) => number,
): number {
  if (typeof a === 'string' && typeof b === 'string') return measure(a, b);
  let best = 0;
  for (let i = 0; i < count(a); i++) {
    for (let j = 0; j < count(b); j++) best = Math.max(best, measure(at(a, i), at(b, j)));
  }
  return best;
}

/** The lowest measure over all pairs of texts of two features, or `Infinity` where either has no text. */
export function lowest(
  a: FeatureValue | undefined,
  b: FeatureValue | undefined,
  measure: (a: string, b: string) => number,
): number {
  if (typeof a === 'string' && typeof b === 'string') return measure(a, b);
  let best = Infinity;
  for (let i = 0; i < count(a); i++) {
    for (let j = 0; j < count(b); j++) best = Math.min(best, measure(at(a, i), at(b, j)));
  }
  return best;
}

/** The lowest of what `rate` says of the values that two features share, or undefined where they share none. */
export function lowestShared(
  a: FeatureValue | undefined,
  b: FeatureValue | undefined,
  rate: (value: string | number) => number,
): number | undefined {
  if (a === undefined || b === undefined) return undefined;
  if (typeof a !== 'object' || typeof b !== 'object') {
    const value = typeof a === 'object' ? b : a;
    return agree(a, b) && typeof value !== 'object' ? rate(value) : undefined;
  }
  let lowest: number | undefined;
  for (const element of a) {
    if (!b.includes(element)) continue;
    const rated = rate(element);
    if (lowest === undefined || rated < lowest) lowest = rated;
  }
  return lowest;
}

function count(value: FeatureValue | undefined): number {
  if (typeof value === 'string') return 1;
  return typeof value === 'object' ? value.length : 0;
}

function at(value: FeatureValue | undefined, index: number): string {
  if (typeof value === 'string') return value;
  return typeof value === 'object' ? (value[index] ?? '') : '';
}
