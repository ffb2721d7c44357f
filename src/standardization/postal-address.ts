import { postalAddressParts, type PostalAddress } from '../domain/attribute.js';
import { isRegion } from './administrative-region.js';
import { readCountry } from './country-name.js';
import { compassPoints, streetTypes, unitWords } from './street-word.js';
import { fold, foldedTokens } from './text.js';

const UNITED_KINGDOM = /\b([A-Z]{1,2}\d[A-Z\d]?\s*\d[A-Z]{2})$/i;
const CANADA = /\b([A-Z]\d[A-Z]\s*\d[A-Z]\d)$/i;
const TRAILING_DIGITS = /(?:^|\s)(\d{5}-\d{4}|\d{4,9}|\d{3}-\d{4}|\d{4}\s?[A-Z]{2})$/;
const LEADING_DIGITS = /^((?:[A-Z]{1,2}-)?\d{4,6}(?:\s[A-Z]{2}(?=\s))?)(?:\s|$)/;

/** What is found in a line from its right end, and what is left of it. */
interface Rest {
  readonly segments: readonly string[];
  readonly parts: PostalAddress;
}

/**
 * Splits an address written in one line, parts divided by commas or only by spaces:
 * `123 Main Street, Las Vegas NV 89132`, `18 Danver Place, Loughborough, LE11 1UU, United Kingdom`.
 * What cannot be told apart stays in `streetAddress`.
 */
export function readPostalAddress(text: string): PostalAddress {
  const segments = text
    .split(/\s*[,;\n\r]+\s*/)
    .map((segment) => segment.trim())
    .filter((segment) => segment !== '');
  let rest: Rest = { segments, parts: {} };
  for (const take of [takeCountry, takePostalCode, takeCountry, takeRegion, takePostalCode]) rest = take(rest);
  return placeSegments(rest);
}

function takeCountry({ segments, parts }: Rest): Rest {
  const last = segments.at(-1);
  if (parts.addressCountry || segments.length < 2 || last === undefined || last.length < 2) return { segments, parts };
  const ambiguous = isRegion(last);
  if (ambiguous || readCountry(last) === undefined) return { segments, parts };
  return { segments: segments.slice(0, -1), parts: { ...parts, addressCountry: last } };
}

/** The postal code at either end of the last segment, or standing alone there. */
function takePostalCode({ segments, parts }: Rest): Rest {
  const last = segments.at(-1);
  if (parts.postalCode || last === undefined) return { segments, parts };
  const code =
    trailingPostalCode(last, segments.length === 1) ?? (segments.length > 1 ? leadingPostalCode(last) : undefined);
  if (code === undefined) return { segments, parts };
  return { segments: replaceLast(segments, code.left), parts: { ...parts, postalCode: code.postalCode } };
}

interface PostalCodeFound {
  readonly postalCode: string;
  readonly left: string;
}

function trailingPostalCode(segment: string, isOnly: boolean): PostalCodeFound | undefined {
  const found = UNITED_KINGDOM.exec(segment) ?? CANADA.exec(segment) ?? TRAILING_DIGITS.exec(segment);
  if (!found?.[1] || (isOnly && (found.index === 0 || isHouseNumberAtEnd(segment)))) return undefined;
  return { postalCode: found[1], left: segment.slice(0, found.index).trim() };
}

function leadingPostalCode(segment: string): PostalCodeFound | undefined {
  const found = LEADING_DIGITS.exec(segment);
  if (!found?.[1] || hasStreetType(segment)) return undefined;
  return { postalCode: found[1], left: segment.slice(found[0].length).trim() };
}

/** `Hauptstrasse 1200`: the number at the end of a lone street is no postal code. */
function isHouseNumberAtEnd(text: string): boolean {
  return !/^\s*\d/.test(text) && foldedTokens(text).length <= 2;
}

