import fc from 'fast-check';
import { coverageMeter } from './coverage.js';
import { equalInformation, prepareFrequencies } from './frequency.js';

const byRarity = prepareFrequencies({ unlisted: 1 / 1024, values: { sony: 0.25, camera: 0.5, black: 1 } });

describe('coverageMeter', () => {
  it('counts what each side seeks among all that the other holds', () => {
    const coverage = coverageMeter(equalInformation)(
      ['a', 'b', 'c'],
      ['a', 'b', 'c', 'd'],
      ['d', 'x'],
      ['d', 'x', 'a'],
    );
    expect(coverage.both).toBeCloseTo(2 / 5);
    expect(coverage.lighter).toBeCloseTo(1 / 2);
  });

  it('weighs what is sought by how rare it is', () => {
    const one = ['sony', 'camera', 'w35'];
    const other = ['camera', 'w35', 'w36'];
    const coverage = coverageMeter(byRarity)(one, one, other, other);
    expect(coverage.both).toBeCloseTo(22 / 34);
    expect(coverage.lighter).toBeCloseTo(11 / 13);
  });

  it('takes the better covered of two equally light sides', () => {
    expect(coverageMeter(equalInformation)(['a'], ['a'], ['b'], ['a', 'b']).lighter).toBe(1);
  });

  it('finds nothing where all that is sought is in every record', () => {
    expect(coverageMeter(byRarity)(['black'], ['black'], ['black'], ['black'])).toEqual({ both: 0, lighter: 0 });
  });

  it('is symmetric, free of order, within [0, 1], and 1 where each holds what the other seeks', () => {
    const words = fc.constantFrom('sony', 'camera', 'w35', 'x1', 'x2', 'x3');
    const set = fc.uniqueArray(words, { minLength: 1 });
    fc.assert(
      fc.property(set, set, set, set, (soughtA, heldA, soughtB, heldB) => {
        const meter = coverageMeter(byRarity);
        const forward = { ...meter(soughtA, heldA, soughtB, heldB) };
        expect({ ...meter(soughtB, heldB, soughtA, heldA) }).toEqual(forward);
        expect({ ...meter([...soughtA].reverse(), heldA, soughtB, [...heldB].sort()) }).toEqual(forward);
        for (const share of Object.values(forward)) expect(share >= 0 && share <= 1).toBe(true);
        expect({ ...meter(soughtA, soughtB, soughtB, soughtA) }).toEqual({ both: 1, lighter: 1 });
      }),
    );
  });
});
