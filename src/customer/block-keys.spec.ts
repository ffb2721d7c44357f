import type { Customer } from './attributes.js';
import { blockKeys } from './block-keys.js';
import { standardize } from './standard-form.js';

function shared(a: Customer, b: Customer): readonly string[] {
  const keys = new Set(blockKeys(standardize(b)));
  return blockKeys(standardize(a)).filter((key) => keys.has(key));
}

describe('The block keys of customers', () => {
  it.each<[string, Customer, Customer]>([
    ['letters swapped', { givenName: 'Oliver', familyName: 'Taylor' }, { givenName: 'Olirev', familyName: 'Talyor' }],
    ['a letter doubled', { givenName: 'Poppy', familyName: 'Kelly' }, { givenName: 'Poppy', familyName: 'Kelley' }],
    ['vowels misheard', { givenName: 'Ada', familyName: 'Hansen' }, { givenName: 'Ada', familyName: 'Hanson' }],
    [
      'spelt as it sounds',
      { givenName: 'Philip', familyName: 'Stephens' },
      { givenName: 'Filip', familyName: 'Stevens' },
    ],
    ['names swapped', { givenName: 'Oscar', familyName: 'Ahmed' }, { givenName: 'Ahmed', familyName: 'Oscar' }],
    ['a short form', { givenName: 'Robert', familyName: 'Allen' }, { givenName: 'Bob', familyName: 'Alen' }],
    [
      'a mailbox with slips',
      { familyName: 'Alan', email: 'robert255@smith.net' },
      { familyName: 'Price', email: 'roberta25@smith.org' },
    ],
    [
      'a town with slips',
      { familyName: 'Bunting', address: [{ addressLocality: 'Birmingham' }] },
      { familyName: 'Bunting', address: [{ addressLocality: 'Birmimghan' }] },
    ],
    [
      'only the date',
      { birthDate: '1984-10-27', familyName: 'Taylor' },
      { birthDate: '1984-10-27', givenName: 'Grace' },
    ],
    [
      'a year and a name with slips',
      { givenName: 'Lucas', familyName: 'Cook', birthDate: '1991-04-05' },
      { givenName: 'Lucas', familyName: 'Coox', birthDate: '1991-05-06' },
    ],
  ])('are shared in spite of %s', (_, one, other) => {
    expect(shared(one, other)).not.toEqual([]);
  });

  it.each<[string, Customer, Customer]>([
    ['a family name', { givenName: 'Ada', familyName: 'Smith' }, { givenName: 'Walter', familyName: 'Smith' }],
    [
      'a town',
      { familyName: 'Kelly', address: [{ addressLocality: 'London' }] },
      { familyName: 'Baker', address: [{ addressLocality: 'London' }] },
    ],
    ['a year', { familyName: 'Kelly', birthDate: '1984-10-27' }, { familyName: 'Baker', birthDate: '1984-03-02' }],
  ])('are not shared for %s alone', (_, one, other) => {
    expect(shared(one, other)).toEqual([]);
  });
});
