import fc from 'fast-check';
import { exact, level, missing, otherwise } from '../authoring.js';
import type { MatchingModel } from '../model.js';
import { levelWeight } from '../score.js';
import { drawToShipped } from './draw-to-shipped.js';

function model(prior: number, m: number, u: number): MatchingModel {
  const levels = [missing('name'), level('same', exact('name'), m, u), otherwise(1 - m, 1 - u)];
  return { prior, thresholds: { link: 3, review: -2 }, frequencies: {}, comparisons: [{ name: 'name', levels }] };
}

function weightsOf({ comparisons }: MatchingModel): number[] {
  return comparisons.flatMap(({ levels }) => levels.map(levelWeight));
}

const shipped = model(-13, 0.8, 0.001);
const trained = model(-7, 0.5, 0.02);

describe('drawToShipped', () => {
  it.each([
    [0, shipped],
    [1e9, trained],
  ])('has the figures of either model where %d matches are expected', (matches, expected) => {
    const drawn = drawToShipped(shipped, trained, { matches, taken: 1 });
    expect(drawn.prior).toBeCloseTo(expected.prior, 3);
    weightsOf(drawn).forEach((weight, at) => expect(weight).toBeCloseTo(weightsOf(expected)[at] ?? NaN, 3));
  });

  it('lies half way where as many matches are expected as are believed, or where clusters refuse every other pair', () => {
    const drawn = drawToShipped(shipped, trained, { matches: 50, taken: 1 });
    expect(drawn.prior).toBeCloseTo(-10, 6);
    expect(drawToShipped(shipped, trained, { matches: 1e9, taken: 0.5 }).prior).toBeCloseTo(-10, 6);
    const [one, other] = [weightsOf(shipped), weightsOf(trained)];
    weightsOf(drawn).forEach((weight, at) => expect(weight).toBeCloseTo(((one[at] ?? 0) + (other[at] ?? 0)) / 2, 6));
  });

  it('never believes in more matches than the trained model', () => {
    const prior = fc.double({ min: -30, max: 0, noNaN: true });
    const share = fc.double({ min: 0, max: 1, noNaN: true });
    fc.assert(
      fc.property(prior, prior, fc.nat(1000), share, (before, after, matches, taken) => {
        const drawn = drawToShipped(model(before, 0.8, 0.1), model(after, 0.8, 0.1), { matches, taken });
        expect(drawn.prior).toBeLessThanOrEqual(after);
        expect(drawn.prior).toBeGreaterThanOrEqual(Math.min(before, after) - 1e-9);
      }),
    );
  });
});
