import type { AttributeValue } from '../record/attribute-text.js';
import type { AttributeOfCollection } from '../settings.js';

/**
 * The value that a text stands for: of an attribute that may have several one for each line, of a price a number. An address is
 * given as it is written, in one line.
 */
export function pinnedValue({ kind, many }: AttributeOfCollection, text: string): AttributeValue {
  const lines = text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
  if (kind === 'identifiers') return identifiersOf(lines);
  if (!many) return kind === 'price' ? priceOf(text.trim()) : text.trim();
  return lines.length === 1 ? (lines[0] ?? '') : lines;
}

function identifiersOf(lines: readonly string[]): Record<string, string> {
  const pairs = lines.map((line): [string, string] => {
    const [type = '', ...value] = line.split(':');
    return [type.trim(), value.join(':').trim()];
  });
  return Object.fromEntries(pairs);
}

function priceOf(text: string): string | number {
  return /^-?\d+(\.\d+)?$/.test(text) ? Number(text) : text;
}
