import { compassPoints, ordinals, streetTypes, unitWords } from './street-word.js';
import { foldedTokens } from './text.js';

/** A street address taken apart into folded parts. */
export interface StreetAddress {
  /** House number with its letter: `12a`; the box's number of a post box. */
  readonly number?: string;
  /** Name and kind of street in short notation: `n 3rd st`, `hauptstrasse`. */
  readonly name?: string;
  /** Number of the unit within the building. */
  readonly unit?: string;
}

const MAXIMUM_LENGTH = 200;
const HOUSE_NUMBER = /^\d+[a-z]?$/;
const GERMAN_STREET = /^([a-z]{3,})(?:str|strasse)$/;

/**
 * Takes street and extension of an address apart: number first (`12 Main Street Apt 4`), last (`Hauptstraße 12a`) or after
 * the unit (`4/12 Main St`); kinds of street, points of the compass and ordinals become one notation.
 */
export function readStreetAddress(text: string): StreetAddress {
  const given = text.length > MAXIMUM_LENGTH ? text.slice(0, MAXIMUM_LENGTH) : text;
  const slashed = /^\s*(?:[a-z]+\s+)?(\d+[a-z]?)\s*\/\s*(\d+[a-z]?)\s+(?=\D)/i.exec(given);
  const words = withoutBuilding(foldedTokens(slashed ? given.slice(slashed[0].length) : given));
  const unit = slashed ? slashed[1]?.toLowerCase() : takeUnit(words);
  const number = slashed ? slashed[2]?.toLowerCase() : takeNumber(words);
  const name = words.map(shortWord).join(' ');
  return { number, name: name === '' ? undefined : name, unit };
}

/** `Adventura Apartments 638 Downey St`: the name of a building before the number goes. */
function withoutBuilding(words: string[]): string[] {
  const at = words.findIndex((word) => HOUSE_NUMBER.test(word));
  const isBefore = at > 1 && at < words.length - 2 && !unitWords.has(words[at - 1] ?? '');
  return isBefore && words.slice(at).some((word) => streetTypes.has(word)) ? words.slice(at) : words;
}

/** Takes `apt 4`, `suite 900` out of the words. */
function takeUnit(words: string[]): string | undefined {
  for (let i = 0; i < words.length - 1; i++) {
    const next = words[i + 1] ?? '';
    if (!unitWords.has(words[i] ?? '') || !(/\d/.test(next) || next.length === 1)) continue;
    words.splice(i, 2);
    return next;
  }
  return undefined;
}

/** Takes the house number out of the words: the first of them, else the last. */
function takeNumber(words: string[]): string | undefined {
  const box = words.indexOf('box');
  if (box >= 0 && box + 1 < words.length) return words.splice(box + 1, 1)[0];
  const last = words.length - 1;
  for (const at of [0, last]) {
    const word = words[at] ?? '';
    if (words.length < 2 || !HOUSE_NUMBER.test(word)) continue;
    words.splice(at, 1);
    const letter = words[at] ?? '';
    // "12 a" is the house 12a where it ends the street; "1 / 2" and ranges keep their first number.
    if (at === last && letter === '') return word;
    while (at === 0 && words.length > 1 && /^\d+$/.test(words[0] ?? '')) words.shift();
    return word;
  }
  return undefined;
}

function shortWord(word: string): string {
  const short = ordinals.get(word) ?? compassPoints.get(word) ?? streetTypes.get(word);
  if (short !== undefined) return short;
  const german = GERMAN_STREET.exec(word);
  return german ? `${german[1] ?? ''}strasse` : word;
}
