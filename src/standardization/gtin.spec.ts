import fc from 'fast-check';
import { gtin14, readGtin } from './gtin.js';

describe('readGtin', () => {
  it.each([
    ['4006381333931', '4006381333931'],
    ['0 36000 29145 2', '036000291452'],
    ['9638-5074', '96385074'],
    ['EAN: 4006381333931', '4006381333931'],
    ['UPC 036000291452', '036000291452'],
    ['GTIN-13: 4006381333931', '4006381333931'],
    ['10614141000415', '10614141000415'],
    ['0-306-40615-2', '9780306406157'],
    ['ISBN 080442957X', '9780804429573'],
  ])('reads %s', (text, digits) => {
    expect(readGtin(text)).toBe(digits);
  });

  it.each([
    '4006381333932',
    '036000291453',
    '0000000000000',
    '00000000',
    '12345',
    'n/a',
    '',
    '400638133393a',
    '0306406153',
  ])('refuses %s', (text) => {
    expect(readGtin(text)).toBeUndefined();
  });

  const valid = fc.constantFrom('4006381333931', '036000291452', '96385074', '10614141000415', '711719851004');

  it('finds every change of a single digit', () => {
    fc.assert(
      fc.property(valid, fc.nat(13), fc.integer({ min: 1, max: 9 }), (gtin, place, add) => {
        const at = place % gtin.length;
        const changed = gtin.slice(0, at) + String((Number(gtin[at]) + add) % 10) + gtin.slice(at + 1);
        expect(readGtin(changed)).toBeUndefined();
      }),
    );
  });

  it('reads what it gave, and the same number with leading zeros', () => {
    fc.assert(
      fc.property(valid, (gtin) => {
        expect(readGtin(gtin)).toBe(gtin);
        expect(readGtin(gtin14(gtin))).toBe(gtin14(gtin));
      }),
    );
  });

  it('never throws', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        readGtin(text);
      }),
    );
  });
});
