import fc from 'fast-check';
import type { Thresholds } from '../matching/model.js';
import type { PartitionDecision } from '../matching/partition.js';
import { clusters, components } from './components.js';
import type { Link } from './score-candidates.js';

const link = (a: number, b: number, review = false): Link => ({ a, b, weight: review ? 1 : 20, review });

describe('components', () => {
  it('connects through links', () => {
    expect(components([1, 2, 3, 4], [link(1, 2), link(2, 4)], [])).toEqual([[1, 2, 4], [3]]);
  });

  it('connects through matches of stewards, also where one of the records is not at hand, and not through the contrary', () => {
    const match: PartitionDecision = { verdict: 'match', records: [9, 1, 3] };
    const noMatch: PartitionDecision = { verdict: 'noMatch', records: [1], others: [2] };
    expect(components([1, 2, 3], [], [match, noMatch])).toEqual([[1, 3], [2]]);
  });

  it('passes over links to records that are not at hand', () => {
    expect(components([1, 2], [link(1, 3), link(2, 3)], [])).toEqual([[1], [2]]);
  });

  it('puts every member in one component, with all that it is linked to', () => {
    const links = fc.array(fc.tuple(fc.nat(20), fc.nat(20)).filter(([a, b]) => a < b));
    fc.assert(
      fc.property(links, (pairs) => {
        const members = Array.from({ length: 21 }, (_, id) => id);
        const groups = components(
          members,
          pairs.map(([a, b]) => link(a, b)),
          [],
        );
        expect(groups.flat().toSorted((x, y) => x - y)).toEqual(members);
        for (const [a, b] of pairs) expect(groups.find((group) => group.includes(a))).toContain(b);
      }),
    );
  });
});

describe('clusters', () => {
  const members = new Map(
    ['crm', 'shop', 'shop', 'erp'].map((source, index) => {
      const id = index + 1;
      return [id, { id, source, sourceId: String(id), duplicateFree: false }];
    }),
  );
  const idsOf = (links: readonly Link[], thresholds: Thresholds) =>
    clusters(members, links, [], thresholds).map((cluster) => cluster.map(({ id }) => id));

  it('join by links, and not by reviews', () => {
    expect(idsOf([link(1, 2), link(3, 4, true)], { review: 0, link: 10 })).toEqual([[1, 2], [3], [4]]);
  });

  it('join by reviews of records that are best for each other, where the model says so', () => {
    const reviews = [link(1, 2, true), { ...link(1, 3, true), weight: 2 }];
    expect(idsOf(reviews, { review: 0, link: 10, mutualBest: 7 })).toEqual([[1], [2], [3], [4]]);
    expect(idsOf(reviews, { review: 0, link: 10, mutualBest: 8 })).toEqual([[1, 3], [2], [4]]);
  });
});
