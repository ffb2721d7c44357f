import fc from 'fast-check';
import { getCountries, parsePhoneNumberFromString } from 'libphonenumber-js';
import { readPlainNumber } from './numbering-plan.js';

describe('readPlainNumber', () => {
  it.each([
    ['+1 (310) 246-1501', undefined, '+13102461501'],
    ['310.246.1501', 'US', '+13102461501'],
    ['011 49 30 901820', 'US', '+4930901820'],
    ['0049 30/901820', 'DE', '+4930901820'],
    ['+33 6 79 12 09 07', 'DE', '+33679120907'],
  ] as const)('%s in %s is %s', (text, region, expected) => {
    expect(readPlainNumber(text, region)).toBe(expected);
  });

  it.each([
    ['030 901820', 'DE'],
    ['+49 (0)30 901820', undefined],
    ['1 310 246 1501', 'US'],
    ['310-246-1501', undefined],
    ['+1 246 1501', undefined],
    ['+999 246 1501', undefined],
    ['+1 310 246 1501 ext 5', undefined],
  ] as const)('leaves %s in %s to libphonenumber', (text, region) => {
    expect(readPlainNumber(text, region)).toBeUndefined();
  });

  it('answers as libphonenumber does', () => {
    const region = fc.option(fc.constantFrom(...getCountries()), { nil: undefined });
    const text = fc
      .tuple(
        fc.constantFrom('', '+', '00', '011', '+1', '+49', '+44', '+61', '+7', '+39', '+262', '+800'),
        fc.array(fc.constantFrom(...'0123456789'.repeat(3), ...' ().-/'), { minLength: 3, maxLength: 18 }),
      )
      .map(([start, others]) => start + others.join(''));
    fc.assert(
      fc.property(text, region, (given, from) => {
        const read = readPlainNumber(given, from);
        if (read === undefined) return;
        const number = parsePhoneNumberFromString(given, from);
        expect([number?.number, number?.isPossible()]).toEqual([read, true]);
      }),
      { numRuns: 5_000 },
    );
  });
});
