import { entityTag, hasEntityTag, permitsEntityTag } from './entity-tag.js';

describe('hasEntityTag', () => {
  it.each([
    ['"7"', true],
    ['W/"7"', true],
    ['*', true],
    ['"5", W/"6" ,"7"', true],
    ['"6"', false],
    ['"77"', false],
    ['7', false],
    ['"5,7"', false],
    ['', false],
    [undefined, false],
  ])('%s against "7": %s', (ifNoneMatch, expected) => expect(hasEntityTag(ifNoneMatch, entityTag(7))).toBe(expected));
});

describe('permitsEntityTag', () => {
  it.each([
    [undefined, true],
    ['*', true],
    ['"7"', true],
    ['"5", "7"', true],
    ['"6"', false],
    // A weak tag names no version exactly.
    ['W/"7"', false],
    ['W/"6", "7"', true],
    ['', false],
  ])('%s against "7": %s', (ifMatch, expected) => expect(permitsEntityTag(ifMatch, entityTag(7))).toBe(expected));
});
