import type { AttributeRule, Strategy, StrategyRule, TrustStrategy } from './rules.js';

// Short words in which domains write their rules.

export const trust = { kind: 'trust' } as const;
export const mostRecent = { kind: 'mostRecent' } as const;
export const oldest = { kind: 'oldest' } as const;
export const mostFrequent = { kind: 'mostFrequent' } as const;
export const longest = { kind: 'longest' } as const;
export const shortest = { kind: 'shortest' } as const;
export const mostComplete = { kind: 'mostComplete' } as const;
export const minimum = { kind: 'minimum' } as const;
export const maximum = { kind: 'maximum' } as const;
export const union = { kind: 'union' } as const;

export function sourcePriority(...sources: readonly string[]): Strategy<never> {
  return { kind: 'sourcePriority', sources };
}

/** Trust that depends on more than the source's own: on age, on the attribute, on validity. */
export function trustBy(how: Omit<TrustStrategy, 'kind'>): Strategy<never> {
  return { kind: 'trust', ...how };
}

export function valueOrder(...values: readonly (string | number)[]): Strategy<never> {
  return { kind: 'valueOrder', values };
}

export function winnerOf<Name extends string>(attribute: Name): Strategy<Name> {
  return { kind: 'winnerOf', attribute };
}

/** The rule of an attribute or a group: each strategy decides among what the one before left equal. */
export function by<Name extends string = never>(...strategies: readonly Strategy<Name>[]): StrategyRule<Name> {
  return { strategies };
}

/** The rule of an attribute that survives together with the others of a group, from one record. */
export function together(group: string): AttributeRule<never> {
  return { group };
}
