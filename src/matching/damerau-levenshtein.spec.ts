import fc from 'fast-check';
import { damerauLevenshtein } from './damerau-levenshtein.js';

/** Few letters, so that texts share many; lengths on both sides of the 32 that one word holds. */
const text = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), maxLength: 45 });

describe('damerauLevenshtein', () => {
  it.each([
    ['19780211', '19780121', 1],
    ['19781211', '19871211', 1],
    ['smith', 'smyth', 1],
    ['ca', 'abc', 3],
    ['kitten', 'sitting', 3],
    ['', 'abc', 3],
    ['same', 'same', 0],
  ])('%s and %s', (a, b, expected) => {
    expect(damerauLevenshtein(a, b)).toBe(expected);
  });

  it('is what the recurrence says, at any length', () => {
    fc.assert(
      fc.property(text, text, (a, b) => expect(damerauLevenshtein(a, b)).toBe(byRecurrence(a, b))),
      {
        numRuns: 2000,
      },
    );
  });

  it('is what the recurrence says of long texts with a common beginning and end', () => {
    const common = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), maxLength: 40 });
    fc.assert(
      fc.property(common, text, text, common, (start, a, b, end) => {
        const [one, other] = [start + a + end, start + b + end];
        expect(damerauLevenshtein(one, other)).toBe(byRecurrence(one, other));
      }),
      { numRuns: 500 },
    );
  });

  it('is symmetric', () => {
    fc.assert(fc.property(text, text, (a, b) => damerauLevenshtein(a, b) === damerauLevenshtein(b, a)));
  });
});

function byRecurrence(a: string, b: string): number {
  const known = new Map<string, number>();
  const distance = (i: number, j: number): number => {
    if (i === 0 || j === 0) return i + j;
    const key = `${i} ${j}`;
    const found = known.get(key);
    if (found !== undefined) return found;
    const choices = [
      distance(i - 1, j) + 1,
      distance(i, j - 1) + 1,
      distance(i - 1, j - 1) + (a[i - 1] === b[j - 1] ? 0 : 1),
    ];
    if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) choices.push(distance(i - 2, j - 2) + 1);
    const best = Math.min(...choices);
    known.set(key, best);
    return best;
  };
  return distance(a.length, b.length);
}
