import fc from 'fast-check';
import type { Attributes, CanonicalRecord } from '../domain/attribute.js';
import type { Strategy, SurvivorshipRules } from './rules.js';
import { type GoldenContent, type Member, survive } from './survive.js';

const attributes = {
  name: { kind: 'text', description: '' },
  born: { kind: 'date', description: '' },
  email: { kind: 'email', many: true, description: '' },
  address: { kind: 'postalAddress', many: true, description: '' },
  price: { kind: 'price', description: '' },
  priceCurrency: { kind: 'currency', description: '' },
  identifiers: { kind: 'identifiers', description: '' },
} as const satisfies Attributes;

type Strategies = readonly [Strategy, ...Strategy[]];

function rulesOf(strategies: Strategies): SurvivorshipRules<typeof attributes> {
  const rule = { strategies };
  const price = { strategies, group: 'price' };
  return { name: rule, born: rule, email: rule, address: rule, price, priceCurrency: price, identifiers: rule };
}

/** A record of source `a` by its id, trusted by half, observed on the day that is its id, unless given otherwise. */
function member(sourceId: string, canonical: CanonicalRecord<typeof attributes>, given: Partial<Member> = {}): Member {
  const observedAt = `2026-01-${sourceId.padStart(2, '0')}T00:00:00.000Z`;
  return { source: 'a', sourceId, trust: 0.5, observedAt, canonical, flagged: [], ...given };
}

function golden(strategies: Strategies, members: readonly Member[]): GoldenContent {
  return survive(members, attributes, rulesOf(strategies));
}

/** The name that survives and what decided: `Ann by trust, 1 lost`. */
function nameBy(strategies: Strategies, members: readonly Member[]): string {
  const { attributes: values, lineage } = golden(strategies, members);
  return `${values.name as string} by ${lineage.name?.strategy}, ${lineage.name?.lost} lost`;
}

const named = (sourceId: string, name: string, given?: Partial<Member>) => member(sourceId, { name }, given);

describe('survive: strategies', () => {
  const ann = named('3', 'Ann Lee', { trust: 0.9 });
  const anne = named('7', 'Anne-Marie Lee');
  const upper = named('5', 'ANNE MARIE LEE');

  it.each<[Strategy, string]>([
    ['trust', 'Ann Lee by trust, 1 lost'],
    ['mostRecent', 'Anne-Marie Lee by mostRecent, 1 lost'],
    ['oldest', 'Ann Lee by oldest, 1 lost'],
    ['mostFrequent', 'ANNE MARIE LEE by sourceOrder, 1 lost'],
    ['longest', 'ANNE MARIE LEE by sourceOrder, 1 lost'],
    ['shortest', 'Ann Lee by shortest, 1 lost'],
    ['mostComplete', 'Ann Lee by sourceOrder, 1 lost'],
    ['minimum', 'ANNE MARIE LEE by minimum, 1 lost'],
    ['maximum', 'Anne-Marie Lee by maximum, 1 lost'],
  ])('%s', (strategy, expected) => {
    expect(nameBy([strategy], [ann, anne, upper])).toBe(expected);
  });

  it('go in order, each among what the one before left equal', () => {
    expect(nameBy(['mostFrequent', 'mostRecent'], [ann, anne, upper])).toBe('Anne-Marie Lee by mostRecent, 1 lost');
    expect(nameBy(['mostComplete', 'oldest', 'longest'], [ann, anne, upper])).toBe('Ann Lee by oldest, 1 lost');
  });

  it('the last tie falls to the smallest source and source id', () => {
    const tied = [
      named('2', 'B', { source: 'b' }),
      named('12', 'C'),
      named('2', 'D', { source: 'ab' }),
      named('3', 'E'),
    ];
    expect(nameBy(['trust'], tied)).toBe('C by sourceOrder, 3 lost');
  });

  it('names what settled the value, not what then chose among records that agree', () => {
    const members = [named('1', 'Ann', { trust: 0.9 }), named('2', 'Ann', { trust: 0.9 }), named('3', 'Bea')];
    expect(golden(['trust', 'mostRecent'], members).lineage.name).toEqual({
      source: 'a',
      sourceId: '2',
      strategy: 'trust',
      observedAt: '2026-01-02T00:00:00.000Z',
      lost: 1,
    });
  });

  it('says where there was nothing to decide', () => {
    expect(nameBy(['trust'], [ann, member('9', { born: '1978' })])).toBe('Ann Lee by only, 0 lost');
    expect(nameBy(['trust'], [named('1', 'Ann'), named('2', 'Ann')])).toBe('Ann by unanimous, 0 lost');
  });

  it('compares times, not how they are written', () => {
    const members = [
      named('1', 'Early', { observedAt: '2026-03-01T10:30:00+02:00' }),
      named('2', 'Late', { observedAt: '2026-03-01T09:00:00.000Z' }),
      named('3', 'Unknown', { observedAt: 'yesterday' }),
    ];
    expect(nameBy(['mostRecent'], members)).toBe('Late by mostRecent, 2 lost');
    expect(nameBy(['oldest'], members)).toBe('Early by oldest, 2 lost');
  });
});

