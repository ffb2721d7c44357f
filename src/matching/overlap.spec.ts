import fc from 'fast-check';
import { equalInformation, prepareFrequencies } from './frequency.js';
import { overlapMeter } from './overlap.js';

const values = { sony: 0.25, camera: 0.5, dsc: 0.125, black: 1 };
const byRarity = prepareFrequencies({ unlisted: 1 / 1024, values });

describe('overlapMeter', () => {
  it('counts elements alike without a table', () => {
    const overlap = overlapMeter(equalInformation)(['a', 'b', 'c'], ['b', 'c', 'd', 'e']);
    expect(overlap.jaccard).toBeCloseTo(2 / 5);
    expect(overlap.containment).toBeCloseTo(2 / 3);
    expect(overlap.cosine).toBeCloseTo(2 / Math.sqrt(12));
  });

  it('weighs elements by how rare they are', () => {
    const overlap = overlapMeter(byRarity)(['sony', 'camera', 'w35'], ['sony', 'dsc', 'w35']);
    expect(overlap.jaccard).toBeCloseTo(12 / 16);
    expect(overlap.containment).toBeCloseTo(12 / 13);
    expect(overlap.cosine).toBeCloseTo(104 / Math.sqrt(105 * 113));
  });

  it('finds nothing in common where all that is shared is in every record', () => {
    expect(overlapMeter(byRarity)(['black'], ['black'])).toEqual({ jaccard: 0, containment: 0, cosine: 0 });
  });

  it('is the same whichever set comes first and however they are ordered, and 1 for equal sets', () => {
    const set = fc.uniqueArray(fc.constantFrom(...Object.keys(values), 'w35', 'x1', 'x2', 'x3'), { minLength: 1 });
    fc.assert(
      fc.property(set, set, (a, b) => {
        const meter = overlapMeter(byRarity);
        const forward = { ...meter(a, b) };
        expect({ ...meter(b, a) }).toEqual(forward);
        expect({ ...meter([...a].reverse(), [...b].sort()) }).toEqual(forward);
        if (a.some((element) => element !== 'black')) {
          expect({ ...meter(a, [...a].reverse()) }).toEqual({ jaccard: 1, containment: 1, cosine: 1 });
        }
      }),
    );
  });
});
