import {
  longest,
  maximum,
  minimum,
  mostComplete,
  mostFrequent,
  mostRecent,
  oldest,
  shortest,
  sourcePriority,
  trust,
  trustBy,
  union,
  valueOrder,
  winnerOf,
} from './authoring.js';
import { Candidate, type Member } from './candidate.js';
import type { DecayCurve, Strategy } from './rules.js';
import { type GoldenContent, survive } from './survive.js';
import { trustOf } from './trust.js';
import { compiled, member, named, type AttributeName } from '../../test/support/survivorship.js';

type Strategies = readonly Strategy<AttributeName>[];

function golden(strategies: Strategies, members: readonly Member[]): GoldenContent {
  return survive(members, compiled(strategies));
}

/** The name that survives and what decided: `Ann by trust, 1 lost`. */
function nameBy(strategies: Strategies, members: readonly Member[]): string {
  const { attributes: values, lineage } = golden(strategies, members);
  return `${values.name as string} by ${lineage.name?.strategy}, ${lineage.name?.lost} lost`;
}

describe('survive: strategies', () => {
  const ann = named('3', 'Ann Lee', { trust: 0.9 });
  const anne = named('7', 'Anne-Marie Lee');
  const upper = named('5', 'ANNE MARIE LEE');

  it.each<[Strategy<never>, string]>([
    [trust, 'Ann Lee by trust, 1 lost'],
    [mostRecent, 'Anne-Marie Lee by mostRecent, 1 lost'],
    [oldest, 'Ann Lee by oldest, 1 lost'],
    [mostFrequent, 'ANNE MARIE LEE by sourceOrder, 1 lost'],
    [longest, 'ANNE MARIE LEE by sourceOrder, 1 lost'],
    [shortest, 'Ann Lee by shortest, 1 lost'],
    [mostComplete, 'Ann Lee by sourceOrder, 1 lost'],
    [minimum, 'ANNE MARIE LEE by minimum, 1 lost'],
    [maximum, 'Anne-Marie Lee by maximum, 1 lost'],
  ])('$kind', (strategy, expected) => {
    expect(nameBy([strategy], [ann, anne, upper])).toBe(expected);
  });

  it('go in order, each among what the one before left equal', () => {
    expect(nameBy([mostFrequent, mostRecent], [ann, anne, upper])).toBe('Anne-Marie Lee by mostRecent, 1 lost');
    expect(nameBy([mostComplete, oldest, longest], [ann, anne, upper])).toBe('Ann Lee by oldest, 1 lost');
  });

  it('the last tie falls to the smallest source and source id', () => {
    const tied = [
      named('2', 'B', { source: 'b' }),
      named('12', 'C'),
      named('2', 'D', { source: 'ab' }),
      named('3', 'E'),
    ];
    expect(nameBy([trust], tied)).toBe('C by sourceOrder, 3 lost');
  });

  it('names what settled the value, not what then chose among records that agree', () => {
    const members = [named('1', 'Ann', { trust: 0.9 }), named('2', 'Ann', { trust: 0.9 }), named('3', 'Bea')];
    expect(golden([trust, mostRecent], members).lineage.name).toEqual({
      source: 'a',
      sourceId: '2',
      strategy: 'trust',
      observedAt: '2026-01-02T00:00:00.000Z',
      lost: 1,
      runnerUp: { source: 'a', sourceId: '3' },
    });
  });

  it('says where there was nothing to decide', () => {
    expect(nameBy([trust], [ann, member('9', { born: '1978' })])).toBe('Ann Lee by only, 0 lost');
    expect(nameBy([trust], [named('1', 'Ann'), named('2', 'Ann')])).toBe('Ann by unanimous, 0 lost');
  });

  it('compares times, not how they are written', () => {
    const members = [
      named('1', 'Early', { observedAt: '2026-03-01T10:30:00+02:00' }),
      named('2', 'Late', { observedAt: '2026-03-01T09:00:00.000Z' }),
      named('3', 'Unknown', { observedAt: 'yesterday' }),
    ];
    expect(nameBy([mostRecent], members)).toBe('Late by mostRecent, 2 lost');
    expect(nameBy([oldest], members)).toBe('Early by oldest, 2 lost');
  });
});

