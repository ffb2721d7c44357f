import type { StandardForm } from '../matching/model.js';
import type { Feature } from './standard-form.js';

/** The keys of a product: its identifiers, its codes, and the words of its title, singly and in adjacent pairs. */
export function blockKeys(standard: StandardForm<Feature>): readonly string[] {
  const keys = new Set<string>();
  const title = values(standard.title);
  if (typeof standard.gtin === 'string') keys.add(`gtin:${standard.gtin}`);
  for (const code of values(standard.codes)) keys.add(`code:${code}`);
  for (const stem of values(standard.stems)) keys.add(`stem:${stem}`);
  for (const word of title) if (word.length > 2) keys.add(`word:${word}`);
  title.slice(1).forEach((word, i) => keys.add(`pair:${[title[i] ?? '', word].sort().join(' ')}`));
  return [...keys];
}

function values(value: StandardForm[string]): readonly string[] {
  return Array.isArray(value) ? (value as readonly string[]) : [];
}
