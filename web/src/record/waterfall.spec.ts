import { rangeOf, waterfallSteps } from './waterfall.js';

const comparison = (name: string, weight: number, termFrequency = 0) => ({
  comparison: name,
  level: weight > 0 ? 'same' : 'different',
  m: 0.9,
  u: 0.1,
  weight,
  termFrequency,
});

const evidence = {
  prior: -10,
  comparisons: [comparison('gender', 0), comparison('familyName', 8, 3), comparison('birthDate', -4)],
  weight: -3,
  probability: 0.11,
};

it('goes from nothing over every comparison to the weight', () => {
  const steps = waterfallSteps(evidence);
  expect(steps.map(({ label, level, from, to }) => [label, level, from, to])).toEqual([
    ['Before comparing', 'prior odds', 0, -10],
    ['familyName', 'same', -10, -2],
    ['familyName', 'rare value', -2, 1],
    ['birthDate', 'different', 1, -3],
    ['gender', 'different', -3, -3],
  ]);
  expect(steps.at(-1)?.to).toBe(evidence.weight);
  expect(rangeOf(steps)).toEqual({ least: -10, greatest: 1 });
});
