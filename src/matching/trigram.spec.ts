import fc from 'fast-check';
import { trigramSimilarity } from './trigram.js';

const text = fc.string({ unit: fc.constantFrom('a', 'b', 'c', ' '), maxLength: 40 });

describe('trigramSimilarity', () => {
  it.each([
    ['word', 'two words', 4 / 11],
    ['canon eos', 'eos canon', 1],
    ['cat', 'cat', 1],
    ['cat', 'dog', 0],
    ['', 'dog', 0],
    ['  ', 'dog', 0],
  ])('%s and %s', (a, b, expected) => {
    expect(trigramSimilarity(a, b)).toBeCloseTo(expected, 12);
  });

  it('is the shared part of the distinct trigrams, and symmetric', () => {
    fc.assert(
      fc.property(text, text, (a, b) => {
        const [one, other] = [trigramsOf(a), trigramsOf(b)];
        const union = new Set([...one, ...other]).size;
        const shared = [...one].filter((trigram) => other.has(trigram)).length;
        const expected = a === b ? 1 : union === 0 ? 0 : shared / union;
        expect(trigramSimilarity(a, b)).toBe(expected);
        expect(trigramSimilarity(b, a)).toBe(expected);
      }),
      { numRuns: 1000 },
    );
  });

  it('takes long texts', () => {
    const long = Array.from({ length: 2000 }, (_, i) => `w${i}`).join(' ');
    expect(trigramSimilarity(long, `${long} w`)).toBeGreaterThan(0.99);
    expect(trigramSimilarity('word', 'two words')).toBeCloseTo(4 / 11, 12);
  });
});

function trigramsOf(text: string): Set<string> {
  const words = text.split(' ').filter((word) => word !== '');
  return new Set(
    words.flatMap((word) => {
      const padded = `  ${word} `;
      return Array.from({ length: padded.length - 2 }, (_, i) => padded.slice(i, i + 3));
    }),
  );
}
