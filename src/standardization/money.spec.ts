import fc from 'fast-check';
import { readCurrency, readPrice } from './money.js';

describe('readPrice', () => {
  it.each<[string, number, string | undefined]>([
    ['1299', 1299, undefined],
    ['1299.00', 1299, undefined],
    ['9.', 9, undefined],
    ['.99', 0.99, undefined],
    ['$1,299.00', 1299, 'USD'],
    ['$ 1299', 1299, 'USD'],
    ['US$12.50', 12.5, 'USD'],
    ['1.299,00 €', 1299, 'EUR'],
    ['€1.299', 1299, 'EUR'],
    ['12,5 EUR', 12.5, 'EUR'],
    ['EUR 12', 12, 'EUR'],
    ['12 usd', 12, 'USD'],
    ['£9.99', 9.99, 'GBP'],
    ["1'299.50 CHF", 1299.5, 'CHF'],
    ['1 299,00 zł', 1299, 'PLN'],
    ['\u00a512,000', 12000, 'JPY'],
    ['₹1,00,000.00', 100000, 'INR'],
    ['Rs. 450', 450, 'INR'],
    ['1,299', 1299, undefined],
    ['1.299', 1.299, undefined],
    ['0,299', 0.299, undefined],
    ['12,99', 12.99, undefined],
    ['1,234,567', 1234567, undefined],
    ['1.234.567,89', 1234567.89, undefined],
    ['$5.00 CAD', 5, 'CAD'],
    ['49,- €', 49, 'EUR'],
    ['0', 0, undefined],
  ])('reads %s', (text, price, currency) => {
    expect(readPrice(text)).toEqual(currency ? { price, currency } : { price });
  });

  it.each([
    '',
    'free',
    '$',
    '10-20',
    '-5',
    '1,2,3',
    '1.2.3',
    '12 apples',
    '€5 $',
    '1,29,9.00',
    '5 each',
    '1,299.00.00',
  ])('refuses %s', (text) => {
    expect(readPrice(text)).toBeUndefined();
  });

  const cents = fc.integer({ min: 0, max: 2_000_000_000 });

  it('reads the amount back from English and German notation', () => {
    fc.assert(
      fc.property(cents, (amount) => {
        const price = amount / 100;
        const english = price.toLocaleString('en-US', { minimumFractionDigits: 2 });
        const german = price.toLocaleString('de-DE', { minimumFractionDigits: 2 });
        expect(readPrice(`$${english}`)).toEqual({ price, currency: 'USD' });
        expect(readPrice(`${german} €`)).toEqual({ price, currency: 'EUR' });
        expect(readPrice(price.toFixed(2))).toEqual({ price });
      }),
    );
  });

  it('gives a finite amount that is not negative, or nothing', () => {
    const text = fc.array(fc.constantFrom(..."0123456789.,' -$€")).map((characters) => characters.join(''));
    fc.assert(
      fc.property(fc.oneof(text, fc.string({ unit: 'binary' })), (given) => {
        const read = readPrice(given);
        if (read) expect(read.price).toBeGreaterThanOrEqual(0);
        if (read) expect(Number.isFinite(read.price)).toBe(true);
      }),
    );
  });
});

describe('readCurrency', () => {
  it.each([
    ['usd', 'USD'],
    ['€', 'EUR'],
    [' £ ', 'GBP'],
  ])('reads %s', (text, code) => {
    expect(readCurrency(text)).toBe(code);
  });

  it('knows no constructor and no unknown code', () => {
    expect(readCurrency('constructor')).toBeUndefined();
    expect(readCurrency('XQZ')).toBeUndefined();
  });
});
