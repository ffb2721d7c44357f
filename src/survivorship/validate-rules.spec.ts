import type { Attributes } from '../domain/attribute.js';
import type { SurvivorshipRules } from './rules.js';
import { survive } from './survive.js';
import { validateRules } from './validate-rules.js';

const attributes = {
  name: { kind: 'text', description: '' },
  price: { kind: 'price', description: '' },
  priceCurrency: { kind: 'currency', description: '' },
} as const satisfies Attributes;

const valid: SurvivorshipRules<typeof attributes> = {
  name: { strategies: ['trust', 'longest'] },
  price: { strategies: ['mostRecent'], group: 'price' },
  priceCurrency: { strategies: ['mostRecent'], group: 'price' },
};

describe('validateRules', () => {
  /** The valid rules with some replaced, as they come from JSON. */
  const read = (rules: object) => JSON.parse(JSON.stringify({ ...valid, ...rules })) as SurvivorshipRules;

  it('finds nothing wrong with valid rules', () => {
    expect(validateRules(attributes, valid)).toEqual([]);
  });

  it.each<[string, SurvivorshipRules]>([
    ['name: a rule needs a strategy', read({ name: { strategies: [] } })],
    ['name: there is no strategy loudest', read({ name: { strategies: ['loudest'] } })],
    ['name: there is no strategy toString', read({ name: { strategies: ['toString'] } })],
    ['name: trust is there twice', read({ name: { strategies: ['trust', 'longest', 'trust'] } })],
    ['name: there is no rule', read({ name: undefined })],
    ['shoe: there is no such attribute', read({ shoe: { strategies: ['trust'] } })],
    [
      'priceCurrency: the strategies of group price must be those of price',
      read({ priceCurrency: { strategies: ['longest'], group: 'price' } }),
    ],
  ])('%s', (error, rules) => {
    expect(validateRules(attributes, rules)).toEqual([error]);
    expect(() => survive([], attributes, rules)).toThrow(`The survivorship rules are not valid: ${error}.`);
  });
});
