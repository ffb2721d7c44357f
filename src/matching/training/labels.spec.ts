import fc from 'fast-check';
import { heedLabels, type Labels } from './labels.js';

const candidates = fc.array(
  fc.record({
    probability: fc.double({ min: 0, max: 1, noNaN: true }),
    label: fc.option(
      fc.record({ verdict: fc.constantFrom(0, 1), weight: fc.double({ min: 0.01, max: 1, noNaN: true }) }),
    ),
  }),
  { minLength: 1, maxLength: 60 },
);

const sumOf = (values: Iterable<number>) => [...values].reduce((sum, value) => sum + value, 0);

describe('heedLabels', () => {
  it('draws a pair to what is said of it, by the weight of the label', () => {
    const probabilities = Float64Array.of(0.4, 0.4, 0.4, ...new Array<number>(20).fill(1));
    const labels = [
      { pair: 0, verdict: 1, weight: 1 },
      { pair: 1, verdict: 0, weight: 0.5 },
    ];
    expect([...heedLabels(probabilities, labels).slice(0, 3)]).toEqual([1, 0.2, 0.4]);
  });

  it('never moves a pair beyond its verdict, nor one without a label, nor in all more than a quarter of the matches', () => {
    fc.assert(
      fc.property(candidates, (drawn) => {
        const probabilities = Float64Array.from(drawn, ({ probability }) => probability);
        const labels: Labels = drawn.flatMap(({ label }, pair) => (label ? [{ pair, ...label }] : []));
        const heeded = heedLabels(probabilities, labels);
        for (const [pair, { probability, label }] of drawn.entries()) {
          const [low, high] = [probability, label?.verdict ?? probability].sort((a, b) => a - b);
          expect(heeded[pair]).toBeGreaterThanOrEqual(low ?? 0);
          expect(heeded[pair]).toBeLessThanOrEqual(high ?? 1);
        }
        const moved = sumOf(heeded.map((value, pair) => Math.abs(value - (probabilities[pair] ?? 0))));
        expect(moved).toBeLessThanOrEqual(sumOf(probabilities) / 4 + 1e-9);
      }),
    );
  });
});
