import { chooseThresholds } from './choose-thresholds.js';
import type { Expectation } from './training.js';

/** The higher the threshold, the surer, and the less is found. */
const expectations: readonly Expectation[] = [-6, -4, -2, 0, 2, 4, 6, 8].map((threshold, at) => ({
  threshold,
  linked: 0.1,
  precision: 0.85 + at / 50,
  recall: 1 - at / 30,
}));

describe('chooseThresholds', () => {
  const shipped = { link: 0, review: -3 };

  it('links where F1 is expected to be best, and reviews what is as far below as it was', () => {
    const { thresholds, expected, warnings } = chooseThresholds(shipped, expectations, [], []);
    expect(expected).toMatchObject({ threshold: -6, precision: 0.85 });
    expect(thresholds).toMatchObject({ link: -6, review: -9 });
    expect(warnings).toEqual([]);
  });

  it('keeps for review what may yet be linked by being mutually best', () => {
    const mutual = { ...shipped, mutualBest: 5 };
    expect(chooseThresholds(mutual, expectations, [], []).thresholds).toEqual({ link: -6, review: -11, mutualBest: 5 });
  });

  it('links only what is surest where there is a concern', () => {
    const concern = { code: 'implausibleMatches', message: 'Too many.' } as const;
    const { thresholds, warnings } = chooseThresholds(shipped, expectations, [], [concern]);
    expect(thresholds.link).toBe(8);
    expect(warnings).toEqual([concern]);
  });

  it('links only what is surest where matches are few, which is nothing to warn of', () => {
    const { thresholds, warnings } = chooseThresholds(shipped, expectations, [], [], true);
    expect(thresholds).toMatchObject({ link: 8, review: -9 });
    expect(warnings).toEqual([]);
  });

  it('does not give nearly all that it would find for what is surest', () => {
    const scarce = expectations.map((one, at) => ({ ...one, recall: at > 2 ? 0.1 : one.recall }));
    expect(chooseThresholds(shipped, scarce, [], [], true).thresholds.link).toBe(-2);
  });

  describe('held against near twins', () => {
    const counted = (shares: readonly number[]) => shares.map((precision) => ({ links: 1000, precision }));

    it('stays where they show no more to be wrong than it may be', () => {
      const mild = counted([0.8, 0.82, 0.84, 0.86, 0.88, 0.9, 0.92, 0.95]);
      const { thresholds, expected, warnings } = chooseThresholds(shipped, expectations, mild, []);
      expect(thresholds.link).toBe(-6);
      expect(expected.precision).toBeCloseTo(0.8, 2);
      expect(warnings).toEqual([]);
    });

    it('rises to where three of four links are right, reviews what it reviewed before, and says why', () => {
      const hard = counted([0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.9]);
      const { thresholds, expected, warnings } = chooseThresholds(shipped, expectations, hard, []);
      expect(thresholds).toEqual({ link: 8, review: -9 });
      expect(expected.precision).toBeCloseTo(0.9, 2);
      expect(warnings.map(({ code }) => code)).toEqual(['nearTwins']);
      expect(warnings[0]?.message).toMatch(
        /at -6 bits about 89 in 100 would be wrong.* rose to 8 bits, where 10 in 100/,
      );
    });

    it('rises as high as it can where they leave no threshold sure enough', () => {
      const { thresholds, warnings } = chooseThresholds(shipped, expectations, counted(Array(8).fill(0.3)), []);
      expect(thresholds.link).toBe(8);
      expect(warnings.map(({ code }) => code)).toEqual(['nearTwins']);
    });
  });
});
