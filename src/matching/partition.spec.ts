import { readClusterState, writeClusters } from '../../test/support/cluster-states.js';
import { partition } from './partition.js';

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
    ['a matched group, without links', 'a1 b1 = c1 d1 steward', '{a1 b1 c1 d1}'],
    ['one taken out of a matched group', 'a1 b1 = c1 steward / b1 x a1 c1 steward', '{a1 c1} {b1}'],
    ['the first taken out of a matched group', 'a1 b1 = c1 steward / a1 x b1 c1 steward', '{a1} {b1 c1}'],
    ['a group told apart from another', `${allLinked('a1 b1 c1 d1', 20)} / a1 b1 x c1 d1 steward`, '{a1 b1} {c1 d1}'],
    [
      'who matches both of two groups told apart joins one of them',
      `${allLinked('a1 b1 c1 d1', 20)} / a1 b1 x c1 d1 steward / e1 ~ a1 9 / e1 ~ c1 12`,
      '{a1 b1} {c1 d1 e1}',
    ],
    [
      'two pairs told apart tell nothing of the others',
      'a1 x b1 steward / c1 x d1 steward / a1 ~ d1 9',
      '{a1 d1} {b1} {c1}',
    ],
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
