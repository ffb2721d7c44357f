import fc from 'fast-check';
import { contradict } from './contradiction.js';

describe('contradict', () => {
  it.each([
    ['other values of a key', ['color:black'], ['color:white'], true],
    ['the same value', ['color:black'], ['color:black'], false],
    ['one of several values shared', ['color:black', 'color:white'], ['color:white', 'color:red'], false],
    ['other keys', ['color:black'], ['storage:16'], false],
    ['one key agrees, another does not', ['color:black', 'storage:16'], ['storage:32', 'color:black'], true],
    ['a key that begins like another', ['color:black'], ['colors:white'], false],
    ['values with colons', ['ratio:16:9'], ['ratio:4:3'], true],
    ['no key at all', ['black'], ['white'], false],
    ['nothing said', [], ['color:black'], false],
  ])('%s', (_, a, b, expected) => {
    expect(contradict(a, b)).toBe(expected);
    expect(contradict(b, a)).toBe(expected);
  });

  it('agrees with the definition, key by key', () => {
    const statement = fc.tuple(fc.constantFrom('a', 'b', 'ab'), fc.nat(2)).map(([key, value]) => `${key}:${value}`);
    const set = fc.uniqueArray(statement);
    fc.assert(
      fc.property(set, set, (one, other) => {
        const expected = ['a', 'b', 'ab'].some((key) => {
          const [of, against] = [one, other].map((all) => all.filter((said) => said.startsWith(`${key}:`)));
          return of!.length > 0 && against!.length > 0 && !of!.some((said) => against!.includes(said));
        });
        expect(contradict(one, other)).toBe(expected);
      }),
    );
  });
});