describe('survive: strategies with parameters', () => {
  const from = (source: string, sourceId: string, name: string, given: Partial<Member> = {}) =>
    named(sourceId, name, { source, ...given });

  it('sourcePriority: of the source that is listed first, and of one that is not listed last', () => {
    const members = [from('crm', '1', 'Ann'), from('erp', '2', 'Bea'), from('shop', '3', 'Cleo')];
    expect(nameBy([sourcePriority('shop', 'erp')], members)).toBe('Cleo by sourcePriority, 2 lost');
    expect(nameBy([sourcePriority('erp')], members)).toBe('Bea by sourcePriority, 2 lost');
    expect(nameBy([sourcePriority('hr'), oldest], members)).toBe('Ann by oldest, 2 lost');
  });

  it('valueOrder: the value that is listed first, apart from case, and numbers as numbers', () => {
    const members = [named('1', 'Bronze'), named('2', 'GOLD'), named('3', 'silver'), named('4', 'wood')];
    expect(nameBy([valueOrder('gold', 'silver', 'bronze')], members)).toBe('GOLD by valueOrder, 3 lost');
    expect(nameBy([valueOrder('platinum', 'silver')], members)).toBe('silver by valueOrder, 3 lost');
    expect(nameBy([valueOrder('platinum'), mostRecent], members)).toBe('wood by mostRecent, 3 lost');
    const prices = [10, 9, 8].map((price, i) => member(`${i + 1}`, { price }));
    expect(golden([valueOrder(9, 10)], prices).attributes.price).toBe(9);
  });

  it('winnerOf: of the record that won another attribute, where it takes part', () => {
    const rules = { name: [winnerOf('email')], email: [mostRecent] };
    const members = [
      named('1', 'Ann'),
      member('2', { name: 'Bea', email: 'b@x.org' }),
      member('1', { email: 'a@x.org' }, { source: 'z' }),
    ];
    const content = survive(members, compiled([oldest], rules));
    expect(content.attributes).toMatchObject({ name: 'Bea', email: 'b@x.org' });
    expect(content.lineage.name).toMatchObject({ sourceId: '2', strategy: 'winnerOf', lost: 1 });
    const without = survive(
      [named('1', 'Ann'), named('3', 'Bea'), member('9', { email: 'e@x.org' })],
      compiled([oldest], rules),
    );
    expect(without.lineage.name).toMatchObject({ sourceId: '1', strategy: 'sourceOrder' });
  });

  it('union: every value that is left, most held first, each as the newest record spells it', () => {
    const members = [
      member('1', { email: ['a@x.org', 'b@x.org'] }),
      member('2', { email: 'B@x.org' }),
      member('3', { email: 'c@x.org' }, { trust: 0.1 }),
    ];
    const all = survive(members, compiled([oldest], { email: [union] }));
    expect(all.attributes.email).toEqual(['B@x.org', 'c@x.org', 'a@x.org']);
    expect(all.lineage.email).toMatchObject({
      sourceId: '2',
      strategy: 'union',
      lost: 0,
      records: [{ sourceId: '2' }, { sourceId: '3' }, { sourceId: '1' }],
    });
    const trusted = survive(members, compiled([oldest], { email: [trust, { ...union, limit: 1 }] }));
    expect(trusted.attributes.email).toBe('B@x.org');
    expect(trusted.lineage.email).toMatchObject({ strategy: 'union', lost: 2 });
  });

  it('union of identifiers: each type once, the most held first', () => {
    const members = [
      member('1', { identifiers: { passport: 'P1', licence: 'L1' } }),
      member('2', { identifiers: { passport: 'P2' } }),
      member('3', { identifiers: { passport: 'p1', visa: 'V3' } }),
    ];
    expect(survive(members, compiled([oldest], { identifiers: [union] })).attributes.identifiers).toEqual({
      licence: 'L1',
      passport: 'p1',
      visa: 'V3',
    });
  });
});

