import { partitionDecisions } from './standing-decisions.js';
import type { DecidedRecord } from './standing-decisions.repository.js';

/** `d1 match 1+ 2+ | 3+`: the records of each side; `+` where the decision holds a record together with the others. */
function rows(...lines: string[]): DecidedRecord[] {
  return lines.flatMap((line) => {
    const [decisionId = '', verdict, ...rest] = line.split(' ');
    const sides = rest.join(' ').split('|');
    return sides.flatMap((side, index) =>
      [...side.matchAll(/(\d+)(\+?)/g)].map(([, id, united]) => ({
        decisionId,
        verdict: verdict as DecidedRecord['verdict'],
        recordId: Number(id),
        side: index + 1,
        united: united === '+',
      })),
    );
  });
}

describe('partitionDecisions', () => {
  it.each([
    ['nothing', [], []],
    ['a match', ['d1 match 1+ | 2+'], [{ verdict: 'match', records: [1, 2] }]],
    ['a merge', ['d1 match 1+ 2+ | 3+'], [{ verdict: 'match', records: [1, 2, 3] }]],
    ['no match', ['d1 noMatch 1 | 2'], [{ verdict: 'noMatch', records: [1], others: [2] }]],
    [
      'no match of several, each told apart from those after it',
      ['d1 noMatch 1 | 2 3 | 4'],
      [
        { verdict: 'noMatch', records: [1], others: [2, 3, 4] },
        { verdict: 'noMatch', records: [2, 3], others: [4] },
      ],
    ],
    [
      'a split, which says two things',
      ['d1 noMatch 1+ 2+ | 3 4'],
      [
        { verdict: 'match', records: [1, 2] },
        { verdict: 'noMatch', records: [1, 2], others: [3, 4] },
      ],
    ],
    [
      'several, each for itself',
      ['d1 match 1+ | 2+', 'd2 noMatch 1 | 3'],
      [
        { verdict: 'match', records: [1, 2] },
        { verdict: 'noMatch', records: [1], others: [3] },
      ],
    ],
  ])('%s', (_, lines, expected) => expect(partitionDecisions(rows(...lines))).toEqual(expected));
});
