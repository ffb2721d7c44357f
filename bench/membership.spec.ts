import { compareMembership, isSame } from './membership.js';

const partition = (text: string) =>
  new Map(text.split(' ').flatMap((group, index) => group.split('').map((record) => [record, String(index)] as const)));

it.each([
  ['ab c', 'c ba', { missing: [], added: [], moved: [] }],
  ['ab c', 'a b c', { missing: [], added: [], moved: ['a', 'b'] }],
  ['ab c', 'abc', { missing: [], added: [], moved: ['a', 'b', 'c'] }],
  ['ab c', 'ab', { missing: ['c'], added: [], moved: [] }],
  ['ab', 'ab c', { missing: [], added: ['c'], moved: [] }],
])('compares %j with %j', (expected, actual, difference) => {
  const found = compareMembership(partition(expected), partition(actual));
  expect(found).toEqual(difference);
  expect(isSame(found)).toBe(Object.values(difference).flat().length === 0);
});
