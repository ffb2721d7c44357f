import fc from 'fast-check';
import { hashBlockKey } from './blocking.js';

/** Keys as domains make them: a kind, a word or two, a number. */
const keys = Array.from({ length: 100_000 }, (_, i) => `name:${(i % 317).toString(36)}|${i}`);

describe('hashBlockKey', () => {
  it('stays what the store holds', () => {
    expect(hashBlockKey('customers', 'email:ann@example.org')).toBe(3237130453115486);
    expect(hashBlockKey('products', '')).toBe(8206992712310860);
  });

  it('is a safe integer, and depends on the collection and where it ends', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (collection, key) => {
        const hash = hashBlockKey(collection, key);
        expect(Number.isSafeInteger(hash) && hash >= 0).toBe(true);
        expect(hashBlockKey(collection, key)).toBe(hash);
        expect(hashBlockKey(`${collection}x`, key)).not.toBe(hashBlockKey(collection, `x${key}`));
      }),
    );
  });

  it('tells keys apart', () => {
    expect(new Set(keys.map((key) => hashBlockKey('customers', key))).size).toBe(keys.length);
  });

  it('spreads keys evenly over every bit', () => {
    const ones = new Array<number>(53).fill(0);
    for (const key of keys) {
      let rest = hashBlockKey('customers', key);
      for (let bit = 0; bit < 53; bit++) {
        ones[bit]! += rest % 2;
        rest = Math.floor(rest / 2);
      }
    }
    const deviations = ones.map((count) => Math.abs(count / keys.length - 0.5));
    expect(Math.max(...deviations)).toBeLessThan(0.01);
  });

  it('changes half of the bits with any one character', () => {
    let changed = 0;
    let pairs = 0;
    for (const key of keys.slice(0, 2000)) {
      for (let i = 0; i < key.length; i++) {
        const other = key.slice(0, i) + String.fromCharCode(key.charCodeAt(i) ^ 1) + key.slice(i + 1);
        changed += bitsApart(hashBlockKey('customers', key), hashBlockKey('customers', other));
        pairs++;
      }
    }
    expect(Math.abs(changed / pairs / 53 - 0.5)).toBeLessThan(0.01);
  });
});

function bitsApart(a: number, b: number): number {
  const difference = BigInt(a) ^ BigInt(b);
  return [...difference.toString(2)].filter((bit) => bit === '1').length;
}
