import { countElsewhere } from './count-elsewhere.js';
import { rivalsAmong } from './rivals.js';
import type { Sample } from './sample.js';
import { indexOf, steps } from './threshold-steps.js';

/** Records of a duplicate-free source and of an open one, in this order, and pairs of them by index. */
function rivalsOf(free: number, open: number, pairs: readonly (readonly [number, number])[]) {
  const records = Array.from({ length: free + open }, (_, id) => {
    const duplicateFree = id < free;
    return { id, source: duplicateFree ? 'free' : 'open', duplicateFree, standard: {}, blockKeys: [] };
  });
  const sample = { records, drawn: [...records.keys()] } as unknown as Sample;
  const [one, other] = [pairs.map(([a]) => a), pairs.map(([, b]) => b)];
  return rivalsAmong(sample, { one: Int32Array.from(one), other: Int32Array.from(other) });
}

describe('countElsewhere', () => {
  const counted = Array.from({ length: steps }, () => ({ links: 100, precision: 0.8, falseFinds: 10 }));

  it('expects false finds in proportion to what is compared', () => {
    // 200 records among themselves are 20,000 pairs, with 100 of the other source as many.
    const within = Array.from({ length: 60 }, (_, at) => [100 + at, 299 - at] as const);
    const weights = new Float64Array(60).fill(20);
    const [all = []] = countElsewhere(counted, weights, rivalsOf(100, 200, within));
    expect(all[indexOf(5)]).toMatchObject({ links: 160 });
    expect(all[indexOf(5)]?.precision).toBeCloseTo((80 + 50) / 160, 6);
  });

  it('expects no more of them than there are links', () => {
    const [all = []] = countElsewhere(counted, Float64Array.of(5), rivalsOf(100, 200, [[100, 101]]));
    expect(all[indexOf(5)]?.precision).toBeCloseTo(80 / 101, 6);
  });

  it('leaves out what near twins tell of', () => {
    const [all = []] = countElsewhere(counted, Float64Array.of(5), rivalsOf(100, 200, [[0, 101]]));
    expect(all[indexOf(5)]).toMatchObject({ links: 100, precision: 0.8 });
  });

  it('adds nothing where every source is duplicate-free', () => {
    expect(countElsewhere(counted, Float64Array.of(5), rivalsOf(2, 0, [[0, 1]]))).toEqual([]);
  });
});
