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
  trust,
} from './authoring.js';
import type { Member } from './candidate.js';
import type { Strategy } from './rules.js';
import { type GoldenContent, survive } from './survive.js';
import { compiled, member } from '../../test/support/survivorship.js';

type Strategies = readonly Strategy<never>[];

function golden(strategies: Strategies, members: readonly Member[]): GoldenContent {
  return survive(members, compiled(strategies));
}

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
  const everyStrategy: Strategy<never>[] = [trust, mostRecent, oldest, mostFrequent, longest, shortest];
  everyStrategy.push(mostComplete, minimum, maximum);
  const anyStrategies = fc.shuffledSubarray(everyStrategy, { minLength: 1, maxLength: 3 });

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
