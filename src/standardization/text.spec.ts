import fc from 'fast-check';
import { cleanText, fold, foldCode, foldedTokens, squash } from './text.js';

describe('cleanText', () => {
  it.each([
    ['  Anna \t\n Maria ', 'Anna Maria'],
    ['Cafe\u0301', 'Café'],
    ['a\u0000b\u0007c', 'abc'],
    ['zero\u200bwidth\ufeff', 'zerowidth'],
    ['lone \ud800 half', 'lone half'],
    ['whole \u{1f600} smile', 'whole \u{1f600} smile'],
    ['no\u00a0break', 'no break'],
    ['\u0000 \u0001', ''],
  ])('%j becomes %j', (given, expected) => {
    expect(cleanText(given)).toBe(expected);
  });

  it('is idempotent and leaves nothing that a database cannot hold', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const clean = cleanText(text);
        expect(cleanText(clean)).toBe(clean);
        expect(clean).not.toMatch(/[\p{Cc}\p{Cs}]/u);
        expect(clean).toBe(clean.trim());
      }),
    );
  });
});

describe('fold', () => {
  it.each([
    ["O'Brien", 'obrien'],
    ['Müller', 'mueller'],
    ['MÜLLER', 'mueller'],
    ['Mu\u0308ller', 'mueller'],
    ['Straße', 'strasse'],
    ['José María', 'jose maria'],
    ['Bel-Air', 'bel air'],
    ['  A & B. ', 'a b'],
    ['Łódź', 'lodz'],
    ['Павел', 'pavel'],
    ['', ''],
    ['---', ''],
  ])('%s becomes %s', (given, expected) => {
    expect(fold(given)).toBe(expected);
  });

  it('is idempotent and plain', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        const folded = fold(text);
        expect(fold(folded)).toBe(folded);
        expect(folded).toMatch(/^(?:[a-z0-9]+(?: [a-z0-9]+)*)?$/);
      }),
    );
  });

  it('regards neither case nor composition', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'abcäöüéñçABCÄÖÜ ') }), (text) => {
        expect(fold(text.toUpperCase())).toBe(fold(text.toLowerCase()));
        expect(fold(text.normalize('NFD'))).toBe(fold(text));
      }),
    );
  });
});

test('foldedTokens, squash and foldCode take the folded words apart or together', () => {
  expect(foldedTokens('')).toEqual([]);
  expect(foldedTokens('Bel-Air  Hotel')).toEqual(['bel', 'air', 'hotel']);
  expect(squash('Bel-Air Hotel')).toBe('belairhotel');
  expect(foldCode('de 123-456.789')).toBe('DE123456789');
});
