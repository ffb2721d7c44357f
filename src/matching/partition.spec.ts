import fc from 'fast-check';
import { readClusterState, writeClusters } from '../../test/support/cluster-states.js';
import { partition, type PartitionInput } from './partition.js';

/** The clusters of a state, as text. */
function clustersOf(state: string): string {
  const input = readClusterState(state);
  return writeClusters(input, partition(input));
}

/** Links of one weight between all of the records, `a1 ~ a2 20 / ...`. */
function allLinked(names: string, weight: number): string {
  const list = names.split(' ');
  return list.flatMap((one, i) => list.slice(i + 1).map((other) => `${one} ~ ${other} ${weight}`)).join(' / ');
}

describe('partition: links', () => {
  it.each([
    ['nothing', '', ''],
    ['a record without links', 'a1', '{a1}'],
    ['a link', 'a1 ~ b1 12.3', '{a1 b1}'],
    ['a link at the threshold', 'a1 ~ b1 5', '{a1 b1}'],
    ['a link below the threshold', 'a1 ~ b1 4.9', '{a1} {b1}'],
    ['a link given twice counts once, the stronger', 'a1 ~ b1 4 / b1 ~ a1 6', '{a1 b1}'],
    ['a link to itself', 'a1 ~ a1 20', '{a1}'],
    ['two things', 'a1 ~ b1 9 / c1 ~ d1 8', '{a1 b1} {c1 d1}'],
    ['order of source and id, as texts', 'b1 ~ a10 9 / c1 ~ a9 8 / a2', '{a10 b1} {a2} {a9 c1}'],
    ['a missing third pair', 'a1 ~ b1 9 / b1 ~ c1 9', '{a1 b1 c1}'],
    ['a lone record joins three by one good link', `${allLinked('a1 b1 c1', 20)} / c1 ~ d1 7`, '{a1 b1 c1 d1}'],
    ['a weak chain of four', 'a1 ~ b1 8 / b1 ~ c1 8 / c1 ~ d1 8', '{a1 b1 c1 d1}'],
  ])('%s', (_, state, expected) => {
    expect(clustersOf(state)).toBe(expected);
  });
});

describe('partition: chains', () => {
  const left = 'a1 b1 c1';
  const right = 'd1 e1 f1';

  it('does not join two strong pairs by one weak link', () => {
    expect(clustersOf('a1 ~ b1 20 / c1 ~ d1 20 / b1 ~ c1 6')).toBe('{a1 b1} {c1 d1}');
  });

  it('does not join two strong groups by one link, also if it is as strong as theirs and the first by name', () => {
    expect(clustersOf(`${allLinked(left, 20)} / ${allLinked(right, 20)} / c1 ~ d1 18`)).toBe('{a1 b1 c1} {d1 e1 f1}');
    expect(clustersOf(`${allLinked('c1 d1 e1 f1 g1', 20)} / ${allLinked('h1 i1 j1 k1 l1', 20)} / g1 ~ h1 20`)).toBe(
      '{c1 d1 e1 f1 g1} {h1 i1 j1 k1 l1}',
    );
  });

  it('joins two groups when several of their pairs are linked', () => {
    const links = 'a1 ~ d1 12 / b1 ~ e1 12 / c1 ~ f1 12';
    expect(clustersOf(`${allLinked(left, 20)} / ${allLinked(right, 20)} / ${links}`)).toBe('{a1 b1 c1 d1 e1 f1}');
  });

  it('lets links below the threshold speak for cohesion', () => {
    const strong = 'a1 ~ b1 20 / c1 ~ d1 20 / b1 ~ c1 8';
    expect(clustersOf(strong)).toBe('{a1 b1} {c1 d1}');
    expect(clustersOf(`${strong} / a1 ~ d1 4 / a1 ~ c1 4.9 / b1 ~ d1 4.9`)).toBe('{a1 b1 c1 d1}');
  });

  it('asks for as much cohesion as it is told to', () => {
    const chain = 'a1 ~ b1 8 / b1 ~ c1 8 / c1 ~ d1 8';
    const asked = (state: string, cohesion: number) => {
      const input = { ...readClusterState(state), cohesion };
      return writeClusters(input, partition(input));
    };
    expect(asked(chain, 0.1)).toBe('{a1 b1 c1 d1}');
    expect(asked(chain, 1)).toBe('{a1 b1} {c1 d1}');
    expect(asked(allLinked('a1 b1 c1 d1', 8), 1)).toBe('{a1 b1 c1 d1}');
  });

  it('breaks a long chain', () => {
    const names = Array.from({ length: 30 }, (_, i) => `a${10 + i}`);
    const chain = names.slice(1).map((name, i) => `${names[i]} ~ ${name} 7`);
    const sizes = partition(readClusterState(chain.join('/'))).map(({ length }) => length);
    expect(Math.max(...sizes)).toBeLessThanOrEqual(12);
  });

  it('lets no one record gather any number of others that have nothing to do with each other', () => {
    const star = Array.from({ length: 300 }, (_, i) => `a1 ~ b${i} 30`);
    const sizes = partition(readClusterState(star.join('/'))).map(({ length }) => length);
    expect(Math.max(...sizes)).toBeLessThanOrEqual(20);
  });

  it('holds a hundred records together of which each is linked to about twenty others', () => {
    const names = Array.from({ length: 100 }, (_, i) => `a${100 + i}`);
    const all = allLinked(names.join(' '), 15).split(' / ');
    const fifth = all.filter((_, i) => (Math.imul(i, 0x9e3779b1) >>> 8) % 5 === 0);
    expect(partition(readClusterState(fifth.join('/')))).toHaveLength(1);
  });

  it('holds a large group together of which two pairs of three have no link', () => {
    const names = Array.from({ length: 60 }, (_, i) => `a${10 + i}`);
    const all = allLinked(names.join(' '), 9).split(' / ');
    const third = all.filter((_, i) => (Math.imul(i, 0x9e3779b1) >>> 8) % 3 === 0);
    expect(partition(readClusterState(third.join('/')))).toHaveLength(1);
  });

  it('tries again what was refused before the groups had grown', () => {
    const state = `${allLinked('a1 b1', 20)} / ${allLinked('c1 d1', 20)} / b1 ~ c1 10 / a1 ~ e1 9 / e1 ~ c1 9 / e1 ~ d1 9 / b1 ~ e1 9`;
    expect(clustersOf(state)).toBe('{a1 b1 c1 d1 e1}');
  });
});

