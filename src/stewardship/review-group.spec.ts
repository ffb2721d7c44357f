import fc from 'fast-check';
import { joinedGoldens, pairId, recordsOfEach, type OpenPair } from './review-group.js';

/** `A1 B2 3.5`: record 1 of golden record A and record 2 of B weigh 3.5 bits. */
function read(text: string): OpenPair[] {
  return text
    .split('/')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .map((line) => {
      const [one = '', other = '', weight] = line.split(' ');
      const record = (name: string) => ({ golden: name.slice(0, 1), id: Number(name.slice(1)) });
      const [x, y] = [record(one), record(other)];
      return { a: x.id, b: y.id, goldenA: x.golden, goldenB: y.golden, weight: Number(weight) };
    });
}

const group = (pairs: readonly OpenPair[], largest?: number) =>
  joinedGoldens(
    pairs[0]!,
    (goldenId) => pairs.filter(({ goldenA, goldenB }) => goldenA === goldenId || goldenB === goldenId),
    largest,
  );

describe('The group of golden records that a review stands in', () => {
  it.each([
    ['is its two where nothing else is joined', 'A1 B2 3', 'A B', true],
    ['is all that are joined to them, by whatever chain', 'A1 B2 3 / B2 C3 1 / C4 D5 2', 'A B C D', true],
    ['has none that only others are joined to', 'A1 B2 3 / C3 D4 9', 'A B', true],
    ['takes the strongest joined first', 'A1 B2 3 / B2 C3 1 / A1 D4 2', 'A B D C', true],
    ['of equal weights that of the smaller record first', 'A1 B2 3 / B2 D5 1 / A1 C4 1', 'A B C D', true],
    ['ends where it is full', 'A1 B2 3 / B2 C3 1 / A1 D4 2 / D4 E5 5', 'A B D E', false],
  ])('%s', (_, text, goldens, complete) => {
    const found = group(read(text), 4);
    expect([found.goldenIds.join(' '), found.complete]).toEqual([goldens, complete]);
  });

  it('has the pairs between its golden records, the strongest first, and names their records', () => {
    const found = group(read('A1 B2 3 / B2 C3 1 / A4 C3 2'));
    expect(found.pairs.map(pairId)).toEqual(['1-2', '4-3', '2-3']);
    expect(recordsOfEach(found)).toEqual([[1, 4], [2], [3]]);
  });

  it('is the same in whatever order the pairs are told', () => {
    const golden = fc.constantFrom(...'ABCDEFG');
    const pair = fc.record({ goldenA: golden, goldenB: golden, weight: fc.integer({ min: 0, max: 3 }) });
    const pairs = fc
      .array(pair, { minLength: 1, maxLength: 12 })
      .map((drawn) =>
        drawn
          .filter(({ goldenA, goldenB }) => goldenA !== goldenB)
          .map((one, index) => ({ ...one, a: 2 * index, b: 2 * index + 1 })),
      );
    const twoOrders = pairs
      .filter(({ length }) => length > 0)
      .chain(([first, ...others]) =>
        fc.record({
          told: fc.constant([first!, ...others]),
          shuffled: fc.shuffledSubarray(others, { minLength: others.length }).map((rest) => [first!, ...rest]),
        }),
      );
    fc.assert(
      fc.property(twoOrders, fc.integer({ min: 2, max: 5 }), ({ told, shuffled }, largest) =>
        expect(group(shuffled, largest)).toEqual(group(told, largest)),
      ),
    );
  });
});
