import fc from 'fast-check';
import { readTelephone, telephoneDigits } from './telephone.js';

describe('readTelephone', () => {
  it.each([
    ['310/246-1501', 'US', '+13102461501'],
    ['(310) 246-1501', 'US', '+13102461501'],
    ['+1 310 246 1501', undefined, '+13102461501'],
    ['0049 30 901820', 'DE', '+4930901820'],
    ['030 901820', 'DE', '+4930901820'],
    ['020 7946 0018', 'GB', '+442079460018'],
    ['+44 (0)20 7946 0018', 'US', '+442079460018'],
  ])('%s in %s is %s', (text, region, expected) => {
    expect(readTelephone(text, region)).toBe(expected);
  });

  it.each([
    ['310-246-1501', undefined],
    ['310-246-1501', 'XX'],
    ['321-3212', 'US'],
    ['none', 'US'],
    ['', 'US'],
  ])('%s in %s cannot be read', (text, region) => {
    expect(readTelephone(text, region)).toBeUndefined();
  });

  it('reads what it has read as the same, in any region', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 2_000_000_000, max: 9_999_999_999 }),
        fc.constantFrom('US', 'DE', undefined),
        (n, region) => {
          const read = readTelephone(String(n), 'US');
          if (read !== undefined) expect(readTelephone(read, region)).toBe(read);
        },
      ),
    );
  });
});

test('telephoneDigits regards neither punctuation nor prefix zeros nor extension', () => {
  expect(telephoneDigits('310/246-1501')).toBe(telephoneDigits('310-246-1501'));
  expect(telephoneDigits('0049 30 901820')).toBe('4930901820');
  expect(telephoneDigits('404/237-2700 ext 6108')).toBe('4042372700');
  expect(telephoneDigits('none')).toBe('');
});
