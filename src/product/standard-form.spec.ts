import fc from 'fast-check';
import type { Product } from './attributes.js';
import { standardize } from './standard-form.js';

describe('standardize', () => {
  it('reads a title with its maker and price', () => {
    expect(
      standardize({
        name: 'Sony RS 140 Headphones - MDR-EX32LP/B',
        manufacturer: 'SONY Corp.',
        price: 24,
        priceCurrency: 'USD',
      }),
    ).toEqual({
      codes: ['mdrex32lpb'],
      stems: ['mdrex32'],
      mentioned: ['mdrex32lpb', 'rs140'],
      title: ['sony', 'rs', '140', 'headphone', 'mdrex32lpb'],
      text: expect.arrayContaining(['sony', 'headphone', 'rs140', 'mdrex', '32', 'mdrex32lpb']) as string[],
      brand: ['sony'],
      namedBrand: ['sony'],
      variantKinds: ['none'],
      lead: ['sony', 'rs', '140'],
      numbers: ['140'],
      numbered: 'yes',
      price: 24,
      currency: 'USD',
    });
  });

  it('takes the stems of the parts of a code too, where they are long enough', () => {
    expect(standardize({ name: 'Memory card RP-SDV02GU1A' }).stems).toEqual(['rpsdv02gu1', 'sdv02gu1']);
  });

  it('tells which kinds of variant are named', () => {
    expect(standardize({ name: 'Ledgerly Pro upgrade, 5 users, black' }).variantKinds).toEqual([
      'edition',
      'license',
      'users',
    ]);
    expect(standardize({ name: 'Ledgerly, black' }).variantKinds).toEqual(['none']);
  });

  it('leaves out lists of platforms, whose numbers are none of the product', () => {
    const form = standardize({ name: 'Harbor Chess 3 - Win 98/Me/2000/XP' });
    expect(form.title).toEqual(['harbor', 'chess', '3']);
    expect(form.numbers).toEqual(['3']);
  });

  it('takes the first word for the brand where none is given', () => {
    expect(standardize({ name: 'Canon Ink Cartridge' }).brand).toEqual(['canon']);
    expect(standardize({ name: 'Canon Ink Cartridge' }).namedBrand).toBeUndefined();
    expect(standardize({ name: 'Ink Cartridge', brand: 'Canon' }).brand).toEqual(['canon']);
  });

  it('reads codes from model, part number and identifiers, and GTINs from wherever they stand', () => {
    const form = standardize({
      name: 'Play Station Portable - 711719851004',
      model: 'PSP-2000',
      mpn: 'AIC MINI',
      gtin: '036000291452',
      identifiers: { modelNumber: 'P 98510', isbn: '0-306-40615-2', asin: 'B000-X1' },
    });
    expect(form.partNumber).toBe('aicmini');
    expect(form.codes).toEqual(['711719851004', 'aicmini', 'p98510', 'psp2000']);
    expect(form.gtin).toEqual(['00036000291452', '09780306406157', '00711719851004']);
    expect(form.identifiers).toEqual(['asin:b000x1']);
  });

  it('reads quantities and choices from title and labels, and colours also from the description', () => {
    const form = standardize({
      name: 'iPod 16 GB Deluxe',
      color: 'Black',
      weight: '36 g',
      description: 'Also in white. Holds 4,000 songs on its 2 GB chip for Windows.',
    });
    expect(form.quantities).toEqual(['storage:16000000000', 'mass:36']);
    expect(form.choices).toEqual(['edition:deluxe', 'color:black', 'color:white']);
  });

  it('gathers rare words of title and description, where there is one', () => {
    const form = standardize({ name: 'Zoomix Camera', description: 'The black zoomix with a Karatron lens' });
    expect(form.rareWords).toEqual(['zoomix', 'karatron']);
  });

  it('makes do without a name', () => {
    expect(standardize({ brand: 'Sony', model: 'DSC-W300' }).title).toEqual(['sony', 'dscw300']);
    expect(standardize({ description: 'A camera' }).title).toEqual(['a', 'camera']);
    expect(standardize({})).toEqual({ numbers: ['none'], numbered: 'no', variantKinds: ['none'] });
  });

  it('leaves out a price that is no number or no price', () => {
    expect(standardize({ name: 'x', price: 'call us' }).price).toBeUndefined();
    expect(standardize({ name: 'x', price: 0 }).price).toBeUndefined();
  });

  it('never throws, holds sets without repetition, and survives JSON', () => {
    const text = fc.string({ unit: 'grapheme' });
    const product: fc.Arbitrary<Product> = fc.record(
      {
        name: text,
        description: text,
        brand: text,
        model: text,
        mpn: text,
        gtin: text,
        color: text,
        weight: text,
        price: fc.oneof(fc.double({ noNaN: true, noDefaultInfinity: true }), text),
        identifiers: fc.dictionary(text, text),
      },
      { requiredKeys: [] },
    );
    fc.assert(
      fc.property(product, (given) => {
        const form = standardize(given);
        for (const value of Object.values(form)) {
          if (typeof value === 'object') expect(value.length).toBe(new Set(value).size);
        }
        expect(JSON.parse(JSON.stringify(form))).toEqual(form);
      }),
    );
  });
});
