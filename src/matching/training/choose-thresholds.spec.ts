import fc from 'fast-check';
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
    const { thresholds, expected, warnings } = chooseThresholds(shipped, expectations, [expectations], []);
    expect(expected).toMatchObject({ threshold: -6, precision: 0.85 });
    expect(thresholds).toMatchObject({ link: -6, review: -9 });
    expect(warnings).toEqual([]);
  });

  it('keeps for review what may yet be linked by being mutually best', () => {
    const mutual = { ...shipped, mutualBest: 5 };
    expect(chooseThresholds(mutual, expectations, [expectations], []).thresholds).toEqual({
      link: -6,
      review: -11,
      mutualBest: 5,
    });
  });

  it('links only what is surest where there is a concern', () => {
    const concern = { code: 'implausibleMatches', message: 'Too many.' } as const;
    const { thresholds, warnings } = chooseThresholds(shipped, expectations, [expectations], [concern]);
    expect(thresholds.link).toBe(8);
    expect(warnings).toEqual([concern]);
  });

  it('links only what is surest where matches are few, which is nothing to warn of', () => {
    const { thresholds, warnings } = chooseThresholds(shipped, expectations, [expectations], [], true);
    expect(thresholds).toMatchObject({ link: 8, review: -9 });
    expect(warnings).toEqual([]);
  });

  it('does not give nearly all that it would find for what is surest', () => {
    const scarce = expectations.map((one, at) => ({ ...one, recall: at > 2 ? 0.1 : one.recall }));
    expect(chooseThresholds(shipped, scarce, [scarce], [], true).thresholds.link).toBe(-2);
  });

  describe('held against a witness', () => {
    const saying = (precisions: readonly number[]) =>
      expectations.map((one, at) => ({ ...one, precision: precisions[at] ?? 1 }));
    const doubting = saying([0.5, 0.5, 0.5, 0.9, 0.9, 0.9, 0.9, 0.9]);

    it('stays where it finds no other threshold better, though it expects less', () => {
      const mild = saying([0.8, 0.82, 0.84, 0.86, 0.88, 0.9, 0.92, 0.94]);
      const { thresholds, expected, warnings } = chooseThresholds(shipped, expectations, [mild], []);
      expect(thresholds.link).toBe(-6);
      expect(expected.precision).toBe(0.8);
      expect(warnings).toEqual([]);
    });

    it('rises to where it gains more than the model believes to lose, reviews what it reviewed before, and says why', () => {
      const { thresholds, expected, warnings } = chooseThresholds(shipped, expectations, [doubting], []);
      expect(thresholds).toEqual({ link: 0, review: -9 });
      expect(expected.precision).toBe(0.9);
      expect(warnings.map(({ code }) => code)).toEqual(['nearTwins']);
      expect(warnings[0]?.message).toMatch(
        /linked at -6 bits about 50 in 100 would be wrong.* rose to 0 bits, where 10 in 100/,
      );
    });

    it('hears all witnesses alike, and tells what the first expects', () => {
      const far = saying([0.3, 0.3, 0.3, 0.3, 0.3, 0.9, 0.9, 0.9]);
      for (const witnesses of [
        [doubting, far],
        [far, doubting],
      ]) {
        const { thresholds, expectations: told } = chooseThresholds(shipped, expectations, witnesses, []);
        expect(thresholds.link).toBe(4);
        expect(told).toBe(witnesses[0]);
      }
    });

    it('rises to where three of four links are right', () => {
      const steep = saying([0.7, 0.71, 0.72, 0.73, 0.74, 0.745, 0.749, 0.755]);
      expect(chooseThresholds(shipped, expectations, [steep], []).thresholds.link).toBe(8);
    });

    it('rises as high as it can where it leaves no threshold sure enough', () => {
      const { thresholds, warnings } = chooseThresholds(shipped, expectations, [saying(Array(8).fill(0.3))], []);
      expect(thresholds.link).toBe(8);
      expect(warnings.map(({ code }) => code)).toEqual(['notSeparable', 'nearTwins']);
    });

    it('is never lowered by it', () => {
      const share = fc.double({ min: 0, max: 1, noNaN: true });
      const account = fc.array(share, { minLength: 8, maxLength: 8 });
      fc.assert(
        fc.property(account, account, account, (believed, first, second) => {
          const [own, ...witnesses] = [believed, first, second].map(saying);
          const alone = chooseThresholds(shipped, own ?? [], [own ?? []], []);
          const held = chooseThresholds(shipped, own ?? [], witnesses, []);
          expect(held.thresholds.link).toBeGreaterThanOrEqual(alone.thresholds.review + 3);
          expect(held.thresholds.review).toBe(alone.thresholds.review);
        }),
      );
    });
  });
});
