import type { Attributes, CanonicalRecord } from '../../src/domain/attribute.js';
import { by, together } from '../../src/survivorship/authoring.js';
import type { Member } from '../../src/survivorship/candidate.js';
import { compileRules, type CompiledRules } from '../../src/survivorship/compile-rules.js';
import type { Strategy, SurvivorshipRules } from '../../src/survivorship/rules.js';

/** An attribute of each sort. */
export const attributes = {
  name: { kind: 'text', description: '' },
  born: { kind: 'date', description: '' },
  email: { kind: 'email', many: true, description: '' },
  address: { kind: 'postalAddress', many: true, description: '' },
  price: { kind: 'price', description: '' },
  priceCurrency: { kind: 'currency', description: '' },
  identifiers: { kind: 'identifiers', description: '' },
} as const satisfies Attributes;

export type AttributeName = keyof typeof attributes;

/** The same strategies for every attribute, and for the price with its currency as a group; some attributes by their own. */
export function rulesOf(
  strategies: readonly Strategy<AttributeName>[],
  own: Partial<Record<AttributeName, readonly Strategy<AttributeName>[]>> = {},
): SurvivorshipRules<typeof attributes> {
  const rule = (name: AttributeName) => by(...(own[name] ?? strategies));
  return {
    attributes: {
      name: rule('name'),
      born: rule('born'),
      email: rule('email'),
      address: rule('address'),
      price: together('price'),
      priceCurrency: together('price'),
      identifiers: rule('identifiers'),
    },
    groups: { price: by(...strategies) },
  };
}

export function compiled(...rules: Parameters<typeof rulesOf>): CompiledRules {
  return compileRules(attributes, rulesOf(...rules));
}

/** A record of source `a` by its id, trusted by half, observed on the day that is its id, unless given otherwise. */
export function member(
  sourceId: string,
  canonical: CanonicalRecord<typeof attributes>,
  given: Partial<Member> = {},
): Member {
  const observedAt = `2026-01-${sourceId.padStart(2, '0')}T00:00:00.000Z`;
  return { source: 'a', sourceId, trust: 0.5, observedAt, canonical, flagged: [], ...given };
}

export function named(sourceId: string, name: string, given?: Partial<Member>): Member {
  return member(sourceId, { name }, given);
}
