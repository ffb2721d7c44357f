import fc from 'fast-check';
import { raiseMutualBest } from './mutual-best.js';

interface Link {
  readonly a: number;
  readonly b: number;
  readonly weight: number;
}

const sources = ['crm', 'crm', 'shop', 'shop', 'erp', 'erp'];

/** Records 0 and 1 of the CRM, 2 and 3 of the shop, 4 and 5 of the ERP. */
const members = (...duplicateFree: readonly string[]) =>
  new Map(sources.map((source, id) => [id, { source, duplicateFree: duplicateFree.includes(source) }]));

const link = (a: number, b: number, weight: number): Link => ({ a, b, weight });

const raised = (links: readonly Link[], known = members()) =>
  raiseMutualBest(links, known, 4).flatMap(({ a, b, weight }, at) =>
    weight === links[at]?.weight ? [] : [`${a}~${b} ${weight}`],
  );

describe('raiseMutualBest', () => {
  it.each<[string, Link[], string[]]>([
    ['the only pair', [link(0, 2, 1)], ['0~2 5']],
    ['the best of both', [link(0, 2, 3), link(0, 3, 2), link(1, 2, 1)], ['0~2 7']],
    ['not a pair of which one has a better', [link(0, 2, 3), link(1, 2, 4)], ['1~2 8']],
    ['nor the second best of both', [link(0, 2, 3), link(0, 3, 4), link(1, 2, 4)], ['0~3 8', '1~2 8']],
    ['the best of each source', [link(0, 2, 1), link(0, 4, 9)], ['0~2 5', '0~4 13']],
    ['not pairs within a source', [link(0, 1, 9), link(0, 2, 1)], ['0~2 5']],
    ['equals, as duplicates are', [link(0, 2, 3), link(0, 3, 3)], ['0~2 7', '0~3 7']],
    ['with others at hand alone', [link(0, 2, 1), link(0, 9, 2)], ['0~2 5']],
  ])('raises %s', (_, links, expected) => {
    expect(raised(links)).toEqual(expected);
  });

  it('raises none of equals in a source without duplicates, where one at most is right', () => {
    expect(raised([link(0, 2, 3), link(0, 3, 3)], members('shop'))).toEqual([]);
    expect(raised([link(0, 2, 3), link(0, 3, 3)], members('crm'))).toEqual(['0~2 7', '0~3 7']);
  });

  it('depends neither on the order of links nor on that within them', () => {
    const drawn = fc.uniqueArray(fc.tuple(fc.nat(5), fc.nat(5), fc.integer({ min: -3, max: 3 })), {
      selector: ([a, b]) => Math.min(a, b) * 6 + Math.max(a, b),
    });
    const sorted = (links: readonly Link[]) =>
      links.map(({ a, b, weight }) => `${Math.min(a, b)}~${Math.max(a, b)} ${weight}`).toSorted();
    fc.assert(
      fc.property(drawn, fc.infiniteStream(fc.nat()), (pairs, places) => {
        const links = pairs.map(([a, b, weight]) => link(a, b, weight));
        const shuffled = links
          .map(({ a, b, weight }) => ({ place: places.next().value as number, turned: link(b, a, weight) }))
          .toSorted((x, y) => x.place - y.place)
          .map(({ turned }) => turned);
        const known = members('shop');
        expect(sorted(raiseMutualBest(shuffled, known, 2))).toEqual(sorted(raiseMutualBest(links, known, 2)));
      }),
    );
  });
});
