import { countTwins } from './count-twins.js';
import type { Observations } from './observe-pairs.js';
import { seededRandom } from './random.js';
import { rivalsAmong } from './rivals.js';
import type { Sample } from './sample.js';
import { indexOf } from './threshold-steps.js';

/** The weights of two records of the one source with two of the other. */
type Four = readonly [a1b1: number, a1b2: number, a2b1: number, a2b2: number];

/** What is counted at thresholds, of so many fours of records, two of either source, where these are linked within it, too. */
function counted(fours: readonly Four[], within = 5) {
  const pairs = fours.flatMap(([a1b1, a1b2, a2b1, a2b2], index) => {
    const [a1, a2, b1, b2] = [4 * index, 4 * index + 1, 4 * index + 2, 4 * index + 3];
    return [
      [a1, b1, a1b1],
      [a1, b2, a1b2],
      [a2, b1, a2b1],
      [a2, b2, a2b2],
      [a1, a2, within],
      [b1, b2, within],
    ] as const;
  });
  const records = Array.from({ length: 4 * fours.length }, (_, id) => {
    return { id, source: id % 4 < 2 ? 'a' : 'b', duplicateFree: false, standard: {}, blockKeys: [] };
  });
  const sample = { records, drawn: [...records.keys()] } as unknown as Sample;
  const candidates = {
    one: Int32Array.from(pairs, ([one]) => one),
    other: Int32Array.from(pairs, ([, other]) => other),
  } as Observations;
  const alone = Float64Array.from(pairs, ([, , weight]) => weight);
  const steps = countTwins(sample, candidates, { alone }, rivalsAmong(sample, candidates), 0);
  for (;;) {
    const { done, value } = steps.next();
    if (done) return (threshold: number) => value[indexOf(threshold)];
  }
}

function times<T>(count: number, make: () => T): T[] {
  return Array.from({ length: count }, make);
}

describe('countTwins', () => {
  const random = seededRandom(3);
  const slips = () => 14 - 10 * random();
  const real = (): Four => [slips(), slips(), slips(), slips()];
  const twins = (): Four => [14, 4, 4, 14];

  it('counts as wrong what joins records that both sources tell apart, and nothing above', () => {
    const at = counted(times(100, twins));
    expect(at(0)?.links).toBe(600);
    // Of four links across two are right, of two within none.
    expect(at(0)?.precision).toBeCloseTo(1 / 3, 1);
    expect(at(4.5)?.precision).toBe(1);
    expect(at(10)?.precision).toBe(1);
  });

  it('counts below 0 bits what it counts there', () => {
    const at = counted(times(100, twins));
    expect(at(-6)?.precision).toBe(at(0)?.precision);
  });

  it('sees no twins in duplicates that differ by slips alone', () => {
    expect(counted(times(500, real))(0)).toBeUndefined();
  });

  it('sees no twins in duplicates of which one is cleaner than the other', () => {
    expect(counted(times(500, () => [12 + slips(), slips(), 12 + slips(), slips()] as const))(0)).toBeUndefined();
  });

  it('counts as many as there are where some doubles are real', () => {
    const at = counted([...times(300, twins), ...times(300, real)]);
    expect(at(0)?.precision).toBeGreaterThan(0.5);
    expect(at(0)?.precision).toBeLessThan(0.8);
  });

  it('takes few for chance', () => {
    expect(counted([twins()])(0)).toBeUndefined();
  });
});
