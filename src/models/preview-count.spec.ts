import { PreviewCount } from './preview-count.js';
import type { Group, GroupMember } from './regrouped-records.js';

/** `1A 2B`: the records 1 and 2, in the golden records A and B; `3-` is in none yet. */
function cluster(text: string): GroupMember[] {
  return text.split(' ').map((word) => {
    const [id = '', golden = ''] = word.split(/(?<=\d)(?=\D)/);
    return {
      id: Number(id),
      source: 'crm',
      sourceId: id,
      duplicateFree: false,
      goldenId: golden === '-' ? null : golden,
    };
  });
}

function link(a: number, b: number, weight: number): Group['links'][number] {
  return { a, b, weight, review: weight < 10 };
}

function counted(...groups: Group[]) {
  const count = new PreviewCount();
  for (const group of groups) count.add(group);
  return count.result();
}

describe('A preview counts', () => {
  it.each([
    ['what stays', ['1A 2A', '3B'], { before: 2, after: 2, stay: 2, merge: 0, split: 0, regroup: 0 }],
    ['what merges', ['1A 2A 3B'], { before: 2, after: 1, stay: 0, merge: 2, split: 0, regroup: 0 }],
    ['what splits', ['1A', '2A', '3B'], { before: 2, after: 3, stay: 1, merge: 0, split: 1, regroup: 0 }],
    ['what does both', ['1A', '2A 3B'], { before: 2, after: 2, stay: 0, merge: 1, split: 0, regroup: 1 }],
    [
      'no golden record that is not there yet',
      ['1A 2-', '3-'],
      { before: 1, after: 2, stay: 1, merge: 0, split: 0, regroup: 0 },
    ],
  ])('%s', (_, clusters, golden) => {
    const result = counted({ clusters: clusters.map(cluster), links: [] });
    expect(result.golden).toEqual(golden);
    expect(result.records).toBe(clusters.map(cluster).flat().length);
  });

  it('links, and the pairs that a steward would be asked about', () => {
    const result = counted({
      clusters: [cluster('1A 2A 3A'), cluster('4B')],
      links: [link(1, 2, 12), link(2, 3, 5), link(3, 4, 11), link(1, 4, 6), link(4, 99, 7)],
    });
    expect(result).toMatchObject({ links: 2, reviews: 3 });
  });
});

describe('A preview shows', () => {
  it('merges with the strongest link that joins, the most doubtful merge first', () => {
    const { examples } = counted(
      { clusters: [cluster('1A 2B')], links: [link(1, 2, 20)] },
      { clusters: [cluster('3C 4D 5D')], links: [link(3, 4, 11), link(3, 5, 12), link(4, 5, 30)] },
    );
    expect(examples.split).toEqual([]);
    expect(examples.merge.map(({ link: strongest }) => strongest?.weight)).toEqual([12, 20]);
    expect(examples.merge[0]?.after).toEqual([
      {
        size: 3,
        records: [
          { source: 'crm', sourceId: '3', goldenId: 'C' },
          { source: 'crm', sourceId: '4', goldenId: 'D' },
          { source: 'crm', sourceId: '5', goldenId: 'D' },
        ],
      },
    ]);
  });

  it('splits with the strongest link that is not enough, the most doubtful split first', () => {
    const { examples } = counted(
      { clusters: [cluster('1A'), cluster('2A')], links: [] },
      { clusters: [cluster('3B'), cluster('4B 5B')], links: [link(3, 4, 4), link(3, 5, 6), link(4, 5, 30)] },
    );
    expect(examples.merge).toEqual([]);
    expect(examples.split.map(({ link: strongest }) => strongest?.weight)).toEqual([6, undefined]);
    expect(examples.split[0]?.after.map(({ size }) => size)).toEqual([1, 2]);
  });

  it('no more than it says', () => {
    const groups = Array.from({ length: 100 }, (_, n) => ({
      clusters: [cluster(`${2 * n + 1}A${n} ${2 * n + 2}B${n}`)],
      links: [link(2 * n + 1, 2 * n + 2, 100 - n)],
    }));
    const { examples, golden } = counted(...groups);
    expect(golden.merge).toBe(200);
    expect(examples.merge.map(({ link: strongest }) => strongest?.weight)).toEqual(
      Array.from({ length: 20 }, (_, n) => n + 1),
    );
  });
});
