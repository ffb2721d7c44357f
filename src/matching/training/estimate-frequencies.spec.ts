import { exact, level, otherwise } from '../authoring.js';
import type { MatchingModel } from '../model.js';
import { estimateFrequencies } from './estimate-frequencies.js';

const model: MatchingModel = {
  prior: -10,
  thresholds: { link: 0, review: -2 },
  frequencies: {
    name: { unlisted: 0.0001, values: { smith: 0.01, jones: 0.005 } },
    unused: { unlisted: 0.5, values: {} },
  },
  comparisons: [
    {
      name: 'name',
      levels: [level('same', exact('name'), 0.9, 0.001, { feature: 'name', table: 'name' }), otherwise(0.1, 0.999)],
    },
  ],
};

function formsOf(counts: Readonly<Record<string, number>>): { name: string }[] {
  return Object.entries(counts).flatMap(([name, count]) => Array.from({ length: count }, () => ({ name })));
}

describe('estimateFrequencies', () => {
  it('leaves the shipped table as it is where there are no records', () => {
    const { name } = estimateFrequencies(model, []);
    expect(name?.values.smith).toBeCloseTo(0.01, 6);
    expect(name?.values.jones).toBeCloseTo(0.005, 6);
  });

  it('learns what is common here, though not elsewhere', () => {
    const { name } = estimateFrequencies(model, formsOf({ carlos: 500, smith: 2, other: 9498 }));
    expect(name?.values.carlos).toBeGreaterThan(0.04);
    expect(name?.values.smith).toBeLessThan(0.001);
    expect(name?.values.smith).toBeGreaterThan(name?.unlisted ?? 1);
  });

  it('does not take a value for common because the two records of a pair hold it', () => {
    const { name } = estimateFrequencies(model, formsOf({ rare: 2, other: 100 }));
    expect(name?.values.rare).toBeUndefined();
  });

  it('counts the elements of sets, and no record without the feature', () => {
    const forms = [
      ...Array.from({ length: 1000 }, () => ({ name: ['anna', 'maria'] })),
      { name: '' },
      {},
      { other: 'x' },
    ];
    const { name } = estimateFrequencies(model, forms);
    expect(name?.values.anna).toBeCloseTo(998 / 1300, 2);
    expect(name?.values.maria).toBe(name?.values.anna);
  });

  it('lists a bounded number of values, and only valid frequencies', () => {
    const names = Array.from({ length: 90_000 }, (_, index) => ({ name: `n${Math.floor(index / 3)}` }));
    const { name } = estimateFrequencies(model, names);
    expect(Object.keys(name?.values ?? {}).length).toBeLessThanOrEqual(20_000);
    for (const frequency of Object.values(name?.values ?? {})) expect(frequency > 0 && frequency <= 1).toBe(true);
  });
});
