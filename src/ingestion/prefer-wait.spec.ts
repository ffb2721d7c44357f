import { readPreferWait } from './prefer-wait.js';

describe('readPreferWait', () => {
  it.each([
    ['wait=5', 5],
    ['wait=0', 0],
    ['Wait = "7"', 7],
    ['respond-async, wait=10', 10],
    ['wait=3; foo=bar, return=minimal', 3],
    ['wait=100000', 60],
    ['wait=', undefined],
    ['wait=-1', undefined],
    ['wait=soon', undefined],
    ['await=5', undefined],
    ['', undefined],
    [undefined, undefined],
  ])('reads %p as %p', (header, seconds) => expect(readPreferWait(header)).toBe(seconds));
});
