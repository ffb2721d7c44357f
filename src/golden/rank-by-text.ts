import Fuse from 'fuse.js';
import type { AttributeValue } from '../domain/attribute.js';
import { withSwappedLetters } from './swapped-letters.js';

/** One document of a ranking: its words, by attribute. */
export interface TextDocument {
  readonly id: string;
  readonly texts: Readonly<Record<string, readonly string[]>>;
}

/** A document that answers the query, with a score in (0, 1]: 1 is a perfect answer. */
export interface TextMatch {
  readonly id: string;
  readonly score: number;
}

/**
 * Ranks documents by how well they answer a query that a person typed, best first: words may stand in any order and in
 * any attribute, and may be misspelt; rare words count for more; a find in an earlier attribute counts for more. Documents
 * that answer no word are left out; equal ones stay in order of id. The query and the texts are folded alike.
 */
export function rankByText(
  query: string,
  documents: readonly TextDocument[],
  attributes: readonly string[],
): readonly TextMatch[] {
  const words = meantWords(query.split(' '), documents);
  const fuse = new Fuse(
    documents.toSorted((x, y) => (x.id < y.id ? -1 : 1)),
    {
      keys: [
        // That every word is found somewhere counts for more than where.
        { name: 'everything', weight: 2, getFn: ({ texts }: TextDocument) => Object.values(texts).flat().join(' ') },
        ...attributes.map((attribute, position) => ({
          name: attribute,
          weight: 1 / (position + 1),
          getFn: ({ texts }: TextDocument) => texts[attribute],
        })),
      ],
      useTokenSearch: true,
      ignoreLocation: true,
      ignoreFieldNorm: true,
      includeScore: true,
      threshold: 0.4,
    },
  );
  return fuse
    .search(words.join(' '))
    .map(({ item, score = 1 }) => ({ id: item.id, score: rounded(1 - score), whole: wholeWords(item, words) }))
    .toSorted((x, y) => y.score - x.score || y.whole - x.whole)
    .map(({ id, score }) => ({ id, score }));
}

/** Every text in a canonical value. */
export function textsOf(value: AttributeValue | undefined): string[] {
  if (value === undefined) return [];
  if (typeof value === 'string') return [value];
  if (typeof value === 'number') return [String(value)];
  if (Array.isArray(value)) return value.flatMap((one: AttributeValue) => textsOf(one));
  return Object.values(value).flatMap((part: AttributeValue | undefined) => textsOf(part));
}

function rounded(score: number): number {
  return Math.max(0.0001, Math.round(score * 10_000) / 10_000);
}

// The ranking takes a word that only starts with the query's for as good as the word itself.
function wholeWords(document: TextDocument, words: readonly string[]): number {
  const held = wordsOf(document);
  return words.filter((word) => held.has(word)).length;
}

/** The words of a query, those that no document has with two letters swapped, where some document has that. */
function meantWords(words: readonly string[], documents: readonly TextDocument[]): string[] {
  const held = new Set(documents.flatMap((document) => [...wordsOf(document)]));
  const meant = words.map((word) =>
    held.has(word) ? word : (withSwappedLetters(word).find((variant) => held.has(variant)) ?? word),
  );
  return [...new Set(meant)];
}

function wordsOf({ texts }: TextDocument): ReadonlySet<string> {
  return new Set(Object.values(texts).flatMap((values) => values.flatMap((text) => text.split(' '))));
}
