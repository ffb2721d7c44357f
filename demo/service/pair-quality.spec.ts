import { agreementWithPairs, ClusterAgreement, pairKey, pairQuality } from './pair-quality.js';

describe('pairQuality', () => {
  it.each([
    { truth: 10, found: 8, agreed: 4, precision: 0.5, recall: 0.4, f1: 4 / 9 },
    { truth: 4, found: 4, agreed: 4, precision: 1, recall: 1, f1: 1 },
    { truth: 4, found: 0, agreed: 0, precision: 1, recall: 0, f1: 0 },
    { truth: 0, found: 0, agreed: 0, precision: 1, recall: 1, f1: 1 },
    { truth: 2, found: 2, agreed: 0, precision: 0, recall: 0, f1: 0 },
  ])('of $truth true and $found found pairs, $agreed in both', ({ truth, found, agreed, precision, recall, f1 }) => {
    const quality = pairQuality(truth, found, agreed);
    expect(quality.precision).toBeCloseTo(precision);
    expect(quality.recall).toBeCloseTo(recall);
    expect(quality.f1).toBeCloseTo(f1);
  });
});

describe('ClusterAgreement', () => {
  it('counts the pairs of {a b c} {d e} found as {a b} {c d} {e}', () => {
    const agreement = new ClusterAgreement();
    for (const [truth, found] of ['1 x', '1 x', '1 y', '2 y', '2 z'].map((line) => line.split(' '))) {
      agreement.add(truth!, found!);
    }
    expect(agreement.entities).toBe(2);
    expect(agreement.quality).toMatchObject({ truePairs: 4, foundPairs: 2, agreedPairs: 1 });
  });

  it('agrees with the list of the same pairs', () => {
    const records = Array.from({ length: 60 }, (_, id) => ({ id: String(id), truth: id % 13, found: String(id % 7) }));
    const agreement = new ClusterAgreement();
    for (const { truth, found } of records) agreement.add(truth, found);
    const pairs = records.flatMap((a, index) => records.slice(index + 1).map((b) => [a, b] as const));
    const truth = new Set(pairs.filter(([a, b]) => a.truth === b.truth).map(([a, b]) => pairKey(a.id, b.id)));
    const clusters = [...new Set(records.map(({ found }) => found))].map((golden) =>
      records.filter(({ found }) => found === golden),
    );
    expect(
      agreementWithPairs(
        truth,
        clusters,
        ({ id }) => id,
        () => true,
      ),
    ).toEqual(agreement.quality);
  });
});

describe('agreementWithPairs', () => {
  it('leaves out the pairs of which the list does not speak', () => {
    const truth = new Set([pairKey('a1', 'b1'), pairKey('a2', 'b2')]);
    const record = (source: string, id: string) => ({ source, id });
    const clusters = [
      [record('a', 'a1'), record('a', 'a9'), record('b', 'b1')],
      [record('b', 'b2'), record('b', 'b3')],
    ];
    expect(
      agreementWithPairs(
        truth,
        clusters,
        ({ id }) => id,
        (a, b) => a.source !== b.source,
      ),
    ).toMatchObject({
      truePairs: 2,
      foundPairs: 2,
      agreedPairs: 1,
    });
  });
});

describe('pairKey', () => {
  it('knows no order and mixes no ids', () => {
    expect(pairKey('b', 'a')).toBe(pairKey('a', 'b'));
    expect(pairKey('a,b', 'c')).not.toBe(pairKey('a', 'b,c'));
  });
});
