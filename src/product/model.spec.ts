import { compileModel } from '../matching/score.js';
import { validateModel } from '../matching/validate-model.js';
import type { Product } from './attributes.js';
import { model } from './model.js';
import { standardize } from './standard-form.js';

const compiled = compileModel(model);
const weigh = (one: Product, other: Product) => compiled.weigh(standardize(one), standardize(other));

describe('the product model', () => {
  it('is valid and survives JSON', () => {
    expect(validateModel(model)).toEqual([]);
    expect(JSON.parse(JSON.stringify(model))).toEqual(model);
  });

  it.each<[string, Product, Product]>([
    [
      'a code, otherwise written',
      { name: 'Acme Zoomix Digital Camera - ZMX-4410B', price: 199 },
      { name: 'Zoomix ZMX4410 Compact', brand: 'ACME Corp.', mpn: 'ZMX 4410B', price: 189.99 },
    ],
    [
      'the same title with and without the maker',
      { name: 'Garden Planner Deluxe 3.0', manufacturer: 'Verdant Software', price: 29.99 },
      { name: 'verdant garden planner deluxe 3', price: 27.5 },
    ],
    [
      'a GTIN',
      { name: 'Oat biscuits 6 x 40 g', gtin: '4006381333931' },
      { name: 'Hafer Kekse', brand: 'Kornhof', gtin: '04006381333931' },
    ],
    [
      'a grocery, otherwise measured',
      { name: 'Kornhof Honey Oat Granola, 0.5 kg', price: 4.49 },
      { name: 'KORNHOF granola oat honey 500g', price: 4.29 },
    ],
  ])('links by %s', (_, one, other) => {
    expect(weigh(one, other)).toBeGreaterThanOrEqual(model.thresholds.link);
  });

  it.each<[string, Product, Product]>([
    ['other codes', { name: 'Acme 19" LCD TV - LX19A450' }, { name: 'Acme 19" LCD TV - LX19A650' }],
    [
      'another language',
      { name: 'Fluent Now Deluxe German', manufacturer: 'Lingua', price: 40 },
      { name: 'Lingua Fluent Now Deluxe Spanish', price: 15 },
    ],
    [
      'another edition and price',
      { name: 'Ledgerly Accounting Standard 2007', manufacturer: 'Ledgerly', price: 99 },
      { name: 'Ledgerly Accounting Professional 2008', price: 399 },
    ],
    [
      'another variant of one model',
      { name: 'Halden HN7920 Laptop (256 GB) silver', brand: 'Halden', mpn: 'HN7920S256', price: 1050 },
      { name: 'Halden Laptop HN7920, 512 GB, black', brand: 'Halden', mpn: 'HN7920B512', price: 1099 },
    ],
    ['another brand', { name: 'Kornhof Oat Granola 500g', price: 4 }, { name: 'Bergtal Muesli 500g', price: 4 }],
    ['nothing said', {}, {}],
  ])('does not link against %s', (_, one, other) => {
    expect(weigh(one, other)).toBeLessThan(model.thresholds.link);
  });

  it('holds another brand against a pair less where the brand is but the first word of a title', () => {
    const title = 'Zoomix Digital Camera 4410';
    const withBrand = (name: string, brand?: string) =>
      weigh({ name: `Digital ${title}`, brand: 'Acme' }, { name, brand });
    expect(withBrand(title, 'Halden')).toBeLessThan(withBrand(title));
  });

  it('holds against a pair that one names a kind of variant of which the other is silent', () => {
    const upgrade = { name: 'Ledgerly Accounting 2007 upgrade' };
    const weightOf = (other: Product) =>
      compiled
        .explain(standardize(upgrade), standardize(other))
        .comparisons.find(({ comparison }) => comparison === 'variantKinds')?.weight ?? 0;
    expect(weightOf({ name: 'Ledgerly Accounting 2007' })).toBeLessThan(0);
    expect(weightOf({ name: 'Ledgerly Accounting 2007 (upgrade)' })).toBeGreaterThan(0);
  });

  it('weighs prices of one currency only', () => {
    const priced = (price: number, priceCurrency?: string) => ({ name: 'Zoomix', price, priceCurrency });
    expect(weigh(priced(10, 'EUR'), priced(10, 'JPY'))).toBe(weigh(priced(10, 'EUR'), priced(9000, 'JPY')));
    expect(weigh(priced(10, 'EUR'), priced(10, 'EUR'))).toBeGreaterThan(weigh(priced(10, 'EUR'), priced(20, 'EUR')));
    expect(weigh(priced(10, 'EUR'), priced(10))).toBeGreaterThan(weigh(priced(10, 'EUR'), priced(20)));
  });
});