describe('partition: stewards', () => {
  it.each([
    ['told apart, though linked', 'a1 ~ b1 30 / a1 x b1 steward', '{a1} {b1}'],
    ['matched, though not linked', 'a1 = b1 steward', '{a1 b1}'],
    ['told apart from one of two', 'a1 ~ b1 12.3 / b1 ~ c1 9 / a1 x c1 steward', '{a1 b1} {c1}'],
    ['told apart over a stronger link', 'a1 ~ b1 9 / b1 ~ c1 12.3 / a1 x c1 steward', '{a1} {b1 c1}'],
    ['both said of one pair: apart', 'a1 = b1 steward / a1 x b1 steward', '{a1} {b1}'],
    [
      'contradiction: the match with the stronger link stands',
      'a1 = b1 steward / b1 = c1 steward / a1 x c1 steward / b1 ~ c1 3',
      '{a1} {b1 c1}',
    ],
    [
      'contradiction without links: the first by name stands',
      'b1 = c1 steward / a1 = b1 steward / a1 x c1 steward',
      '{a1 b1} {c1}',
    ],
    ['a match of two brings what they are linked to', 'a1 ~ b1 9 / c1 ~ d1 9 / b1 = c1 steward', '{a1 b1 c1 d1}'],
    ['a match outranks a duplicate-free source', 'a duplicate-free / a1 = a2 steward', '{a1 a2}'],
    ['but not what others say', 'a duplicate-free / a1 = a2 steward / a2 ~ a3 30', '{a1 a2} {a3}'],
  ])('%s', (_, state, expected) => {
    expect(clustersOf(state)).toBe(expected);
  });

  it('unites two strong groups wholly by a match of one record of each', () => {
    const groups = `${allLinked('a1 b1 c1 d1', 20)} / ${allLinked('e1 f1 g1 h1', 20)}`;
    expect(clustersOf(`${groups} / a1 = e1 steward`)).toBe('{a1 b1 c1 d1 e1 f1 g1 h1}');
  });
});

describe('partition: duplicate-free sources', () => {
  it.each([
    ['the best evidence first', 'b duplicate-free / a1 ~ b1 9 / a1 ~ b2 12', '{a1 b2} {b1}'],
    [
      'one to one',
      'a duplicate-free / b duplicate-free / a1 ~ b1 12 / a1 ~ b2 11 / a2 ~ b1 10 / a2 ~ b2 6',
      '{a1 b1} {a2 b2}',
    ],
    ['through a third', 'a duplicate-free / a1 ~ b1 12 / b1 ~ a2 11', '{a1 b1} {a2}'],
    ['of one source, not of another', 'a duplicate-free / a1 ~ b1 12 / a1 ~ b2 11', '{a1 b1 b2}'],
    ['a tie falls to the smaller name', 'a duplicate-free / a2 ~ b1 9 / a1 ~ b1 9', '{a1 b1} {a2}'],
  ])('%s', (_, state, expected) => {
    expect(clustersOf(state)).toBe(expected);
  });
});

describe('partition: for any input', () => {
  const anyInput = fc
    .record({
      count: fc.integer({ min: 1, max: 12 }),
      duplicateFree: fc.subarray(['a', 'b', 'c']),
      links: fc.array(fc.record({ a: fc.nat(11), b: fc.nat(11), weight: fc.integer({ min: 2, max: 16 }) }), {
        maxLength: 40,
      }),
      decisions: fc.array(
        fc.record({ a: fc.nat(11), b: fc.nat(11), verdict: fc.constantFrom('match' as const, 'noMatch' as const) }),
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
        const renamed = <T extends { a: number; b: number }>({ a, b, ...rest }: T, index: number) => {
          const [one, other] = [ids[a] ?? -1, ids[b] ?? -1];
          return turned[index] ? { ...rest, a: other, b: one } : { ...rest, a: one, b: other };
        };
        const other = {
          members: members.map((member) => ({ ...member, id: ids[member.id] ?? -1 })),
          links: links.map(renamed),
          decisions: decisions.map(renamed),
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
        const edges = [
          ...input.links.filter(({ weight }) => weight >= input.linkThreshold),
          ...input.decisions.filter(({ verdict }) => verdict === 'match'),
        ];
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
        const [apart, matched] = (['noMatch', 'match'] as const).map((wanted) =>
          input.decisions.filter(
            ({ a, b, verdict }) => a !== b && verdict === wanted && clusterOf.has(a) && clusterOf.has(b),
          ),
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
        const matches = input.decisions.filter(({ verdict }) => verdict === 'match');
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
    const elsewhere = <T extends { a: number; b: number }>(pair: T) => ({ ...pair, a: pair.a + 500, b: pair.b + 500 });
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
