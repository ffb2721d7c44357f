import { doublesAmong } from './doubles.js';
import { indexOf } from './threshold-steps.js';

type Pair = readonly [one: string, other: string, weight: number];

/** Doubles at a threshold, of records named by their source and a number, such as `a1`. */
function doublesAt(threshold: number, pairs: readonly Pair[]) {
  const names = [...new Set(pairs.flatMap(([one, other]) => [one, other]))].sort();
  const records = names.map((name, id) => {
    return { id, source: name.slice(0, 1), duplicateFree: false, standard: {}, blockKeys: [] };
  });
  const steps = doublesAmong(
    { records },
    {
      one: Int32Array.from(pairs, ([one]) => names.indexOf(one)),
      other: Int32Array.from(pairs, ([, other]) => names.indexOf(other)),
    },
    Float64Array.from(pairs, ([, , weight]) => weight),
  );
  for (;;) {
    const { done, value } = steps.next();
    if (done) return { byChance: value.byChance[indexOf(threshold)], same: value.same[indexOf(threshold)] };
  }
}

const twins: readonly Pair[] = [
  ['a1', 'b1', 12],
  ['a1', 'b2', 4],
  ['a2', 'b1', 3],
  ['a2', 'b2', 11],
];
const onBestTerms = twins.map(([one, other, weight]): Pair => [one, other, other === 'b2' ? 2 : weight]);

describe('doublesAmong', () => {
  it('are seen from either source, and choose the same one half of the time by chance', () => {
    expect(doublesAt(0, twins)).toEqual({ byChance: 1, same: 0 });
    expect(doublesAt(3, twins)).toEqual({ byChance: 1, same: 0 });
  });

  it('are no more where one of the four does not find another', () => {
    expect(doublesAt(3.5, twins)).toEqual({ byChance: 0, same: 0 });
    expect(doublesAt(0, twins.slice(1))).toEqual({ byChance: 0, same: 0 });
  });

  it('choose the same one where it is the best for both', () => {
    expect(doublesAt(0, onBestTerms)).toEqual({ byChance: 1, same: 2 });
  });

  it('choose the same one where they have no preference', () => {
    const alike = twins.map(([one, other]): Pair => [one, other, 8]);
    expect(doublesAt(0, alike)).toEqual({ byChance: 1, same: 2 });
  });

  it('choose among as many as they both find at the threshold', () => {
    const wide: readonly Pair[] = [...twins, ['a1', 'b3', 1], ['a2', 'b3', 20]];
    // From the other source three pairs choose between two records.
    expect(doublesAt(0, wide)).toEqual({ byChance: 1 / 3 + 3 / 2, same: 1 });
    expect(doublesAt(2, wide)).toEqual({ byChance: 1, same: 0 });
  });

  it('are none in one source', () => {
    const within = twins.map(([one, other, weight]): Pair => [one, other.replace('b', 'a1'), weight]);
    expect(doublesAt(0, within)).toEqual({ byChance: 0, same: 0 });
  });
});
