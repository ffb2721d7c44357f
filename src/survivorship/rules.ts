import type { Attributes } from '../domain/attribute.js';

/** How one value is chosen from several. Each narrows the candidates; what it leaves equal goes to the next. */
export type Strategy =
  'trust' | 'mostRecent' | 'oldest' | 'mostFrequent' | 'longest' | 'shortest' | 'mostComplete' | 'minimum' | 'maximum';

/**
 * An ordered list of strategies for one attribute. Before them all, a value that could be read beats one that could
 * not; the last tie falls to the smallest `(source, sourceId)`.
 */
export interface SurvivorshipRule {
  readonly strategies: readonly [Strategy, ...Strategy[]];
  /** Attributes that share a group name survive together from one record; they must have the same strategies. */
  readonly group?: string;
}

/** A rule for every attribute of the domain. */
export type SurvivorshipRules<A extends Attributes = Attributes> = { readonly [K in keyof A]: SurvivorshipRule };
