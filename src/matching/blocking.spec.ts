import fc from 'fast-check';
import { hashBlockKey, maximumSizeOf } from './blocking.js';

/** Keys as domains make them: a kind, a word or two, a number. */
const keys = Array.from({ length: 100_000 }, (_, i) => `name:${(i % 317).toString(36)}|${i}`);

const customers = { collection: 'customers' };

describe('hashBlockKey', () => {
  it('stays what the store holds', () => {
    expect(hashBlockKey(customers, 'email:ann@example.org')).toBe(3237130453115486);
    expect(hashBlockKey({ collection: 'products' }, '')).toBe(8206992712310860);
  });

  it('is a safe integer, and depends on the collection and where it ends', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (collection, key) => {
        const hash = hashBlockKey({ collection }, key);
        expect(Number.isSafeInteger(hash) && hash >= 0).toBe(true);
        expect(hashBlockKey({ collection }, key)).toBe(hash);
        expect(hashBlockKey({ collection: `${collection}x` }, key)).not.toBe(hashBlockKey({ collection }, `x${key}`));
      }),
    );
  });

  it('tells keys apart', () => {
    expect(new Set(keys.map((key) => hashBlockKey(customers, key))).size).toBe(keys.length);
  });

  it('marks broad keys, which have a size of their own', () => {
    const people = { ...customers, isBroad: (key: string) => key.startsWith('name') };
    const sizes = { selective: 30, broad: 10 };
    fc.assert(
      fc.property(fc.string(), (text) => {
        expect(maximumSizeOf(sizes, hashBlockKey(people, `name ${text}`))).toBe(10);
        expect(maximumSizeOf(sizes, hashBlockKey(people, `email ${text}`))).toBe(30);
        expect(maximumSizeOf(sizes, hashBlockKey(customers, `name ${text}`))).toBe(30);
      }),
    );
  });

  it('spreads keys evenly over every bit but the last', () => {
    const ones = new Array<number>(52).fill(0);
    for (const key of keys) {
      let rest = Math.floor(hashBlockKey(customers, key) / 2);
      for (let bit = 0; bit < 52; bit++) {
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
        changed += bitsApart(hashBlockKey(customers, key), hashBlockKey(customers, other));
        pairs++;
      }
    }
    expect(Math.abs(changed / pairs / 52 - 0.5)).toBeLessThan(0.01);
  });
});

function bitsApart(a: number, b: number): number {
  const difference = BigInt(a) ^ BigInt(b);
  return [...difference.toString(2)].filter((bit) => bit === '1').length;
}