function takeRegion({ segments, parts }: Rest): Rest {
  const last = segments.at(-1);
  if (last === undefined || parts.addressRegion) return { segments, parts };
  if (segments.length > 1 && isRegion(last) && (segments.length > 2 || last.length <= 3)) {
    return { segments: segments.slice(0, -1), parts: { ...parts, addressRegion: last } };
  }
  const words = last.split(' ');
  const word = words.at(-1) ?? '';
  const isCode = word.length <= 3 && word === word.toUpperCase() && isRegion(word);
  if (words.length < 2 || !isCode || (compassPoints.has(fold(word)) && !parts.postalCode)) return { segments, parts };
  return { segments: replaceLast(segments, words.slice(0, -1).join(' ')), parts: { ...parts, addressRegion: word } };
}

/** Gives the segments that are left to street, extension, locality and region. */
function placeSegments({ segments, parts }: Rest): PostalAddress {
  const found = streetPosition(segments);
  const isPlaceOnly = found < 0 && Object.keys(parts).length > 0;
  const streetAt = Math.max(0, found);
  const extensions = isPlaceOnly ? [] : segments.slice(0, streetAt);
  const street = isPlaceOnly ? undefined : segments[streetAt];
  const after = isPlaceOnly ? [...segments] : segments.slice(streetAt + 1);
  while (isExtension(after[0] ?? '')) extensions.push(after.shift() ?? '');
  const [locality, ...more] = after;
  const split = locality === undefined ? splitAfterStreetType(street ?? '') : { street, locality };
  const addressRegion = parts.addressRegion ?? more.pop();
  return defined({
    ...parts,
    streetAddress: split.street,
    extendedAddress: [...extensions, ...more].join(', '),
    addressLocality: split.locality,
    addressRegion,
  });
}

/** The segment that begins with a number, else holds one, else a kind of street; -1 where none does. */
function streetPosition(segments: readonly string[]): number {
  const candidates = segments.slice(0, 3).map((segment) => (isExtension(segment) ? '' : segment));
  for (const pattern of [/^\d+\w?\s+\D/, /\d/]) {
    const at = candidates.findIndex((segment) => pattern.test(segment));
    if (at >= 0) return at;
  }
  return segments.findIndex(hasStreetType);
}

function hasStreetType(segment: string): boolean {
  return foldedTokens(segment).some((word) => streetTypes.has(word));
}

/** `Suite 900`, `#12`, `3º`, `Penthouse Suite`, `2nd floor`. */
function isExtension(segment: string): boolean {
  if (/^(?:#|\d+\s*(?:º|ª|°|er|[.])?$)/.test(segment)) return true;
  const words = foldedTokens(segment);
  return unitWords.has(words[0] ?? '') ? words.length < 4 : words.length < 3 && unitWords.has(words.at(-1) ?? '');
}

/** `445 Overpass Rd San Ramon`: the locality is what follows the kind of street and its direction. */
function splitAfterStreetType(text: string): { street: string; locality?: string } {
  const words = text.split(' ');
  for (let i = words.length - 2; i > 1; i--) {
    if (!streetTypes.has(fold(words[i] ?? '')) || !/^\d/.test(words[0] ?? '')) continue;
    const end = compassPoints.has(fold(words[i + 1] ?? '')) && i + 2 < words.length ? i + 2 : i + 1;
    const locality = words.slice(end).join(' ');
    if (/\d|#/.test(locality) || unitWords.has(fold(words[end] ?? ''))) break;
    return { street: words.slice(0, end).join(' '), locality };
  }
  return { street: text };
}

function replaceLast(segments: readonly string[], last: string): string[] {
  return last === '' ? segments.slice(0, -1) : [...segments.slice(0, -1), last];
}

/** The parts that there are, in the order in which they are written. */
function defined(address: Readonly<Partial<Record<keyof PostalAddress, string | undefined>>>): PostalAddress {
  const present: { -readonly [K in keyof PostalAddress]: string } = {};
  for (const part of postalAddressParts) {
    const text = address[part];
    if (text !== undefined && text !== '') present[part] = text;
  }
  return present;
}
