import type { Domain } from '../domain/domain.js';
import { foldedTokens } from '../standardization/text.js';
import type { VersionContent } from './golden-version.js';

const mostLength = 500;

/** The words by which a golden record is searched: folded, each once, up to 500 characters. */
export function searchWords({ searchAttributes }: Domain, attributes: VersionContent['attributes']): string[] {
  const words = new Set<string>();
  for (const attribute of searchAttributes) addWords(words, attributes[attribute]);
  let length = 0;
  return [...words].filter((word) => (length += word.length + 1) <= mostLength);
}

/** Whether a word is one that people misspell: of letters alone. Numbers and codes are looked for as they are typed. */
export function isSpelt(word: string): boolean {
  return /^[a-z]{2,}$/.test(word);
}

function addWords(words: Set<string>, value: unknown): void {
  if (typeof value === 'string') for (const word of foldedTokens(value)) words.add(word);
  else if (typeof value === 'number') addWords(words, String(value));
  else if (typeof value === 'object' && value !== null) for (const part of Object.values(value)) addWords(words, part);
}
