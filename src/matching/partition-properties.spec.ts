import fc from 'fast-check';
import { readClusterState, writeClusters } from '../../test/support/cluster-states.js';
import { partition, type PartitionDecision, type PartitionInput, type PartitionLink } from './partition.js';

describe('partition: for any input', () => {
  const someRecords = fc.uniqueArray(fc.nat(11), { minLength: 1, maxLength: 3 });
  const anyInput = fc
    .record({
      count: fc.integer({ min: 1, max: 12 }),
      duplicateFree: fc.subarray(['a', 'b', 'c']),
      links: fc.array(fc.record({ a: fc.nat(11), b: fc.nat(11), weight: fc.integer({ min: 2, max: 16 }) }), {
        maxLength: 40,
      }),
      decisions: fc.array(
        fc.oneof(
          fc.record({ verdict: fc.constant('match' as const), records: someRecords }),
          fc
            .record({ verdict: fc.constant('noMatch' as const), records: someRecords, all: someRecords })
            .map(({ all, ...decision }) => ({
              ...decision,
              others: all.filter((id) => !decision.records.includes(id)),
            })),
        ),
        { maxLength: 6 },
      ),
    })
    .map(({ count, duplicateFree, links, decisions }): PartitionInput => {
      const members = Array.from({ length: count }, (_, id) => {
        const source = 'abc'.charAt(id % 3);
        return { id, source, sourceId: `${(id * 7) % 13}`, duplicateFree: duplicateFree.includes(source) };
      });
      return { members, links, decisions, linkThreshold: 5 };
    });

  it('depends on nothing but the set: not on order, ids or direction', () => {
    const shuffled = anyInput.chain((input) =>
      fc.record({
        input: fc.constant(input),
        members: shuffle(input.members),
        links: shuffle(input.links),
        decisions: shuffle(input.decisions),
        ids: shuffle(Array.from({ length: 12 }, (_, i) => i + 100)),
        turned: fc.array(fc.boolean(), { minLength: 50, maxLength: 50 }),
      }),
    );
    fc.assert(
      fc.property(shuffled, ({ input, members, links, decisions, ids, turned }) => {
        const renamed = (id: number) => ids[id] ?? -1;
        const renamedLink = ({ a, b, weight }: PartitionLink, index: number) => {
          const [one, other] = turned[index] ? [b, a] : [a, b];
          return { a: renamed(one), b: renamed(other), weight };
        };
        const renamedDecision = (decision: PartitionDecision, index: number): PartitionDecision => {
          const records = decision.records.map(renamed).reverse();
          if (decision.verdict === 'match') return { verdict: 'match', records };
          const others = decision.others.map(renamed);
          const [one, other] = turned[index] ? [others, records] : [records, others];
          return { verdict: 'noMatch', records: one, others: other };
        };
        const other = {
          members: members.map((member) => ({ ...member, id: renamed(member.id) })),
          links: links.map(renamedLink),
          decisions: decisions.map(renamedDecision),
          linkThreshold: input.linkThreshold,
        };
        expect(writeClusters(other, partition(other))).toBe(writeClusters(input, partition(input)));
      }),
      { numRuns: 1000 },
    );
  });

  it('puts every member into one cluster, connected by links and matches', () => {
    fc.assert(
      fc.property(anyInput, (input) => {
        const clusters = partition(input);
        expect(clusters.flat().sort((a, b) => a - b)).toEqual(input.members.map(({ id }) => id));
        const edges = [...input.links.filter(({ weight }) => weight >= input.linkThreshold), ...matchedPairs(input)];
        for (const cluster of clusters) {
          const within = edges.filter(({ a, b }) => cluster.includes(a) && cluster.includes(b));
          expect(reachable(cluster, within)).toEqual(new Set(cluster));
        }
      }),
      { numRuns: 1000 },
    );
  });

  it('keeps what stewards have told apart apart, and unites what they have matched where it may', () => {
    fc.assert(
      fc.property(anyInput, (input) => {
        const clusterOf = new Map(partition(input).flatMap((ids, index) => ids.map((id) => [id, index] as const)));
        const [apart, matched] = [toldApart(input), matchedPairs(input)].map((pairs) =>
          pairs.filter(({ a, b }) => clusterOf.has(a) && clusterOf.has(b)),
        );
        for (const { a, b } of apart!) expect(clusterOf.get(a)).not.toBe(clusterOf.get(b));
        if (apart!.length === 0) for (const { a, b } of matched!) expect(clusterOf.get(a)).toBe(clusterOf.get(b));
      }),
      { numRuns: 1000 },
    );
  });

  it('has at most one record of a duplicate-free source in a cluster, but for those that stewards match', () => {
    fc.assert(
      fc.property(anyInput, (input) => {
        const matches = matchedPairs(input);
        for (const cluster of partition(input)) {
          for (const source of 'abc') {
            const ids = input.members.filter(({ id, ...member }) => {
              return member.duplicateFree && member.source === source && cluster.includes(id);
            });
            const among = reachable(
              ids.slice(0, 1).map(({ id }) => id),
              matches,
            );
            expect(ids.every(({ id }) => among.has(id))).toBe(true);
          }
        }
      }),
      { numRuns: 1000 },
    );
  });

  it('is not changed by a record without links, nor by another component', () => {
    const other = readClusterState('x1 ~ y1 9 / y1 ~ z1 8 / z2');
    const elsewhere = (pair: PartitionLink) => ({ ...pair, a: pair.a + 500, b: pair.b + 500 });
    fc.assert(
      fc.property(anyInput, (input) => {
        const both = {
          ...input,
          members: [...other.members.map((member) => ({ ...member, id: member.id + 500 })), ...input.members],
          links: [...other.links.map(elsewhere), ...input.links],
        };
        const expected = `${writeClusters(input, partition(input))} {x1 y1 z1} {z2}`;
        expect(writeClusters(both, partition(both))).toBe(expected);
      }),
    );
  });
});

/** Every two records that a steward has matched. */
function matchedPairs({ decisions }: PartitionInput): { a: number; b: number }[] {
  return decisions.flatMap(({ verdict, records }) =>
    verdict === 'match' ? records.flatMap((a, i) => records.slice(i + 1).map((b) => ({ a, b }))) : [],
  );
}

/** Every two records that a steward has told apart. */
function toldApart({ decisions }: PartitionInput): { a: number; b: number }[] {
  return decisions.flatMap((decision) =>
    decision.verdict === 'noMatch' ? decision.records.flatMap((a) => decision.others.map((b) => ({ a, b }))) : [],
  );
}

function shuffle<T>(list: readonly T[]): fc.Arbitrary<T[]> {
  return fc.shuffledSubarray([...list], { minLength: list.length, maxLength: list.length });
}

/** What can be reached from the first of the ids. */
function reachable(ids: readonly number[], edges: readonly { a: number; b: number }[]): Set<number> {
  const found = new Set(ids.slice(0, 1));
  let size: number;
  do {
    size = found.size;
    for (const { a, b } of edges) {
      if (found.has(a)) found.add(b);
      if (found.has(b)) found.add(a);
    }
  } while (found.size > size);
  return found;
}
