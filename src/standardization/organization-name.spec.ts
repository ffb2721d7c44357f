import fc from 'fast-check';
import { hasLegalForm, readOrganizationName } from './organization-name.js';

describe('readOrganizationName', () => {
  it.each<[string, string, string | undefined]>([
    ['ACME Ltd.', 'acme', 'ltd'],
    ['Acme Limited', 'acme', 'ltd'],
    ['The ACME Mfg. Co., Ltd.', 'acme mfg', 'co'],
    ['Müller & Söhne GmbH & Co. KG', 'mueller soehne', 'gmbh'],
    ['I.B.M. Corporation', 'ibm', 'corp'],
    ['Foo L.L.C.', 'foo', 'llc'],
    ['Foo Pty Ltd', 'foo', 'pty'],
    ["Philippe's The Original", 'philippe original', undefined],
    ["Art's Delicatessen", 'art deli', undefined],
    ["art's deli", 'art deli', undefined],
    ['Boss Holdings', 'boss hldg', undefined],
    ['The The', 'the the', undefined],
    ['Inc.', 'inc', undefined],
    ['', '', undefined],
  ])('%s', (name, words, legalForm) => {
    const read = readOrganizationName(name);
    expect([read.words.join(' '), read.legalForm]).toEqual([words, legalForm]);
  });

  it('gives words for whatever has a letter, and never throws', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (name) => {
        const { words } = readOrganizationName(name);
        if (/[a-z0-9]/i.test(name)) expect(words).not.toEqual([]);
        for (const word of words) expect(word).toMatch(/^[a-z0-9]+$/);
      }),
    );
  });

  it('regards neither case, punctuation nor legal form', () => {
    fc.assert(
      fc.property(
        fc.array(fc.string({ unit: fc.constantFrom(...'bcdfkmpz'), minLength: 4, maxLength: 8 }), {
          minLength: 1,
          maxLength: 4,
        }),
        fc.constantFrom('', ' Ltd', ', Inc.', ' GmbH', ' S.A.'),
        (words, form) => {
          const plain = readOrganizationName(words.join(' ')).words;
          expect(readOrganizationName(`The ${words.join('-').toUpperCase()}${form}`).words).toEqual(plain);
        },
      ),
    );
  });
});

test('hasLegalForm', () => {
  expect(hasLegalForm('Acme GmbH')).toBe(true);
  expect(hasLegalForm('John Smith')).toBe(false);
});
