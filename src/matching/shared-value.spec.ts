import fc from 'fast-check';
import { genericFrom, stepBelow } from './shared-value.js';

describe('The steps of size of blocks', () => {
  it.each([
    [0, 0],
    [10, 0],
    [11, 10],
    [40, 10],
    [41, 40],
    [160, 40],
    [161, 160],
    [20_000, 10_240],
  ])('of %d records that a cap of 10 begins: %d', (size, step) => {
    expect(stepBelow(size, 10)).toBe(step);
  });

  it('grow with the size', () => {
    fc.assert(
      fc.property(fc.nat(100_000), fc.nat(1_000), fc.integer({ min: 1, max: 50 }), (size, more, cap) => {
        expect(stepBelow(size + more, cap)).toBeGreaterThanOrEqual(stepBelow(size, cap));
      }),
    );
  });
});

describe('A value that many share by chance', () => {
  it('is generic beyond four times the cap, where others stay within it', () => {
    expect(genericFrom(undefined, 10)).toBe(40);
  });

  it('is generic only when its block is at least four times as large as one of typical size can be', () => {
    fc.assert(
      fc.property(fc.integer({ min: 11, max: 100_000 }), fc.integer({ min: 11, max: 1_000_000 }), (typical, size) => {
        const generic = stepBelow(size, 10) >= genericFrom(stepBelow(typical, 10), 10);
        if (generic) expect(size).toBeGreaterThan(4 * typical);
        if (size > 64 * typical) expect(generic).toBe(true);
      }),
    );
  });
});
