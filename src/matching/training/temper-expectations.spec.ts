import fc from 'fast-check';
import { temperExpectations } from './temper-expectations.js';
import type { Expectation } from './training.js';

const expectations: readonly Expectation[] = [
  { threshold: 0, linked: 0.2, precision: 0.9, recall: 0.9 },
  { threshold: 5, linked: 0.1, precision: 0.95, recall: 0.475 },
];

describe('temperExpectations', () => {
  it('leaves them as they are where rivals show nothing', () => {
    expect(temperExpectations(expectations, [])).toBe(expectations);
  });

  it('believes rivals where they show more links to be wrong, and no better where fewer', () => {
    const counted = [
      { links: 1e6, precision: 0.5 },
      { links: 1e6, precision: 1 },
    ];
    const [low, high] = temperExpectations(expectations, counted);
    expect(low?.precision).toBeCloseTo(0.5, 4);
    expect(high?.precision).toBe(0.95);
    // Of 0.1 found and 0.02 missed, as before, the lower threshold now finds no more than 0.1.
    expect(low?.recall).toBeCloseTo(0.1 / 0.12, 2);
    expect(high?.recall).toBeCloseTo(0.095 / 0.12, 2);
  });

  it('hardly heeds what a handful of links shows', () => {
    const counted = [
      { links: 1, precision: 0 },
      { links: 1, precision: 0 },
    ];
    expect(temperExpectations(expectations, counted)[0]?.precision).toBeCloseTo(0.9 * (10 / 11), 6);
  });

  it('gives shares', () => {
    const share = fc.double({ min: 0, max: 1, noNaN: true });
    const expectation = fc.record({ threshold: fc.integer(), linked: share, precision: share, recall: share });
    const counts = fc.record({ links: fc.nat(1000), precision: share });
    fc.assert(
      fc.property(fc.array(fc.tuple(expectation, counts), { minLength: 1 }), (steps) => {
        const tempered = temperExpectations(
          steps.map(([one]) => one),
          steps.map(([, count]) => count),
        );
        for (const { precision, recall } of tempered) {
          expect(precision).toBeGreaterThanOrEqual(0);
          expect(precision).toBeLessThanOrEqual(1);
          expect(recall).toBeGreaterThanOrEqual(0);
          expect(recall).toBeLessThanOrEqual(1);
        }
      }),
    );
  });
});