describe('survive: trust', () => {
  /** A value of a source by its age in days when the newest was observed. */
  const aged = (source: string, days: number, trusted: number, given: Partial<Member> = {}) =>
    named('1', source.toUpperCase(), {
      source,
      trust: trusted,
      observedAt: new Date(Date.UTC(2026, 0, 1) - days * 86_400_000).toISOString(),
      ...given,
    });
  const decay = (curve: DecayCurve) => ({ curve, minimum: 0.2, periodDays: 100 }) as const;

  it.each<[DecayCurve, number, number]>([
    ['linear', 0, 0.8],
    ['linear', 50, 0.5],
    ['linear', 100, 0.2],
    ['linear', 1000, 0.2],
    ['slowInitial', 50, 0.65],
    ['slowInitial', 100, 0.2],
    ['rapidInitial', 50, 0.35],
    ['rapidInitial', 100, 0.2],
  ])('%s after %d of 100 days is %d, between 0.8 and 0.2', (curve, days, expected) => {
    const unit = { attributes: [{ name: 'name', kind: 'text' }] } as const;
    const candidate = new Candidate(aged('a', days, 0.8), unit);
    const strategy = { kind: 'trust', decay: decay(curve) } as const;
    expect(trustOf(strategy, candidate, Date.UTC(2026, 0, 1))).toBeCloseTo(expected, 9);
  });

  it('counts age to the newest of the values that compete, and to no clock', () => {
    const strategies = [trustBy({ sources: { crm: { maximum: 0.9, decay: decay('linear') } } })];
    // In 90 days the CRM falls to 0.27, and the shop's 0.5 is more. Alone among equally old values it has lost nothing.
    expect(nameBy(strategies, [aged('crm', 90, 0.1), aged('shop', 0, 0.5)])).toBe('SHOP by trust, 1 lost');
    expect(nameBy(strategies, [aged('crm', 90, 0.1), aged('shop', 90, 0.5)])).toBe('CRM by trust, 1 lost');
    // A record that holds no name is no reason for a name to age.
    const newest = member('9', { born: '1978' }, { observedAt: '2026-01-01T00:00:00.000Z' });
    expect(nameBy(strategies, [aged('crm', 90, 0.1), aged('shop', 90, 0.5), newest])).toBe('CRM by trust, 1 lost');
  });

  it('of a time that cannot be read is that of the oldest value', () => {
    const strategies = [trustBy({ decay: decay('linear') })];
    const unknown = aged('a', 0, 0.9, { observedAt: 'yesterday' });
    expect(nameBy(strategies, [unknown, aged('b', 50, 0.7), aged('c', 0, 0.1)])).toBe('B by trust, 2 lost');
  });

  it('a downgrade lets what could not be read compete with what trust is left to it', () => {
    const unread = aged('a', 0, 0.9, { flagged: ['name'] });
    expect(nameBy([trust], [unread, aged('b', 0, 0.1)])).toBe('B by readable, 1 lost');
    expect(nameBy([trustBy({ downgrade: 0.5 })], [unread, aged('b', 0, 0.1)])).toBe('A by trust, 1 lost');
    expect(nameBy([trustBy({ downgrade: 0.5 })], [unread, aged('b', 0, 0.5)])).toBe('B by trust, 1 lost');
  });

  it('never rises above the maximum by a minimum that is higher', () => {
    const low = aged('a', 200, 0.1);
    expect(nameBy([trustBy({ decay: decay('linear') })], [low, aged('b', 0, 0.15)])).toBe('B by trust, 1 lost');
  });
});
