import { estimateMutualBest } from './estimate-mutual-best.js';
import type { TrainingRecord } from './training.js';

const record = (id: number, source: string): TrainingRecord => {
  return { id, source, duplicateFree: false, standard: {}, blockKeys: [] };
};

/** Ten records of the CRM, then ten of the shop, each as likely a match of its counterpart as `probabilities` say. */
function bits(probabilities: readonly number[], sources: readonly [string, string] = ['crm', 'shop']) {
  const records = Array.from({ length: 20 }, (_, id) => record(id, id < 10 ? sources[0] : sources[1]));
  const one = Int32Array.from(probabilities.keys());
  const other = one.map((index) => index + 10);
  return estimateMutualBest({ records, drawn: [...records.keys()] }, { one, other }, Float64Array.from(probabilities));
}

const matched = (count: number, probability = 1) => Array.from({ length: count }, () => probability);

describe('estimateMutualBest', () => {
  it.each([
    ['no record has a match', [], 0],
    ['half of either source have one', matched(5), 2],
    ['three in four, where some are unsure', [...matched(5), ...matched(5, 0.5)], 4],
    ['all have one', matched(10), 6],
  ])('says, where %s, how seldom another one is the best', (_, probabilities, expected) => {
    expect(bits(probabilities)).toBeCloseTo(expected, 6);
  });

  it('counts a record that has several matches once', () => {
    const records = [record(0, 'crm'), record(1, 'crm'), record(2, 'shop'), record(3, 'shop')];
    const candidates = { one: Int32Array.of(0, 0), other: Int32Array.of(2, 3) };
    // Half of the CRM's records have a match, and all of the shop's.
    expect(estimateMutualBest({ records, drawn: [0, 1, 2, 3] }, candidates, Float64Array.of(1, 1))).toBeCloseTo(
      1 + 3,
      6,
    );
  });

  it('says nothing of a single source', () => {
    expect(bits(matched(10), ['crm', 'crm'])).toBeUndefined();
  });
});
