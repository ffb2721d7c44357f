import type { FeatureValue, StandardForm } from '../matching/model.js';
import { modelCodeRoot } from '../standardization/model-code.js';
import { adjacent, type Feature } from './standard-form.js';
import { frequencyOfWord } from './word-frequency.js';

/** Words that more titles hold than this make no key alone. */
const COMMON = 0.01;
/** Nor with another word. */
const TOO_COMMON = 0.03;
/** How many of the rarest words of a title are paired with each other. */
const RAREST_WORDS = 4;

/**
 * The keys of a product: identifiers, codes whole and by their beginnings, the less common words of the title, and
 * adjacent words written as one, so that `print music` meets `printmusic`. Where many products share a word, a pair of
 * words still names few: the brand with each other word, and the rarest words with each other.
 */
export function blockKeys(standard: StandardForm<Feature>): readonly string[] {
  const title = elementsOf(standard.title);
  const codes = [...elementsOf(standard.codes), ...elementsOf(standard.shortCodes)];
  const words = title.filter((word) => namesSomething(word) && frequencyOfWord(word) < COMMON);
  const stems = [...elementsOf(standard.stems), ...codes.flatMap((code) => modelCodeRoot(code) ?? [])];
  return [
    ...new Set([
      ...elementsOf(standard.gtin).map((gtin) => `gtin:${gtin}`),
      ...elementsOf(standard.identifiers).map((identifier) => `identifier:${identifier}`),
      ...[...codes, ...words, ...adjacent(title)].map((word) => `word:${word}`),
      ...stems.map((stem) => `stem:${stem}`),
      ...pairsOf(title, elementsOf(standard.lead)[0]).map((pair) => `pair:${pair}`),
    ]),
  ];
}

/** Three letters or more, or a mixed word such as `g7`. */
function namesSomething(word: string): boolean {
  return word.length > 2 || /^(?:[a-z]\d|\d[a-z])$/.test(word);
}

/** Pairs of words, each in the order of the alphabet, as titles give them in any order. */
function pairsOf(title: readonly string[], lead = ''): readonly string[] {
  const words = title.filter((word) => word !== lead && frequencyOfWord(word) < TOO_COMMON);
  const rarest = words
    .filter(namesSomething)
    .toSorted((a, b) => frequencyOfWord(a) - frequencyOfWord(b))
    .slice(0, RAREST_WORDS);
  const pairs = rarest.flatMap((word, at) => rarest.slice(at + 1).map((other) => [word, other]));
  if (frequencyOfWord(lead) < TOO_COMMON) pairs.push(...words.map((word) => [lead, word]));
  return pairs.map((pair) => pair.toSorted().join('+'));
}

function elementsOf(value: FeatureValue | undefined): readonly string[] {
  return typeof value === 'object' ? value : [];
}
