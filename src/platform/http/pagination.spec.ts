import fc from 'fast-check';
import { decodeCursor, encodeCursor, pageOf } from './pagination.js';
import { Problem } from './problem.js';

const isNumber = (value: unknown): value is number => typeof value === 'number';
const anything = (value: unknown): value is unknown => value !== undefined;

describe('a cursor', () => {
  it('gives back the position that it was made of, in letters that need no escape', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (position) => {
        const cursor = encodeCursor(position);
        expect(cursor).toMatch(/^[\w-]+$/);
        expect(decodeCursor(cursor, anything)).toEqual(JSON.parse(JSON.stringify(position)));
      }),
    );
  });

  it('may be absent', () => expect(decodeCursor(undefined, isNumber)).toBeUndefined());

  it.each(['', 'x', '!!', encodeCursor('7'), encodeCursor([7])])('%j of another list is a 400', (cursor) => {
    expect(() => decodeCursor(cursor, isNumber)).toThrow(Problem);
  });
});

describe('pageOf', () => {
  it.each([
    [[], 2, [], undefined],
    [[1, 2], 2, [1, 2], undefined],
    [[1, 2, 3], 2, [1, 2], 2],
  ])('of %j and a limit of %d', (rows, limit, items, position) => {
    const page = pageOf(rows, limit, (last) => last);
    expect(page).toEqual({ items, ...(position === undefined ? {} : { next: encodeCursor(position) }) });
  });
});
