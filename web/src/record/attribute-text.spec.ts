import { labelOf, nameOf, textsOf } from './attribute-text.js';

it.each([
  ['givenName', 'Given name'],
  ['taxID', 'Tax ID'],
  ['gtin', 'GTIN'],
  ['priceCurrency', 'Price currency'],
])('the label of %s is %s', (attribute, label) => expect(labelOf(attribute)).toBe(label));

it('writes addresses in their order, and identifiers with their type', () => {
  const address = { addressCountry: 'US', postalCode: '78701', streetAddress: '12 Maple Street' };
  expect(textsOf([address, 'free text'])).toEqual(['12 Maple Street, 78701, US', 'free text']);
  expect(textsOf({ passport: 'P1' })).toEqual(['passport: P1']);
  expect(textsOf(12.5)).toEqual(['12.5']);
  expect(textsOf(undefined)).toEqual([]);
});

it.each([
  [{ name: 'Ada Lovelace', email: 'a@b.c' }, 'Ada Lovelace'],
  [{ givenName: 'Ada', familyName: 'Lovelace' }, 'Ada Lovelace'],
  [{ email: ['a@b.c', 'd@e.f'] }, 'a@b.c'],
  [{}, 'No name'],
])('%j is called %s', (attributes, name) => expect(nameOf(attributes)).toBe(name));
