import { contradict } from '../matching/contradiction.js';
import { readProductTitle } from '../standardization/product-title.js';
import { choicesOf } from './alternatives.js';

const choicesIn = (title: string) => readProductTitle(title).words.flatMap(choicesOf);

describe('choicesOf', () => {
  it.each([
    ['black', ['color:black']],
    ['blk', ['color:black']],
    ['grey', ['color:gray']],
    ['dlx', ['edition:deluxe']],
    ['orange', ['color:orange', 'flavor:orange']],
    ['camera', []],
    ['constructor', []],
    ['', []],
  ])('of %s', (word, choices) => {
    expect(choicesOf(word)).toEqual(choices);
  });

  it.each([
    ['iPod nano 4GB Black', 'iPod nano 4GB Silver'],
    ['Instant Immersion German', 'Instant Immersion Spanish'],
    ['Office Standard', 'Office Professional'],
    ['Photoshop (Mac)', 'Photoshop for Windows'],
    ["Men's shoe", "Women's shoe"],
    ['Yogurt, strawberries', 'Yogurt, vanilla'],
  ])('tells %s from %s', (one, other) => {
    expect(contradict(choicesIn(one), choicesIn(other))).toBe(true);
  });

  it.each([
    ['iPod Black', 'iPod BLK'],
    ['Finale (Win/Mac)', 'Finale for Mac'],
    ['iPod nano 4GB Black', 'iPod nano 4GB'],
  ])('tells not %s from %s', (one, other) => {
    expect(contradict(choicesIn(one), choicesIn(other))).toBe(false);
  });
});
