import fc from 'fast-check';
import { jaroWinkler } from './jaro-winkler.js';

/** Few letters, so that texts share many; lengths on both sides of the 32 that one word holds. */
const text = fc.string({ unit: fc.constantFrom('a', 'b', 'c', 'd'), maxLength: 48 });

describe('jaroWinkler', () => {
  it.each([
    ['martha', 'marhta', 0.9611],
    ['dixon', 'dicksonx', 0.8133],
    ['dwayne', 'duane', 0.84],
    ['jones', 'johnson', 0.8324],
    ['abcvwxyz', 'cabvwxyz', 0.9583],
    ['shackleford', 'shackelford', 0.9818],
    ['smith', 'smith', 1],
    ['abc', 'xyz', 0],
    ['', 'a', 0],
  ])('%s and %s', (a, b, expected) => {
    expect(jaroWinkler(a, b)).toBeCloseTo(expected, 4);
  });

  it('adds nothing for the prefix of texts that are hardly alike', () => {
    expect(jaroWinkler('abcdefgh', 'abzzzzzz')).toBeCloseTo((2 / 8 + 2 / 8 + 1) / 3, 12);
  });

  it('is what the definition says, at any length', () => {
    fc.assert(
      fc.property(text, text, (a, b) => expect(jaroWinkler(a, b)).toBe(byDefinition(a, b))),
      { numRuns: 2000 },
    );
  });

  it('is symmetric', () => {
    fc.assert(
      fc.property(text, text, (a, b) => jaroWinkler(a, b) === jaroWinkler(b, a)),
      { numRuns: 2000 },
    );
  });
});

function byDefinition(a: string, b: string): number {
  if (a === b) return 1;
  const reach = Math.max(0, Math.floor(Math.max(a.length, b.length) / 2) - 1);
  const taken = new Set<number>();
  const matchedA = [...a].filter((letter, i) => {
    const j = [...b].findIndex((other, k) => other === letter && !taken.has(k) && Math.abs(i - k) <= reach);
    if (j >= 0) taken.add(j);
    return j >= 0;
  });
  if (matchedA.length === 0) return 0;
  const matchedB = [...b].filter((_, j) => taken.has(j));
  const swaps = Math.floor(matchedA.filter((letter, i) => letter !== matchedB[i]).length / 2);
  const count = matchedA.length;
  const jaro = (count / a.length + count / b.length + (count - swaps) / count) / 3;
  let prefix = 0;
  while (prefix < 4 && prefix < a.length && a[prefix] === b[prefix]) prefix++;
  return jaro > 0.7 ? jaro + prefix * 0.1 * (1 - jaro) : jaro;
}
