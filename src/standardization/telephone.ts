import { isSupportedCountry, parsePhoneNumberFromString } from 'libphonenumber-js';
import { readPlainNumber } from './numbering-plan.js';

const E164 = /^\+[1-9]\d*$/;
const EXTENSION = /\s*(?:ext\.?|extension|x|durchwahl|poste)\s*\d{1,6}\s*$/i;

/**
 * Reads a telephone number to E.164 (`+13102461501`), national ones by the region.
 *
 * @param region ISO 3166-1 alpha-2
 * @returns `undefined` where it is no possible number, or national and the region unknown.
 */
export function readTelephone(text: string, region?: string): string | undefined {
  const country = region && isSupportedCountry(region) ? region : undefined;
  const plain = readPlainNumber(text, country);
  if (plain !== undefined) return plain;
  const number = parsePhoneNumberFromString(text, country);
  return number?.isPossible() ? number.number : undefined;
}

/**
 * The digits by which numbers are compared where one or both could not be read: without extension, international and
 * trunk prefixes. `310/246-1501` and `310-246-1501` give the same.
 */
export function telephoneDigits(text: string): string {
  if (E164.test(text)) return text.slice(1);
  return text.replace(EXTENSION, '').replace(/\D/g, '').replace(/^0+/, '');
}
