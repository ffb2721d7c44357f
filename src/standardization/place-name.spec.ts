import { foldRegion, isRegion } from './administrative-region.js';
import { readCountry } from './country-name.js';

test.each([
  ['Germany', 'DE'],
  ['DEUTSCHLAND', 'DE'],
  ['de', 'DE'],
  ['DEU', 'DE'],
  ['España', 'ES'],
  ['United States of America', 'US'],
  ['U.S.A.', 'US'],
  ['UK', 'GB'],
  ['Atlantis', undefined],
  ['', undefined],
])('the country %s is %s', (text, code) => {
  expect(readCountry(text)).toBe(code);
});

test.each([
  ['Ohio', 'oh'],
  ['OH', 'oh'],
  ['New South Wales', 'nsw'],
  ['Québec', 'qc'],
  ['Leicestershire', 'leicestershire'],
])('the region %s folds to %s', (text, code) => {
  expect(foldRegion(text)).toBe(code);
});

test('isRegion knows codes and names', () => {
  expect(isRegion('n.y.')).toBe(false);
  expect(isRegion('NV')).toBe(true);
  expect(isRegion('Nevada')).toBe(true);
});
