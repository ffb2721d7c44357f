import fc from 'fast-check';
import { countFalseLinks } from './false-links.js';
import { seededRandom } from './random.js';
import { rivalsAmong } from './rivals.js';
import type { Sample } from './sample.js';
import { indexOf } from './threshold-steps.js';
import type { TrainingRecord } from './training.js';

interface World {
  readonly weights: Float64Array;
  readonly sample: Sample;
  readonly one: Int32Array;
  readonly other: Int32Array;
  /** Of the records of the first source, the share of those with a best find of 4 bits or more whose best find is right. */
  readonly right: number;
}

const sought = 4000;
const held = 3000;

/**
 * Records that are sought in a duplicate-free source: so great a share has a match there, and each finds so many others, by
 * chance, that reach 4 bits.
 */
function world(matched: number, others: number, duplicateFree = true): World {
  const random = seededRandom(7);
  const [one, other, weights]: [number[], number[], number[]] = [[], [], []];
  let [found, right] = [0, 0];
  const add = (record: number, weight: number): number => {
    one.push(record);
    other.push(sought + Math.floor(random() * held));
    weights.push(weight);
    return weight;
  };
  for (let record = 0; record < sought; record++) {
    const own = random() < matched ? add(record, 3 + 8 * random()) : -Infinity;
    let best = -Infinity;
    for (let at = 0; at < 30; at++) if (random() < others / 30) best = Math.max(best, add(record, 4 + 4 * random()));
    if (Math.max(own, best) < 4) continue;
    found++;
    if (own > best) right++;
  }
  const records = Array.from({ length: sought + held }, (_, id): TrainingRecord => {
    const isSought = id < sought;
    const source = isSought ? 'a' : 'b';
    return { id, source, duplicateFree: !isSought && duplicateFree, standard: {}, blockKeys: [] };
  });
  return {
    weights: Float64Array.from(weights),
    sample: { records, drawn: [...records.keys()] } as unknown as Sample,
    one: Int32Array.from(one),
    other: Int32Array.from(other),
    right: found === 0 ? 1 : right / found,
  };
}

function count({ weights, sample, one, other }: World, bits = 0) {
  return countFalseLinks(weights, rivalsAmong(sample, { one, other }), bits);
}

describe('countFalseLinks', () => {
  // How many have a match is hard to tell apart from how many find others, so an estimate of either is rough.
  it.each([
    [0.9, 0.3],
    [0.5, 0.3],
    [0.5, 1],
    [0.2, 0.3],
    [0.05, 0.3],
    [0.05, 1],
    [0, 0.5],
  ])('nearly knows how many are right where %d of the records have a match and find %d others', (matched, others) => {
    const made = world(matched, others);
    const { links, precision } = count(made)[indexOf(4)] ?? { links: 0, precision: NaN };
    expect(links).toBeGreaterThan(sought * Math.min(0.2, others / 2));
    expect(Math.abs(precision - made.right)).toBeLessThan(0.22);
  });

  it('takes links to be right where there are no others', () => {
    expect(count(world(0.5, 0))[indexOf(4)]?.precision).toBe(1);
  });

  it('does not take links to be wrong for want of third finds, where second ones are few', () => {
    const matched = 112;
    const all = 533;
    const [one, other, weights]: [number[], number[], number[]] = [[], [], []];
    for (let record = 0; record < matched; record++) {
      for (let find = 0; find < (record < 3 ? 2 : 1); find++) {
        one.push(record);
        other.push(all + record + find * matched);
        weights.push(30 - find);
      }
    }
    const records = Array.from({ length: 3 * all }, (_, id): TrainingRecord => {
      const isSought = id < all;
      return { id, source: isSought ? 'a' : 'b', duplicateFree: !isSought, standard: {}, blockKeys: [] };
    });
    const sample = { records, drawn: [...records.keys()] } as unknown as Sample;
    const found = {
      weights: Float64Array.from(weights),
      sample,
      one: Int32Array.from(one),
      other: Int32Array.from(other),
    };
    expect(count({ ...found, right: 1 })[indexOf(4)]?.precision).toBeGreaterThan(0.8);
  });

  it('says nothing of sources that may hold duplicates, whose second find may be right too', () => {
    expect(count(world(0.5, 0.3, false))).toEqual([]);
  });

  it('passes over records of which not all candidates are in the sample', () => {
    const made = world(0.5, 0.3);
    const sample = { ...made.sample, drawn: made.sample.drawn.filter((record) => record % 2 === 0) };
    const [all, half] = [count(made)[indexOf(4)], count({ ...made, sample })[indexOf(4)]];
    expect((half?.links ?? 0) / (all?.links ?? 1)).toBeCloseTo(0.5, 1);
    expect(Math.abs((half?.precision ?? 0) - (all?.precision ?? 1))).toBeLessThan(0.06);
  });

  it('gives shares that never fall with the threshold', () => {
    const share = fc.double({ min: 0, max: 1, noNaN: true });
    fc.assert(
      fc.property(share, share, fc.double({ min: 0, max: 6, noNaN: true }), (matched, others, bits) => {
        const counted = count(world(matched, 2 * others), bits);
        for (const [at, { precision }] of counted.entries()) {
          expect(precision).toBeGreaterThanOrEqual(0);
          expect(precision).toBeLessThanOrEqual(1);
          expect(precision).toBeGreaterThanOrEqual((counted[at - 1]?.precision ?? 0) - 1e-9);
        }
      }),
      { numRuns: 20 },
    );
  });
});
