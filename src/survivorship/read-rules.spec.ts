import { attributes, rulesOf } from '../../test/support/survivorship.js';
import { mostRecent, trustBy, union, winnerOf } from './authoring.js';
import { compileRules } from './compile-rules.js';
import { readRules, RulesError } from './read-rules.js';

const valid = rulesOf([mostRecent], { name: [winnerOf('email'), mostRecent], identifiers: [mostRecent, union] });

describe('readRules', () => {
  /** The valid rules with some replaced, as they come from JSON. */
  const given = (of: object, groups: object = {}): unknown =>
    JSON.parse(JSON.stringify({ attributes: { ...valid.attributes, ...of }, groups: { ...valid.groups, ...groups } }));
  const by = (...strategies: object[]) => ({ strategies });

  it('reads from JSON what was written to it', () => {
    const decay = { curve: 'rapidInitial', minimum: 0.1, periodDays: 30.5 } as const;
    const trust = trustBy({ maximum: 0.9, decay, sources: { crm: { maximum: 1 }, shop: { decay } }, downgrade: 0.25 });
    const rules = rulesOf([trust], { email: [{ ...union, limit: 3 }] });
    expect(readRules(attributes, JSON.parse(JSON.stringify(rules)))).toEqual({ rules, errors: [] });
  });

  it.each<[path: string, message: string, rules: unknown]>([
    ['', 'must be an object', null],
    ['attributes', 'must be an object', { attributes: [] }],
    ['colour', 'is not known here', { ...(given({}) as object), colour: 'red' }],
    ['attributes.name', 'must have a rule', given({ name: undefined })],
    ['attributes.name', 'must be an object', given({ name: 'longest' })],
    ['attributes.shoe', 'is not an attribute', given({ shoe: by(mostRecent) })],
    ['attributes.name.strategies', 'must be a list of 1 to 20 strategies', given({ name: by() })],
    ['attributes.name.strategies', 'must be a list of 1 to 20 strategies', given({ name: {} })],
    ['attributes.name.strategies.0', 'must be an object', given({ name: { strategies: ['longest'] } })],
    ['attributes.name.why', 'is not known here', given({ name: { ...by(mostRecent), why: 'because' } })],
    ['attributes.name.strategies', 'is not known here', given({ name: { group: 'price', strategies: [] } })],
    ['attributes.name.group', 'there is no group people', given({ name: { group: 'people' } })],
    ['attributes.name.group', 'must be the name of a group', given({ name: { group: 1 } })],
    ['groups.people', 'no attribute is in this group', given({}, { people: by(mostRecent) })],
    [
      'groups.price.strategies.0',
      'union is for a single attribute: a group survives from one record',
      given({}, { price: by(union) }),
    ],
    ['attributes.born.strategies.0', 'union is for attributes that hold several values', given({ born: by(union) })],
    ['attributes.address.strategies.0', 'union must be the last strategy', given({ address: by(union, mostRecent) })],
    ['attributes.born.strategies.1', 'mostRecent is there twice', given({ born: by(mostRecent, mostRecent) })],
    ['attributes.born.strategies.0.kind', 'must be one of', given({ born: by({ kind: 'toString' }) })],
    ['attributes.born.strategies.0.kind', 'must be one of', given({ born: by({}) })],
    [
      'attributes.born.strategies.0.sources',
      'must be a list of 1 to 1,000 elements',
      given({ born: by({ kind: 'sourcePriority' }) }),
    ],
    [
      'attributes.born.strategies.0.sources.1',
      'must be the id of a source',
      given({ born: by({ kind: 'sourcePriority', sources: ['a', 'A'] }) }),
    ],
    [
      'attributes.born.strategies.0.sources.1',
      'is there twice',
      given({ born: by({ kind: 'sourcePriority', sources: ['a', 'a'] }) }),
    ],
    [
      'attributes.born.strategies.0.values.0',
      'must be a text or a number',
      given({ born: by({ kind: 'valueOrder', values: [null] }) }),
    ],
    [
      'attributes.born.strategies.0.maximum',
      'must be a number from 0 to 1',
      given({ born: by({ kind: 'trust', maximum: 1.1 }) }),
    ],
    [
      'attributes.born.strategies.0.downgrade',
      'must be a number from 0 to 1',
      given({ born: by({ kind: 'trust', downgrade: '0' }) }),
    ],
    [
      'attributes.born.strategies.0.sources.A',
      'must be named by the id of a source',
      given({ born: by({ kind: 'trust', sources: { A: {} } }) }),
    ],
    [
      'attributes.born.strategies.0.sources.a.kind',
      'is not known here',
      given({ born: by({ kind: 'trust', sources: { a: { kind: 'trust' } } }) }),
    ],
    [
      'attributes.born.strategies.0.decay.curve',
      'must be one of linear, slowInitial, rapidInitial',
      given({ born: by({ kind: 'trust', decay: { curve: 'steep', minimum: 0, periodDays: 1 } }) }),
    ],
    [
      'attributes.born.strategies.0.decay.periodDays',
      'must be above 0',
      given({ born: by({ kind: 'trust', decay: { curve: 'linear', minimum: 0, periodDays: 0 } }) }),
    ],
    [
      'attributes.born.strategies.0.decay.minimum',
      'must not be above maximum',
      given({ born: by({ kind: 'trust', maximum: 0.1, decay: { curve: 'linear', minimum: 0.2, periodDays: 1 } }) }),
    ],
    [
      'attributes.email.strategies.0.limit',
      'must be a whole number from 1 to 1,000',
      given({ email: by({ kind: 'union', limit: 0 }), name: by(mostRecent) }),
    ],
    ['attributes.name.strategies.0.attribute', 'there is no attribute shoe', given({ name: by(winnerOf('shoe')) })],
    [
      'attributes.name.strategies.0.attribute',
      'identifiers is a union, which no record wins',
      given({ name: by(winnerOf('identifiers')) }),
    ],
    [
      'attributes.name.strategies.0.attribute',
      'name must not depend on this rule in turn',
      given({ name: by(winnerOf('name')) }),
    ],
    [
      'groups.price.strategies.0.attribute',
      'priceCurrency must not depend on this rule in turn',
      given({}, { price: by(winnerOf('priceCurrency')) }),
    ],
  ])('%s: %s', (path, message, rules) => {
    expect(readRules(attributes, rules).errors).toContainEqual({
      path,
      message: expect.stringContaining(message) as string,
    });
  });

  it('finds rules that depend on each other over others', () => {
    const rules = given({ name: by(winnerOf('born')), born: by(winnerOf('email')), email: by(winnerOf('name')) });
    expect(readRules(attributes, rules).errors).toHaveLength(3);
  });

  it('compiles none that are not valid, and says all that is wrong', () => {
    const broken = { attributes: { ...valid.attributes, name: by(), born: by() }, groups: valid.groups };
    expect(() => compileRules(attributes, broken as typeof valid)).toThrow(RulesError);
    expect(() => compileRules(attributes, broken as typeof valid)).toThrow(/attributes\.name.*attributes\.born/);
  });
});
