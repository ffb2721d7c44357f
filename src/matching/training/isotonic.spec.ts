import fc from 'fast-check';
import { isotonic } from './isotonic.js';

describe('isotonic', () => {
  it.each([
    [
      [1, 2, 3],
      [1, 1, 1],
      [1, 2, 3],
    ],
    [
      [3, 1],
      [1, 1],
      [2, 2],
    ],
    [
      [3, 1],
      [3, 1],
      [2.5, 2.5],
    ],
    [
      [1, 4, 2, 5],
      [1, 1, 1, 1],
      [1, 3, 3, 5],
    ],
    [[], [], []],
  ])('makes of %j weighed %j what nowhere falls: %j', (values, weights, expected) => {
    expect(isotonic(values, weights)).toEqual(expected);
  });

  it('never falls, and keeps the weighted mean', () => {
    const weighed = fc.array(
      fc.record({ value: fc.integer({ min: -50, max: 50 }), weight: fc.integer({ min: 1, max: 9 }) }),
    );
    fc.assert(
      fc.property(weighed, (pairs) => {
        const weights = pairs.map(({ weight }) => weight);
        const result = isotonic(
          pairs.map(({ value }) => value),
          weights,
        );
        result.slice(1).forEach((value, index) => expect(value).toBeGreaterThanOrEqual(result[index] ?? 0));
        const sum = (values: readonly number[]) =>
          values.reduce((total, value, at) => total + value * (weights[at] ?? 0), 0);
        expect(sum(result)).toBeCloseTo(sum(pairs.map(({ value }) => value)), 6);
      }),
    );
  });
});
