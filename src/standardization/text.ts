import anyAscii from 'any-ascii';

// Of Latin letters below U+0300 every text is in NFC.
const PLAIN = /^[\x21-\x7e\xa1-\xac\xae-\u02ff]+(?: [\x21-\x7e\xa1-\xac\xae-\u02ff]+)*$/;
const ASCII = /^[\0-\x7f]*$/;
const INVISIBLE = /(?![\t\n\v\f\r\x85])[\p{Cc}\p{Cs}\u00ad\u200b\u200e\u200f\u2060\ufeff]/gu;
const WHITE_SPACE = /[\s\x85]+/gu;
const FOLDED = /^[a-z0-9]+(?: [a-z0-9]+)*$/;
const APOSTROPHES = /['`’‘ʼ´]/g;
const SEPARATORS = /[^a-z0-9]+/g;
const UMLAUTS = /[äöüÄÖÜ]/g;
const umlauts: Readonly<Record<string, string>> = { ä: 'ae', ö: 'oe', ü: 'ue', Ä: 'Ae', Ö: 'Oe', Ü: 'Ue' };

/**
 * The text as people would call it the same: Unicode NFC, without control and invisible characters or lone surrogates,
 * white space collapsed to single spaces and trimmed. Case and letters stay.
 */
export function cleanText(text: string): string {
  if (PLAIN.test(text)) return text;
  return text.replace(INVISIBLE, '').normalize('NFC').replace(WHITE_SPACE, ' ').trim();
}

/**
 * The text by which two spellings are compared: transliterated to ASCII (German umlauts as `ae`, `oe`, `ue`), lower case,
 * apostrophes dropped, everything else that is neither letter nor digit a single space.
 */
export function fold(text: string): string {
  const lower = text.toLowerCase();
  if (FOLDED.test(lower)) return lower;
  const ascii = ASCII.test(text) ? lower : transliterate(text).toLowerCase();
  return ascii.replace(APOSTROPHES, '').replace(SEPARATORS, ' ').trim();
}

/** The folded words of a text. */
export function foldedTokens(text: string): string[] {
  const folded = fold(text);
  return folded === '' ? [] : folded.split(' ');
}

/** The folded text with its spaces taken out: equal for `Bel-Air`, `bel air` and `Belair`. */
export function squash(text: string): string {
  return fold(text).replaceAll(' ', '');
}

/** Letters and digits only, upper case: how identifiers are compared. */
export function foldCode(text: string): string {
  return squash(text).toUpperCase();
}

function transliterate(text: string): string {
  return anyAscii(text.normalize('NFC').replace(UMLAUTS, (letter) => umlauts[letter] ?? letter));
}