describe('survive: values', () => {
  const home = { streetAddress: '1 Main St.', addressLocality: 'Springfield' };
  const whole = { ...home, postalCode: '12345' };

  it('an address survives as one block', () => {
    const members = [
      member('1', { address: { streetAddress: '1 Main St.', postalCode: '12345' } }),
      member('2', { address: { addressLocality: 'Springfield', addressCountry: 'US' } }),
      member('3', { address: { streetAddress: '1 Main St.' } }),
    ];
    for (const strategy of ['mostComplete', 'longest', 'mostRecent', 'mostFrequent'] as const) {
      const { address } = golden([strategy], members).attributes;
      expect(members.map(({ canonical }) => canonical.address)).toContain(address);
    }
    expect(golden(['mostComplete', 'mostRecent'], members).attributes.address).toEqual(members[1]?.canonical.address);
  });

  it('addresses are the same as whole blocks', () => {
    const members = [
      member('1', { address: whole }),
      member('2', { address: { addressLocality: 'SPRINGFIELD', streetAddress: '1, main st' } }),
      member('3', { address: home }),
    ];
    const content = golden(['mostFrequent', 'mostRecent'], members);
    expect(content.attributes.address).toEqual(home);
    expect(content.lineage.address).toMatchObject({ sourceId: '3', strategy: 'mostRecent', lost: 1 });
  });

  it('of a list, the value that most records hold counts; the list survives as it is', () => {
    const members = [
      member('1', { email: 'ann@example.org' }),
      member('2', { email: ['old@example.org', 'Ann@Example.org'] }),
      member('3', { email: ['x@example.org', 'y@example.org', 'z@example.org'] }),
    ];
    const content = golden(['mostFrequent', 'mostRecent'], members);
    expect(content.attributes.email).toEqual(['old@example.org', 'Ann@Example.org']);
    expect(content.lineage.email).toMatchObject({ sourceId: '2', lost: 3 });
  });

  it('a whole date is more complete than a part of one', () => {
    const members = ['1978', '1978-12-11', '12/78', '1978-12'].map((born, i) => member(`${i + 1}`, { born }));
    expect(golden(['mostComplete'], members).attributes.born).toBe('1978-12-11');
    expect(golden(['mostComplete'], [members[2]!, members[0]!]).attributes.born).toBe('1978');
  });

  it('a group of attributes survives from one record, and what that record lacks is not filled in', () => {
    const members = [
      member('1', { price: 10, priceCurrency: 'USD' }),
      member('2', { price: 9, priceCurrency: 'EUR' }),
      member('3', { price: 8 }),
      member('4', { name: 'no price' }),
    ];
    expect(golden(['minimum'], members)).toMatchObject({
      attributes: { name: 'no price', price: 8 },
      lineage: { price: { sourceId: '3', strategy: 'minimum', lost: 2 } },
    });
    expect(golden(['minimum'], members).attributes).not.toHaveProperty('priceCurrency');
    const complete = golden(['mostComplete', 'oldest'], members);
    expect(complete.attributes).toMatchObject({ price: 10, priceCurrency: 'USD' });
    expect(complete.lineage.priceCurrency).toMatchObject({ sourceId: '1', strategy: 'oldest', lost: 1 });
  });

  it('numbers compare as numbers, and before what could not be read as one', () => {
    const members = [10, 9, 'on request'].map((price, i) => member(`${i + 1}`, { price }));
    expect(golden(['minimum'], members).attributes.price).toBe(9);
    expect(golden(['maximum'], members).attributes.price).toBe(10);
  });

  it('identifiers survive as one map, the fullest first', () => {
    const members = [
      member('1', { identifiers: { passport: 'P1' } }),
      member('2', { identifiers: { passport: 'P1', licence: 'L9' } }),
    ];
    expect(golden(['mostComplete'], members).attributes.identifiers).toEqual({ passport: 'P1', licence: 'L9' });
  });

  it.each([
    ['case, white space and punctuation', ["O'Brien & Co.", 'OBRIEN  &CO', 'o-brien co'], 0],
    ['a decimal point', ['1.5 kg', '15 kg'], 1],
    ['only punctuation', ['?', '!'], 1],
    ['other scripts', ['Ελένη', 'ΕΛΈΝΗ', 'Жанна'], 1],
  ])('of distinct values apart from %s, count what lost', (_, names, lost) => {
    const members = names.map((name, i) => named(`${i + 1}`, name));
    expect(golden(['oldest'], members).lineage.name?.lost).toBe(lost);
  });

  it('an empty value is none', () => {
    const empty = member('1', { name: '', email: [], address: {}, identifiers: {} });
    expect(golden(['oldest'], [empty])).toEqual({ attributes: {}, lineage: {} });
    expect(nameBy(['oldest'], [empty, named('2', 'Ann')])).toBe('Ann by only, 0 lost');
  });

  it('what could not be read loses against what could, whatever the rule', () => {
    const unread = member('1', { born: '31 Feb 1978', name: 'Ann' }, { trust: 1, flagged: ['born'] });
    const content = golden(['trust'], [unread, member('2', { born: '1978', name: 'Bea' }, { trust: 0.1 })]);
    expect(content.attributes).toEqual({ born: '1978', name: 'Ann' });
    expect(content.lineage.born).toMatchObject({ sourceId: '2', strategy: 'readable', lost: 1 });
    expect(golden(['trust'], [unread]).attributes.born).toBe('31 Feb 1978');
  });
});

