import type { Domain } from '../domain/domain.js';
import { foldedTokens } from '../standardization/text.js';
import type { VersionContent } from './golden-version.js';

const mostLength = 500;

/** The words by which a golden record is searched: folded, each once, up to 500 characters. */
export function searchWords({ searchAttributes }: Domain, attributes: VersionContent['attributes']): string[] {
  const words = new Set(searchAttributes.flatMap((attribute) => texts(attributes[attribute])).flatMap(foldedTokens));
  let length = 0;
  return [...words].filter((word) => (length += word.length + 1) <= mostLength);
}

/** Whether a word is one that people misspell: of letters alone. Numbers and codes are looked for as they are typed. */
export function isSpelt(word: string): boolean {
  return /^[a-z]{2,}$/.test(word);
}

function texts(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  if (typeof value === 'number') return [String(value)];
  if (typeof value === 'object' && value !== null) return Object.values(value).flatMap(texts);
  return [];
}
