import type { FeatureValue, StandardForm } from '../matching/model.js';
import { modelCodeRoot } from '../standardization/model-code.js';
import { adjacent, type Feature } from './standard-form.js';
import { frequencyOfWord } from './word-frequency.js';

/** Words that more titles hold than this make no key alone. */
const COMMON = 0.01;

/**
 * The keys of a product: identifiers, codes whole and by their beginnings, the less common words of the title, and
 * adjacent words written as one, so that `print music` meets `printmusic`.
 */
export function blockKeys(standard: StandardForm<Feature>): readonly string[] {
  const title = elementsOf(standard.title);
  const codes = [...elementsOf(standard.codes), ...elementsOf(standard.shortCodes)];
  const words = title.filter((word) => word.length > 2 && frequencyOfWord(word) < COMMON);
  const stems = [...elementsOf(standard.stems), ...codes.flatMap((code) => modelCodeRoot(code) ?? [])];
  return [
    ...new Set([
      ...elementsOf(standard.gtin).map((gtin) => `gtin:${gtin}`),
      ...elementsOf(standard.identifiers).map((identifier) => `identifier:${identifier}`),
      ...[...codes, ...words, ...adjacent(title)].map((word) => `word:${word}`),
      ...stems.map((stem) => `stem:${stem}`),
    ]),
  ];
}

function elementsOf(value: FeatureValue | undefined): readonly string[] {
  return typeof value === 'object' ? value : [];
}