describe('survive: for any members and rules', () => {
  const name = fc.constantFrom('Ann', 'ann', 'Ann Lee', 'ANN-LEE', 'Bea', 'B.');
  const date = fc.constantFrom('1978', '1978-12', '1978-12-11', 'unknown');
  const mail = fc.constantFrom('a@x.org', 'A@x.org', 'b@x.org');
  const address = fc.record(
    { streetAddress: name, postalCode: date, addressCountry: fc.constantFrom('US', 'us') },
    { requiredKeys: [] },
  );
  const canonical = fc.record(
    {
      name,
      born: date,
      email: fc.oneof(mail, fc.uniqueArray(mail)),
      address: fc.oneof(address, fc.array(address, { maxLength: 2 })),
      price: fc.oneof(fc.constantFrom(9, 10, 12.5), fc.constant('12.50')),
      priceCurrency: fc.constantFrom('USD', 'EUR'),
      identifiers: fc.dictionary(fc.constantFrom('passport', 'licence'), date),
    },
    { requiredKeys: [] },
  );
  const anyMember: fc.Arbitrary<Member> = fc.record({
    source: fc.constantFrom('a', 'b'),
    sourceId: fc.constantFrom('1', '2', '3', '10'),
    trust: fc.constantFrom(0.2, 0.8),
    observedAt: fc.constantFrom('2026-01-01T00:00:00.000Z', '2026-02-01T00:00:00.000Z'),
    canonical,
    flagged: fc.subarray(['name', 'price']),
  });
  const anyMembers = fc.uniqueArray(anyMember, {
    selector: ({ source, sourceId }) => `${source} ${sourceId}`,
    minLength: 1,
    maxLength: 6,
  });
  const everyStrategy: Strategy[] = ['trust', 'mostRecent', 'oldest', 'mostFrequent', 'longest', 'shortest'];
  everyStrategy.push('mostComplete', 'minimum', 'maximum');
  const anyStrategies = fc
    .shuffledSubarray(everyStrategy, { minLength: 1, maxLength: 3 })
    .map(([first = 'trust', ...others]): Strategies => [first, ...others]);

  it('is the same in whatever order the members come', () => {
    const shuffled = anyMembers.chain((members) =>
      fc.tuple(
        fc.constant(members),
        fc.shuffledSubarray(members, { minLength: members.length, maxLength: members.length }),
      ),
    );
    fc.assert(
      fc.property(shuffled, anyStrategies, ([members, others], strategies) => {
        expect(golden(strategies, others)).toEqual(golden(strategies, members));
      }),
      { numRuns: 1000 },
    );
  });

  it('takes every value as it is from the record that the lineage names, and a group from one record', () => {
    fc.assert(
      fc.property(anyMembers, anyStrategies, (members, strategies) => {
        const content = golden(strategies, members);
        expect(Object.keys(content.lineage)).toEqual(Object.keys(content.attributes));
        for (const [attribute, value] of Object.entries(content.attributes)) {
          const { source, sourceId, observedAt } = content.lineage[attribute]!;
          const winner = members.find((one) => one.source === source && one.sourceId === sourceId);
          expect(winner?.canonical[attribute]).toBe(value);
          expect(winner?.observedAt).toBe(observedAt);
        }
        const { price, priceCurrency } = content.lineage;
        if (price && priceCurrency) expect(priceCurrency).toEqual({ ...price, lost: priceCurrency.lost });
      }),
      { numRuns: 1000 },
    );
  });

  it('is idempotent: the golden record alone, or once more among its members, changes no value', () => {
    fc.assert(
      fc.property(anyMembers, anyStrategies, (members, strategies) => {
        const { attributes: values } = golden(strategies, members);
        const again = { ...member('1', {}), canonical: values };
        expect(golden(strategies, [again]).attributes).toEqual(values);
        expect(golden(strategies, members).attributes).toEqual(values);
      }),
      { numRuns: 500 },
    );
  });

  it('is not changed by a record that holds nothing', () => {
    fc.assert(
      fc.property(anyMembers, anyStrategies, (members, strategies) => {
        const empty = member('0', {}, { source: 'Z', trust: 1 });
        expect(golden(strategies, [...members, empty])).toEqual(golden(strategies, members));
      }),
    );
  });
});
