import fc from 'fast-check';
import { readQuantity, readUnit } from './quantity.js';

describe('readQuantity', () => {
  it.each([
    ['1.5 kg', 'mass', 1500],
    ['500g', 'mass', 500],
    ['12 oz', 'mass', 340.2],
    ['12 fl. oz.', 'volume', 354.9],
    ['4.0 Cu. Ft.', 'volume', 113300],
    ['1,5 l', 'volume', 1500],
    ['.5 L', 'volume', 500],
    ['16 GB', 'storage', 16e9],
    ['19"', 'length', 482.6],
    ['19-inch', 'length', 482.6],
    ['2.2 pounds', 'mass', 997.9],
    ['12 Pack', 'pieces', 12],
  ])('reads %s', (text, dimension, amount) => {
    expect(readQuantity(text)).toEqual({ dimension, amount });
  });

  it.each(['', 'kg', '12', 'twelve oz', '12 parsecs', '1.2.3 kg', '-3 kg', '12 constructor'])('refuses %s', (text) => {
    expect(readQuantity(text)).toBeUndefined();
  });

  it('gives one amount for one thing, whatever unit it is written in', () => {
    const cases: [string, string, number][] = [
      ['kg', 'g', 1000],
      ['l', 'ml', 1000],
      ['lb', 'oz', 16],
      ['ft', 'in', 12],
      ['tb', 'gb', 1000],
    ];
    fc.assert(
      fc.property(fc.constantFrom(...cases), fc.integer({ min: 1, max: 5000 }), ([large, small, factor], count) => {
        expect(readQuantity(`${count} ${large}`)).toEqual(readQuantity(`${count * factor}${small}`));
      }),
    );
  });
});

describe('readUnit', () => {
  it.each(['oz', 'ounces', 'inches', 'feet', 'mhz', 'packs'])('knows %s', (word) => {
    expect(readUnit(word)).toBeDefined();
  });
});
