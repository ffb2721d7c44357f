import fc from 'fast-check';
import { pairTexts, textDifference, type TextPart } from './text-difference.js';

const marked = (parts: readonly TextPart[]): string =>
  parts.map(({ text, kind }) => ({ same: text, case: `(${text})`, different: `[${text}]` })[kind]).join('');

describe('textDifference', () => {
  it.each([
    ['Robert', 'Robert', 'Robert', 'Robert'],
    ['Smith', 'Smyth', 'Sm[i]th', 'Sm[y]th'],
    ['Fairley', 'Fairly', 'Fairl[e]y', 'Fairly'],
    ['', 'x', '', '[x]'],
    ['McLeod', 'Mcleod', 'Mc(L)eod', 'Mc(l)eod'],
    ['ANN', 'anna', '(ANN)', '(ann)[a]'],
    ['🙂a', '🙃a', '[🙂]a', '[🙃]a'],
  ])('of %j and %j', (left, right, markedLeft, markedRight) => {
    const difference = textDifference(left, right);
    expect([marked(difference.left), marked(difference.right)]).toEqual([markedLeft, markedRight]);
  });

  it('loses nothing, and what it calls the same is the same', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (left, right) => {
        const difference = textDifference(left, right);
        const text = (parts: readonly TextPart[]) => parts.map((part) => part.text).join('');
        const same = (parts: readonly TextPart[]) => text(parts.filter(({ kind }) => kind === 'same'));
        expect([text(difference.left), text(difference.right)]).toEqual([left, right]);
        expect(same(difference.left)).toBe(same(difference.right));
      }),
    );
  });

  it('compares very long texts as wholes', () => {
    expect(textDifference('a'.repeat(2_001), 'a').likeness).toBe(0);
  });
});

it('pairs each text with the one most like it', () => {
  expect(pairTexts(['ann@x.org', 'bob@y.org'], ['bob@y.com', 'ann@x.org', 'q'])).toEqual([
    ['ann@x.org', 'ann@x.org'],
    ['bob@y.org', 'bob@y.com'],
    [undefined, 'q'],
  ]);
  expect(pairTexts(['only'], [])).toEqual([['only', undefined]]);
});
