import { longest, maximum, minimum, mostComplete, mostFrequent, mostRecent, oldest, trust } from './authoring.js';
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

describe('survive: values', () => {
  const home = { streetAddress: '1 Main St.', addressLocality: 'Springfield' };
  const whole = { ...home, postalCode: '12345' };

  it('an address survives as one block', () => {
    const members = [
      member('1', { address: { streetAddress: '1 Main St.', postalCode: '12345' } }),
      member('2', { address: { addressLocality: 'Springfield', addressCountry: 'US' } }),
      member('3', { address: { streetAddress: '1 Main St.' } }),
    ];
    for (const strategy of [mostComplete, longest, mostRecent, mostFrequent]) {
      const { address } = golden([strategy], members).attributes;
      expect(members.map(({ canonical }) => canonical.address)).toContain(address);
    }
    expect(golden([mostComplete, mostRecent], members).attributes.address).toEqual(members[1]?.canonical.address);
  });

  it('addresses are the same as whole blocks', () => {
    const members = [
      member('1', { address: whole }),
      member('2', { address: { addressLocality: 'SPRINGFIELD', streetAddress: '1, main st' } }),
      member('3', { address: home }),
    ];
    const content = golden([mostFrequent, mostRecent], members);
    expect(content.attributes.address).toEqual(home);
    expect(content.lineage.address).toMatchObject({ sourceId: '3', strategy: 'mostRecent', lost: 1 });
  });

  it('of a list, the value that most records hold counts; the list survives as it is', () => {
    const members = [
      member('1', { email: 'ann@example.org' }),
      member('2', { email: ['old@example.org', 'Ann@Example.org'] }),
      member('3', { email: ['x@example.org', 'y@example.org', 'z@example.org'] }),
    ];
    const content = golden([mostFrequent, mostRecent], members);
    expect(content.attributes.email).toEqual(['old@example.org', 'Ann@Example.org']);
    expect(content.lineage.email).toMatchObject({ sourceId: '2', lost: 3 });
  });

  it('a whole date is more complete than a part of one', () => {
    const members = ['1978', '1978-12-11', '12/78', '1978-12'].map((born, i) => member(`${i + 1}`, { born }));
    expect(golden([mostComplete], members).attributes.born).toBe('1978-12-11');
    expect(golden([mostComplete], [members[2]!, members[0]!]).attributes.born).toBe('1978');
  });

  it('a group of attributes survives from one record, and what that record lacks is not filled in', () => {
    const members = [
      member('1', { price: 10, priceCurrency: 'USD' }),
      member('2', { price: 9, priceCurrency: 'EUR' }),
      member('3', { price: 8 }),
      member('4', { name: 'no price' }),
    ];
    expect(golden([minimum], members)).toMatchObject({
      attributes: { name: 'no price', price: 8 },
      lineage: { price: { sourceId: '3', strategy: 'minimum', lost: 2 } },
    });
    expect(golden([minimum], members).attributes).not.toHaveProperty('priceCurrency');
    const complete = golden([mostComplete, oldest], members);
    expect(complete.attributes).toMatchObject({ price: 10, priceCurrency: 'USD' });
    expect(complete.lineage.priceCurrency).toMatchObject({ sourceId: '1', strategy: 'oldest', lost: 1 });
  });

  it('numbers compare as numbers, and before what could not be read as one', () => {
    const members = [10, 9, 'on request'].map((price, i) => member(`${i + 1}`, { price }));
    expect(golden([minimum], members).attributes.price).toBe(9);
    expect(golden([maximum], members).attributes.price).toBe(10);
  });

  it('identifiers survive as one map, the fullest first', () => {
    const members = [
      member('1', { identifiers: { passport: 'P1' } }),
      member('2', { identifiers: { passport: 'P1', licence: 'L9' } }),
    ];
    expect(golden([mostComplete], members).attributes.identifiers).toEqual({ passport: 'P1', licence: 'L9' });
  });

  it.each([
    ['case, white space and punctuation', ["O'Brien & Co.", 'OBRIEN  &CO', 'o-brien co'], 0],
    ['a decimal point', ['1.5 kg', '15 kg'], 1],
    ['only punctuation', ['?', '!'], 1],
    ['other scripts', ['Ελένη', 'ΕΛΈΝΗ', 'Жанна'], 1],
  ])('of distinct values apart from %s, count what lost', (_, names, lost) => {
    const members = names.map((name, i) => named(`${i + 1}`, name));
    expect(golden([oldest], members).lineage.name?.lost).toBe(lost);
  });

  it('an empty value is none', () => {
    const empty = member('1', { name: '', email: [], address: {}, identifiers: {} });
    expect(golden([oldest], [empty])).toEqual({ attributes: {}, lineage: {} });
    expect(nameBy([oldest], [empty, named('2', 'Ann')])).toBe('Ann by only, 0 lost');
  });

  it('what could not be read loses against what could, whatever the rule', () => {
    const unread = member('1', { born: '31 Feb 1978', name: 'Ann' }, { trust: 1, flagged: ['born'] });
    const content = golden([trust], [unread, member('2', { born: '1978', name: 'Bea' }, { trust: 0.1 })]);
    expect(content.attributes).toEqual({ born: '1978', name: 'Ann' });
    expect(content.lineage.born).toMatchObject({ sourceId: '2', strategy: 'readable', lost: 1 });
    expect(golden([trust], [unread]).attributes.born).toBe('31 Feb 1978');
  });
});
