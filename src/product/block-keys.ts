import { wordFrequency } from './word-frequency.js';
import type { FeatureValue, StandardForm } from '../matching/model.js';
import { adjacent, type Feature } from './standard-form.js';

/**
 * The keys of a product: identifiers, codes whole and without their ending, rare words of the title, and adjacent words
 * written as one, so that `print music` meets `printmusic`.
 */
export function blockKeys(standard: StandardForm<Feature>): readonly string[] {
  const title = elementsOf(standard.title);
  const keys = new Set<string>();
  for (const gtin of elementsOf(standard.gtin)) keys.add(`gtin:${gtin}`);
  for (const identifier of elementsOf(standard.identifiers)) keys.add(identifier);
  for (const code of [...elementsOf(standard.codes), ...elementsOf(standard.shortCodes)]) keys.add(`word:${code}`);
  for (const stem of elementsOf(standard.stems)) keys.add(`stem:${stem}`);
  for (const word of title) if (word.length > 2 && (wordFrequency.values[word] ?? 0) < 0.01) keys.add(`word:${word}`);
  for (const pair of adjacent(title)) keys.add(`word:${pair}`);
  return [...keys];
}

function elementsOf(value: FeatureValue | undefined): readonly string[] {
  return typeof value === 'object' ? value : [];
}
