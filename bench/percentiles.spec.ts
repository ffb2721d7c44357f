import { percentile } from './percentiles.js';

describe('percentile', () => {
  it.each([
    [50, 5],
    [90, 9],
    [91, 10],
    [99, 10],
    [1, 1],
    [0, 1],
  ])('%d of 1 to 10 is %d', (percent, expected) => {
    expect(percentile([1, 2, 3, 4, 5, 6, 7, 8, 9, 10], percent)).toBe(expected);
  });

  it('is not a number where there are none', () => {
    expect(percentile([], 50)).toBeNaN();
  });
});
