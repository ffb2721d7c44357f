import {
  longest,
  maximum,
  minimum,
  mostComplete,
  mostFrequent,
  mostRecent,
  oldest,
  shortest,
  trust,
} from './authoring.js';
import type { Member } from './candidate.js';
import type { Strategy } from './rules.js';
import { type GoldenContent, survive } from './survive.js';
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
