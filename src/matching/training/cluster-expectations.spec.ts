import { clusterExpectations, shareTakenUp } from './cluster-expectations.js';
import { indexOf } from './threshold-steps.js';

/** Three records, and two others, of which each pair has a weight and a probability. */
function worldOf(weights: readonly number[], probabilities: readonly number[], duplicateFree = false) {
  const records = [0, 1, 2, 3, 4].map((id) => ({ id, source: 's', duplicateFree, standard: {}, blockKeys: [] }));
  const pairs = { one: Int32Array.of(0, 1, 0, 3), other: Int32Array.of(1, 2, 2, 4) };
  const bits = Float64Array.from(weights);
  const judged = { alone: bits, weights: bits, probabilities: Float64Array.from(probabilities) };
  return [{ records, mayMatch: () => !duplicateFree }, pairs, judged] as const;
}

/** What is expected of their clusters. */
function expectationsOf(...world: Parameters<typeof worldOf>) {
  const expecting = clusterExpectations(...worldOf(...world), { link: 3, review: -2 });
  for (;;) {
    const step = expecting.next();
    if (step.done) return step.value;
  }
}

describe('clusterExpectations', () => {
  it('counts what two links bring together with what they link', () => {
    const expectations = expectationsOf([9, 6, -7], [0.99, 0.98, 0.01]);
    expect(expectations[indexOf(3)]).toMatchObject({ threshold: 3, linked: 1 });
    expect(expectations[indexOf(3)]?.precision).toBeCloseTo((0.99 + 0.98 + 0.01) / 3, 6);
    expect(expectations[indexOf(3)]?.recall).toBeCloseTo(1, 6);
    expect(expectations[indexOf(8)]?.precision).toBeCloseTo(0.99, 6);
    expect(expectations[indexOf(8)]?.recall).toBeCloseTo(0.99 / 1.98, 6);
    expect(expectations[indexOf(10)]).toMatchObject({ linked: 0, precision: 1, recall: 0 });
  });

  it('counts two records that nothing else touches', () => {
    const expectations = expectationsOf([-7, -7, -7, 5], [0, 0, 0, 0.9]);
    expect(expectations[indexOf(5)]).toMatchObject({ linked: 1 / 4, recall: 1 });
    expect(expectations[indexOf(5)]?.precision).toBeCloseTo(0.9, 6);
    expect(expectations[indexOf(6)]).toMatchObject({ linked: 0, recall: 0 });
  });

  it('brings together what the resolver would, no more', () => {
    const expectations = expectationsOf([9, 6, -7, 5], [0.99, 0.98, 0.01, 0.9], true);
    expect(expectations[indexOf(3)]).toMatchObject({ linked: 0 });
  });
});

describe('shareTakenUp', () => {
  const takenUp = (weights: readonly number[], cohesion: number, duplicateFree = false) =>
    shareTakenUp(...worldOf(weights, [1, 1, 1, 1], duplicateFree), { link: 3, review: -2, cohesion });

  it('is less the more pairs are refused, as clusters do not cohere', () => {
    expect(takenUp([9, 6, -7, 5], 1)).toBe(2 / 3);
    expect(takenUp([9, 6, -7, 5], 0.25)).toBe(1);
    expect(takenUp([9, 9, 9, 5], 1)).toBe(1);
    expect(takenUp([9, 9, 9, 5], 1, true)).toBe(0);
  });

  it('is all where nothing would be linked', () => {
    expect(takenUp([2, 2, 2, 2], 1)).toBe(1);
  });
});
