import { chooseThresholds } from './choose-thresholds.js';
import type { Expectation } from './training.js';

/** The higher the threshold, the surer, and the less is found. */
const expectations: readonly Expectation[] = [-6, -4, -2, 0, 2, 4, 6, 8].map((threshold, at) => ({
  threshold,
  linked: 0.1,
  precision: 0.85 + at / 50,
  recall: 1 - at / 20,
}));

describe('chooseThresholds', () => {
  const shipped = { link: 0, review: -3 };

  it('links where the expected precision is high enough, and reviews from where F1 would be best', () => {
    const { thresholds, expected, warnings } = chooseThresholds(shipped, expectations, []);
    expect(expected).toMatchObject({ threshold: 6, precision: 0.97 });
    expect(thresholds).toMatchObject({ link: 6, review: -9 });
    expect(warnings).toEqual([]);
  });

  it('keeps for review what may yet be linked by being mutually best', () => {
    const mutual = { ...shipped, mutualBest: 5 };
    expect(chooseThresholds(mutual, expectations, []).thresholds).toEqual({ link: 6, review: -11, mutualBest: 5 });
  });

  it('links only what is surest where there is a concern', () => {
    const concern = { code: 'implausibleMatches', message: 'Too many.' } as const;
    const { thresholds, warnings } = chooseThresholds(shipped, expectations, [concern]);
    expect(thresholds.link).toBe(8);
    expect(warnings).toEqual([concern]);
  });
});
