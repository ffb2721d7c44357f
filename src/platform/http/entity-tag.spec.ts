import { entityTag, hasEntityTag } from './entity-tag.js';

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
