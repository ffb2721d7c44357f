import type { Condition, DistanceMeasure, Level, SimilarityMeasure } from './comparison.js';

// Short words in which domains write their models.

/** One level of a comparison. */
export function level<F extends string>(
  label: string,
  when: Condition<F>,
  m: number,
  u: number,
  termFrequency?: Level<F>['termFrequency'],
): Level<F> {
  return { label, when, m, u, ...(termFrequency && { termFrequency }) };
}

/** A level that corrects what other comparisons say: no probabilities, and so not for training to estimate. */
export function held<F extends string>(corrects: Level<F>): Level<F> {
  return { ...corrects, held: true };
}

/** The level of records that lack a feature, which weighs nothing. */
export function missing<F extends string>(...features: readonly F[]): Level<F> {
  return { label: 'missing', when: { kind: 'missing', features }, m: 1, u: 1 };
}

/** The last level. */
export function otherwise<F extends string = never>(m: number, u: number, label = 'different'): Level<F> {
  return { label, when: { kind: 'otherwise' }, m, u };
}

export function absent<F extends string>(...features: readonly F[]): Condition<F> {
  return { kind: 'missing', features };
}

export function exact<F extends string>(feature: F): Condition<F> {
  return { kind: 'exact', feature };
}

export function crossed<F extends string>(one: F, other: F): Condition<F> {
  return { kind: 'crossed', features: [one, other] };
}

export function similar<F extends string>(feature: F, measure: SimilarityMeasure, atLeast: number): Condition<F> {
  return { kind: 'similarity', feature, measure, atLeast };
}

export function near<F extends string>(feature: F, measure: DistanceMeasure, atMost: number): Condition<F> {
  return { kind: 'distance', feature, measure, atMost };
}

export function within<F extends string>(feature: F, atMost: number): Condition<F> {
  return { kind: 'difference', feature, atMost };
}

export function contradicts<F extends string>(feature: F): Condition<F> {
  return { kind: 'contradiction', feature };
}

export function all<F extends string>(...of: readonly Condition<F>[]): Condition<F> {
  return { kind: 'all', of };
}

export function any<F extends string>(...of: readonly Condition<F>[]): Condition<F> {
  return { kind: 'any', of };
}

export function not<F extends string>(of: Condition<F>): Condition<F> {
  return { kind: 'not', of };
}
