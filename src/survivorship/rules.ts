import type { Attributes } from '../domain/attribute.js';

/**
 * How trust falls over a period, from a maximum to a minimum: by the same amount every day, slowly at first, or rapidly
 * at first.
 */
export type DecayCurve = 'linear' | 'slowInitial' | 'rapidInitial';

/** How trust in a value falls as it grows older. */
export interface TrustDecay {
  readonly curve: DecayCurve;
  /** Trust in a value as old as the period or older, in [0, 1]. */
  readonly minimum: number;
  /** In days, above 0. */
  readonly periodDays: number;
}

/** How far the values of a source are trusted. */
export interface SourceTrust {
  /** Trust in a value that has just been observed, in [0, 1]. Not given: the trust that the source is registered with. */
  readonly maximum?: number;
  readonly decay?: TrustDecay;
}

/** The most trusted value survives. */
export interface TrustStrategy extends SourceTrust {
  readonly kind: 'trust';
  /** What holds for single sources in the place of what holds for all. */
  readonly sources?: Readonly<Record<string, SourceTrust>>;
  /**
   * The part of its trust, in [0, 1], that a value loses when it fails validation. Given, such a value is not out from the
   * start where others could be read: it competes with what trust is left to it.
   */
  readonly downgrade?: number;
}

/**
 * How one value is chosen from several. Each narrows the candidates; what it leaves equal goes to the next.
 *
 * - `sourcePriority`: of the source that is listed first; sources that are not listed come last
 * - `trust`: the most trusted, by source, age and validity
 * - `mostRecent`, `oldest`: by when it was observed
 * - `mostFrequent`: what most records hold
 * - `longest`, `shortest`: by characters
 * - `mostComplete`: of a group the one with most attributes, of an address or date the one with most parts
 * - `minimum`, `maximum`: by number, or by text where there are no numbers
 * - `valueOrder`: the value that is listed first; values that are not listed come last
 * - `winnerOf`: of the record that won another attribute
 * - `union`: every value that is left, most frequent first; for attributes of several values, and always the last
 */
export type Strategy<Name extends string = string> =
  | { readonly kind: 'sourcePriority'; readonly sources: readonly string[] }
  | TrustStrategy
  | { readonly kind: 'mostRecent' }
  | { readonly kind: 'oldest' }
  | { readonly kind: 'mostFrequent' }
  | { readonly kind: 'longest' }
  | { readonly kind: 'shortest' }
  | { readonly kind: 'mostComplete' }
  | { readonly kind: 'minimum' }
  | { readonly kind: 'maximum' }
  | { readonly kind: 'valueOrder'; readonly values: readonly (string | number)[] }
  | { readonly kind: 'winnerOf'; readonly attribute: Name }
  | { readonly kind: 'union'; readonly limit?: number };

export type StrategyKind = Strategy['kind'];

/**
 * An ordered list of strategies. Before them all, a value that could be read beats one that could not; the last tie falls
 * to the smallest `(source, sourceId)`.
 */
export interface StrategyRule<Name extends string = string> {
  readonly strategies: readonly Strategy<Name>[];
}

/** How an attribute survives: by strategies of its own, or with others of a group from one record. */
export type AttributeRule<Name extends string = string> = StrategyRule<Name> | { readonly group: string };

/** The survivorship rules of a domain, as data: a rule for every attribute, and one for each group that they name. */
export interface SurvivorshipRules<A extends Attributes = Attributes> {
  readonly attributes: { readonly [K in keyof A]: AttributeRule<keyof A & string> };
  readonly groups?: Readonly<Record<string, StrategyRule<keyof A & string>>>;
}
