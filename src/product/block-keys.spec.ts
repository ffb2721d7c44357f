import type { Product } from './attributes.js';
import { blockKeys } from './block-keys.js';
import { standardize } from './standard-form.js';

const keysOf = (product: Product) => blockKeys(standardize(product));

describe('blockKeys', () => {
  it('are distinct and name what they are of', () => {
    const keys = keysOf({ name: 'Sony Cyber-shot DSC-W300 Digital Camera, Sony', gtin: '711719851004' });
    expect(new Set(keys).size).toBe(keys.length);
    expect(keys).toEqual(expect.arrayContaining(['gtin:00711719851004', 'word:dscw300', 'stem:dscw300', 'word:sony']));
  });

  it('leave out single words that many titles hold', () => {
    expect(keysOf({ name: 'The black case for Zune' })).not.toContain('word:black');
    expect(keysOf({ name: 'The black case for Zune' })).toContain('word:zune');
  });

  it.each<[string, Product, Product]>([
    ['a GTIN of another length', { name: 'a', gtin: '036000291452' }, { name: 'b', gtin: '0036000291452' }],
    ['a code, otherwise punctuated', { name: 'Phone KX-TGA101S' }, { name: 'kxtga 101s', mpn: 'KXTGA101S' }],
    ['a code, spaced', { name: 'Sennheiser RS140' }, { name: 'Headphones RS 140' }],
    ['a code with another ending', { name: 'Washer DU1100SS' }, { name: 'Dryer DU1100XTPS' }],
    ['two words written as one', { name: 'Print Music' }, { name: 'PrintMusic' }],
    ['a rare word', { name: 'Aquazone bass' }, { name: 'fish of aquazone' }],
    ['two common words', { name: 'Black Case' }, { name: 'A black case' }],
    ['two words apart, in any order', { name: 'Office for the student' }, { name: 'Student software, office' }],
    ['the brand and a common word', { name: 'Acme office and home' }, { name: 'Software for home', brand: 'Acme' }],
    ['a short name with a digit', { name: 'G7 for the office' }, { name: 'Music with G7' }],
  ])('meet over %s', (_, one, other) => {
    const keys = keysOf(one);
    expect(keysOf(other).some((key) => keys.includes(key))).toBe(true);
  });

  it('do not meet over one common word, nor over words that most titles hold', () => {
    const keys = keysOf({ name: 'Camera for the new edition' });
    expect(keysOf({ name: 'The black edition of a new camera' }).some((key) => keys.includes(key))).toBe(false);
    expect(keysOf({})).toEqual([]);
  });
});
