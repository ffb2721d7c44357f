import { withSwappedLetters } from './swapped-letters.js';

describe('withSwappedLetters', () => {
  it.each([
    ['jhon', ['hjon', 'john', 'jhno']],
    ['anna', ['nana', 'anan']],
    ['aa', []],
    ['a', []],
    ['', []],
    ['lovelace', []],
  ])('of %j are %j', (word, variants) => expect(withSwappedLetters(word)).toEqual(variants));
});
