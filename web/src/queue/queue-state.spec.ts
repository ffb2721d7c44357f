import {
  currentIndex,
  putBack,
  restore,
  shownReviews,
  takeOut,
  untouchedQueue,
  type QueueState,
} from './queue-state.js';

interface Item {
  readonly id: string;
  readonly weight?: number;
}

const items = (ids: string): Item[] => [...ids].map((id) => ({ id }));
const ids = (shown: readonly Item[]): string => shown.map(({ id }) => id).join('');
const at = (current: string): QueueState<Item> => ({ ...untouchedQueue, current });

describe('The queue', () => {
  const listed = items('abcde');

  it.each([
    ['b', 'b', 'acde', 'c'],
    ['e', 'e', 'abcd', 'd'],
    ['b', 'bc', 'ade', 'd'],
    ['a', 'e', 'abcd', 'a'],
    ['c', 'abcde', '', undefined],
  ])('at %s, without %s, is %s at %s', (current, out, rest, next) => {
    const state = takeOut(at(current), listed, [...out]);
    const shown = shownReviews(listed, state);
    expect(ids(shown)).toBe(rest);
    expect(state.current).toBe(next);
  });

  it('is as before after an undo, whether the service lists the review by now or not', () => {
    const [, b] = listed;
    const undone = putBack(takeOut(at('b'), listed, ['b']), [b!]);
    expect(ids(shownReviews(items('acde'), undone))).toBe('bacde');
    expect(ids(shownReviews(listed, undone))).toBe('bacde');
    expect(undone.current).toBe('b');
  });

  it('shows what came back as the service has it by now', () => {
    const undone = putBack(at('a'), [{ id: 'c', weight: 1 }]);
    const shown = shownReviews(
      [
        { id: 'b', weight: 2 },
        { id: 'c', weight: 3 },
      ],
      undone,
    );
    expect(shown).toEqual([
      { id: 'c', weight: 3 },
      { id: 'b', weight: 2 },
    ]);
  });

  it('shows again what was not decided, where it was, and only if it is still listed', () => {
    const refused = restore(takeOut(at('b'), listed, ['b', 'c', 'd']), ['b', 'c']);
    expect(ids(shownReviews(items('abde'), refused))).toBe('abe');
  });

  it('starts at its head where the current review is gone', () => {
    expect(currentIndex(listed, at('x'))).toBe(0);
    expect(currentIndex(listed, at('d'))).toBe(3);
  });
});
