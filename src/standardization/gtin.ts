const LABEL = /^\s*(?:gtin|ean|upc|jan|isbn)(?:[ -]?(?:8|10|12|13|14))?[\s:#.]*(?=\d)/i;
const SEPARATORS = /[\s\u00a0.\u2010-\u2015-]/g;
const GTIN = /^(?:\d{8}|\d{12}|\d{13}|\d{14})$/;
const ISBN_10 = /^\d{9}[\dX]$/;

/**
 * Reads a Global Trade Item Number: 8, 12, 13 or 14 digits whose check digit holds, spaces, hyphens and a
 * leading label (`EAN: `) taken off. An ISBN-10 gives its ISBN-13. A number of zeros only is a placeholder.
 *
 * Source: GS1 General Specifications, section 7.9 (check digit); ISO 2108 (ISBN).
 *
 * @returns the digits, as many as were given, or `undefined` where the text is no GTIN.
 */
export function readGtin(text: string): string | undefined {
  const digits = text.replace(LABEL, '').replace(SEPARATORS, '').toUpperCase();
  if (GTIN.test(digits)) return hasCheckDigit(digits) && /[1-9]/.test(digits) ? digits : undefined;
  if (ISBN_10.test(digits)) return fromIsbn10(digits);
  return undefined;
}

/** The same number in its 14-digit form, by which GTINs of different lengths are compared. */
export function gtin14(gtin: string): string {
  return gtin.padStart(14, '0');
}

function fromIsbn10(isbn: string): string | undefined {
  let sum = 0;
  for (let i = 0; i < 10; i++) sum += (10 - i) * (isbn[i] === 'X' ? 10 : Number(isbn[i]));
  if (sum % 11 !== 0 || !/[1-9]/.test(isbn)) return undefined;
  const body = `978${isbn.slice(0, 9)}`;
  return body + String(checkDigit(body));
}

function hasCheckDigit(digits: string): boolean {
  return checkDigit(digits.slice(0, -1)) === Number(digits.at(-1));
}

/** The check digit of a GTIN's other digits: weights 3 and 1 alternate from the right. */
function checkDigit(body: string): number {
  let sum = 0;
  for (let i = 0; i < body.length; i++) sum += Number(body[body.length - 1 - i]) * (i % 2 === 0 ? 3 : 1);
  return (10 - (sum % 10)) % 10;
}
