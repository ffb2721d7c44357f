import fc from 'fast-check';
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
import type { Member } from './candidate.js';
import { explain } from './explain.js';
import type { Pin } from './pin.js';
import { readRules } from './read-rules.js';
import type { Strategy } from './rules.js';
import { type GoldenContent, survive } from './survive.js';
import { foldedKey, valuesOf } from './value-key.js';
import { attributes, compiled, member, rulesOf, type AttributeName } from '../../test/support/survivorship.js';

type Rules = Parameters<typeof rulesOf>;

const name = fc.constantFrom('Ann', 'ann', 'Ann Lee', 'ANN-LEE', 'Bea', 'B.');
const date = fc.constantFrom('1978', '1978-12', '1978-12-11', 'unknown');
const mail = fc.constantFrom('a@x.org', 'A@x.org', 'b@x.org');
const address = fc.record(
  { streetAddress: name, postalCode: date, addressCountry: fc.constantFrom('US', 'us') },
  { requiredKeys: [] },
);
/** Of a list no canonical form keeps what holds nothing. */
const addresses = fc.array(
  address.filter((parts) => Object.keys(parts).length > 0),
  { maxLength: 2 },
);
const canonical = fc.record(
  {
    name,
    born: date,
    email: fc.oneof(mail, fc.uniqueArray(mail)),
    address: fc.oneof(address, addresses),
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
  observedAt: fc.constantFrom('2026-01-01T00:00:00.000Z', '2026-01-20T00:00:00.000Z', '2026-02-01T00:00:00.000Z'),
  canonical,
  flagged: fc.subarray(['name', 'price']),
});
const anyMembers = fc.uniqueArray(anyMember, {
  selector: ({ source, sourceId }) => `${source} ${sourceId}`,
  minLength: 1,
  maxLength: 6,
});
const trusting = fc
  .record({ curve: fc.constantFrom('linear', 'slowInitial', 'rapidInitial'), downgrade: fc.constantFrom(0.1, 1) })
  .map(({ curve, downgrade }) =>
    trustBy({ downgrade, decay: { curve, minimum: 0.1, periodDays: 40 }, sources: { b: { maximum: 0.5 } } }),
  );
const plain: Strategy<never>[] = [
  trust,
  mostRecent,
  oldest,
  mostFrequent,
  longest,
  shortest,
  mostComplete,
  minimum,
  maximum,
];
const anyStrategy = fc.oneof(
  { weight: 9, arbitrary: fc.constantFrom(...plain) },
  { weight: 2, arbitrary: trusting },
  { weight: 1, arbitrary: fc.constantFrom(sourcePriority('b', 'c'), valueOrder('Bea', 12.5, 'EUR', 'a@x.org')) },
);
const anyStrategies = fc.uniqueArray(anyStrategy, { selector: ({ kind }) => kind, minLength: 1, maxLength: 3 });
/** Rules by which each value is one record's. */
const plainRules: fc.Arbitrary<Rules> = fc
  .tuple(anyStrategies, anyStrategies, fc.boolean())
  .map(([strategies, others, asks]) => [
    strategies,
    asks ? { name: [winnerOf<AttributeName>('price'), ...others] } : {},
  ]);
/** Rules of any sort. */
const anyRules: fc.Arbitrary<Rules> = fc
  .tuple(
    plainRules,
    fc.subarray(['email', 'address', 'identifiers'] as const),
    fc.constantFrom(union, { ...union, limit: 2 }),
  )
  .map(([[strategies, own = {}], united, last]) => [
    strategies,
    { ...own, ...Object.fromEntries(united.map((attribute) => [attribute, [...strategies.slice(1), last]])) },
  ]);
const anyPins: fc.Arbitrary<Pin[]> = fc
  .uniqueArray(
    fc.record({
      id: fc.constantFrom('1', '2', '3', '4'),
      createdAt: fc.constantFrom('2026-03-01T00:00:00.000Z', '2026-04-01T00:00:00.000Z'),
      stated: fc.oneof(
        fc.record({ attribute: fc.constant('name'), value: name }),
        fc.record({ attribute: fc.constant('name'), ignored: fc.array(name, { minLength: 1 }) }),
        fc.record({ attribute: fc.constant('email'), ignored: fc.array(mail, { minLength: 1 }) }),
        fc.record({ attribute: fc.constant('priceCurrency'), ignored: fc.constant(['USD']) }),
        fc.record({ attribute: fc.constant('price'), value: fc.constant(7) }),
      ),
    }),
    { selector: ({ id }) => id, maxLength: 3 },
  )
  .map((pins) => pins.map(({ stated, ...pin }) => ({ ...pin, ...stated })));

function golden(rules: Rules, members: readonly Member[], pins: readonly Pin[] = []): GoldenContent {
  return survive(members, compiled(...rules), pins);
}

