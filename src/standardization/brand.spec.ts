import { readBrand } from './brand.js';

describe('readBrand', () => {
  it.each([
    ['Apple Computer, Inc.', ['apple']],
    ['apple', ['apple']],
    ['Adobe Systems Incorporated', ['adobe']],
    ['LG Electronics', ['lg']],
    ["McCormick & Company's", ['mccormick']],
    ['Procter & Gamble', ['procter', 'gamble']],
    ['Nestlé S.A.', ['nestle']],
    ['Software Group', ['software', 'group']],
    ['', []],
  ])('of %s', (text, words) => {
    expect(readBrand(text)).toEqual(words);
  });
});
