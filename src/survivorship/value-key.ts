import type { AttributeValue, Value } from '../domain/attribute.js';

/** The values that an attribute holds: the list, or the one. */
export function valuesOf(value: AttributeValue): readonly Value[] {
  return isList(value) ? value : [value];
}

/** By what two values count as the same: texts without regard to case, white space and punctuation, groups part by part. */
export function foldedKey(value: Value): string {
  return keyOf(value, fold);
}

/** By what two values are the same to the character. */
export function exactKey(value: AttributeValue): string {
  if (typeof value === 'string') return value;
  return valuesOf(value)
    .map((one) => keyOf(one, (text) => text))
    .join('\n');
}

/** Whether two values are the same to the character. */
export function sameExactly(one: AttributeValue, other: AttributeValue): boolean {
  if (one === other) return true;
  return (typeof one !== 'string' || typeof other !== 'string') && exactKey(one) === exactKey(other);
}

/** The texts of a value: of a group those of its parts. */
export function textsOf(value: Value): readonly string[] {
  if (typeof value === 'object')
    return Object.values<string | undefined>({ ...value }).filter((part) => part !== undefined);
  return [String(value)];
}

function keyOf(value: Value, write: (text: string) => string): string {
  if (typeof value === 'string') return write(value);
  if (typeof value === 'number') return `#${value}`;
  const group = value as Readonly<Record<string, string | undefined>>;
  const parts: string[] = [];
  for (const name of Object.keys(group)) {
    const part = group[name];
    if (part !== undefined) parts.push(`${name}=${write(part)}`);
  }
  return parts.sort().join('|');
}

const PLAIN = /^[a-z0-9]+$/;
const ASCII = /^[\0-\x7f]*$/;

/** Everything but letters and digits goes, save a point or comma between digits: `1.5 kg` is not `15 kg`. */
function fold(text: string): string {
  const lower = text.toLowerCase();
  if (PLAIN.test(lower)) return lower;
  // The same for ASCII, in which letters need no look into the tables of Unicode.
  const folded = ASCII.test(lower)
    ? lower.replace(/(?<!\d)[.,]|[.,](?!\d)|[^a-z0-9.,]+/g, '')
    : lower.replace(/(?<!\d)[.,]|[.,](?!\d)|[^\p{L}\p{M}\p{N}.,]+/gu, '');
  return folded === '' ? text : folded;
}

function isList(value: AttributeValue): value is readonly Value[] {
  return Array.isArray(value);
}