describe('survive: for any members, rules and pins', () => {
  const shuffledOf = <Element>(elements: readonly Element[]) =>
    fc.shuffledSubarray([...elements], { minLength: elements.length, maxLength: elements.length });

  it('is the same in whatever order members and pins come', () => {
    const shuffled = fc
      .tuple(anyMembers, anyPins)
      .chain(([members, pins]) => fc.tuple(fc.constant({ members, pins }), shuffledOf(members), shuffledOf(pins)));
    fc.assert(
      fc.property(shuffled, anyRules, ([{ members, pins }, others, otherPins], rules) => {
        expect(golden(rules, others, otherPins)).toEqual(golden(rules, members, pins));
      }),
      { numRuns: 400 },
    );
  });

  it('takes every value as it is from the record that the lineage names, and a group from one record', () => {
    fc.assert(
      fc.property(anyMembers, plainRules, (members, rules) => {
        const content = golden(rules, members);
        expect(Object.keys(content.lineage)).toEqual(Object.keys(content.attributes));
        for (const [attribute, value] of Object.entries(content.attributes)) {
          const { source, sourceId, observedAt, runnerUp } = content.lineage[attribute]!;
          const of = (one: { source: string; sourceId: string }) =>
            members.find((record) => record.source === one.source && record.sourceId === one.sourceId);
          expect(of({ source, sourceId })?.canonical[attribute]).toBe(value);
          expect(of({ source, sourceId })?.observedAt).toBe(observedAt);
          if (runnerUp) expect(of(runnerUp)).not.toBe(of({ source, sourceId }));
        }
        const { price, priceCurrency } = content.lineage;
        if (price && priceCurrency) expect(priceCurrency).toEqual({ ...price, lost: priceCurrency.lost });
      }),
      { numRuns: 400 },
    );
  });

  it('is idempotent: the golden record alone, or computed once more, changes no value', () => {
    fc.assert(
      fc.property(anyMembers, anyRules, anyPins, (members, rules, pins) => {
        const { attributes: values } = golden(rules, members, pins);
        const again = { ...member('1', {}), canonical: values };
        expect(golden(rules, [again]).attributes).toEqual(values);
        expect(golden(rules, members, pins).attributes).toEqual(values);
      }),
      { numRuns: 200 },
    );
  });

  it('is not changed by a record that holds nothing, nor by a later day', () => {
    fc.assert(
      fc.property(anyMembers, anyRules, anyPins, (members, rules, pins) => {
        const empty = member('0', {}, { source: 'Z', trust: 1, observedAt: '2030-01-01T00:00:00.000Z' });
        expect(golden(rules, [...members, empty], pins)).toEqual(golden(rules, members, pins));
        const later = (time: string) => new Date(Date.parse(time) + 86_400_000 * 400).toISOString();
        const shifted = members.map((one) => ({ ...one, observedAt: later(one.observedAt) }));
        expect(golden(rules, shifted, pins).attributes).toEqual(golden(rules, members, pins).attributes);
      }),
    );
  });

  it('has the pinned value, and none that is ignored unless it is pinned later', () => {
    fc.assert(
      fc.property(anyMembers, anyRules, name, mail, (members, rules, pinned, ignored) => {
        const at = '2026-03-01T00:00:00.000Z';
        const pins = [
          { id: '1', attribute: 'name', createdAt: at, value: pinned },
          { id: '2', attribute: 'email', createdAt: at, ignored: [ignored] },
        ];
        const content = golden(rules, members, pins);
        expect(content.attributes.name).toBe(pinned);
        expect(content.lineage.name).toMatchObject({ source: 'steward', sourceId: '1', strategy: 'pin' });
        const emails = valuesOf(content.attributes.email ?? []).map(foldedKey);
        expect(emails).not.toContain(foldedKey(ignored));
      }),
    );
  });
});

describe('explain: for any members, rules and pins', () => {
  it('agrees with what survives, and tells of every value that a record holds', () => {
    fc.assert(
      fc.property(anyMembers, anyRules, anyPins, (members, rules, pins) => {
        const content = golden(rules, members, pins);
        for (const attribute of Object.keys(attributes)) {
          const explanation = explain(members, compiled(...rules), attribute, pins)!;
          const lineage = content.lineage[attribute];
          expect(explanation.value).toEqual(content.attributes[attribute]);
          const holders = members.filter(({ canonical: held }) => {
            const value = held[attribute as AttributeName];
            return value !== undefined && !(typeof value === 'object' && Object.keys(value).length === 0);
          });
          expect(explanation.candidates.filter(({ value }) => value !== undefined)).toHaveLength(holders.length);
          const won = explanation.candidates.filter(({ outcome }) => outcome === 'won' || outcome === 'union');
          if (lineage?.strategy === 'pin') expect(won).toEqual([]);
          else if (lineage)
            expect(won.some(({ source, sourceId }) => source === lineage.source && sourceId === lineage.sourceId)).toBe(
              true,
            );
          for (const { by } of won) expect(lineage === undefined || by === lineage.strategy).toBe(true);
        }
      }),
      { numRuns: 200 },
    );
  });
});

describe('readRules: for any rules', () => {
  it('reads from JSON what was written to it', () => {
    fc.assert(
      fc.property(anyRules, (rules) => {
        const written = rulesOf(...rules);
        expect(readRules(attributes, JSON.parse(JSON.stringify(written)))).toEqual({ rules: written, errors: [] });
      }),
    );
  });

  it('never throws, and finds fault with whatever is none', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (given) => {
        expect(readRules(attributes, given).errors.length).toBeGreaterThan(0);
      }),
    );
  });
});
