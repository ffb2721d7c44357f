import fc from 'fast-check';
import { mostInformative, type UnlabelledPair } from './most-informative.js';

/** `name 2.5 same/other/missing`: a pair 2.5 bits from the threshold. */
function pairs(...lines: string[]): (UnlabelledPair & { name: string })[] {
  return lines.map((line) => {
    const [name = '', distance, pattern = ''] = line.split(' ');
    return { name, distance: Number(distance), pattern: pattern.split('/') };
  });
}

const names = (ranked: readonly { name: string }[]) => ranked.map(({ name }) => name).join(' ');

describe('mostInformative', () => {
  it('takes the most uncertain of pairs with the same evidence', () => {
    const labelled = [['same', 'same']];
    expect(names(mostInformative(pairs('far 6 a/b', 'near 0.5 a/b', 'middle 2 a/b'), labelled, 1))).toBe('near');
  });

  it('spreads over the patterns of evidence before it takes one again', () => {
    const open = pairs('a1 0.1 x/x/x', 'a2 0.2 x/x/x', 'b 3 y/y/y', 'c 3 z/z/z');
    expect(names(mostInformative(open, [], 3))).toBe('a1 b c');
  });

  it('prefers evidence that has no label yet', () => {
    const open = pairs('known 0 x/x', 'new 0 y/y');
    expect(names(mostInformative(open, [['x', 'x']], 1))).toBe('new');
  });

  it('lets uncertainty count for more, the more labels there are', () => {
    const open = pairs('uncertain 0 x/x', 'unlike 9 y/y');
    const many = Array.from({ length: 50 }, () => ['x', 'x']);
    expect(names(mostInformative(open, [['x', 'x']], 1))).toBe('unlike');
    expect(names(mostInformative(open, many, 1))).toBe('uncertain');
  });

  it('ranks each pair at most once, and as many as it is asked for', () => {
    const pair = fc.record({
      distance: fc.double({ min: 0, max: 30, noNaN: true }),
      pattern: fc.array(fc.constantFrom('x', 'y', 'z'), { minLength: 3, maxLength: 3 }),
    });
    fc.assert(
      fc.property(fc.array(pair), fc.array(fc.constant(['x', 'y', 'z'])), fc.nat(40), (open, labelled, limit) => {
        const ranked = mostInformative(open, labelled, limit);
        expect(ranked).toHaveLength(Math.min(limit, open.length));
        expect(new Set(ranked).size).toBe(ranked.length);
      }),
    );
  });
});
