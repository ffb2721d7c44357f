import fc from 'fast-check';
import { readDate } from './date.js';

describe('readDate', () => {
  it.each([
    ['1978-12-11', undefined, '1978-12-11'],
    ['1978-12-11T10:00:00Z', undefined, '1978-12-11'],
    ['1978-12-11 23:59:59.000', undefined, '1978-12-11'],
    ['1949-7-2', undefined, '1949-07-02'],
    ['1978/12/11', undefined, '1978-12-11'],
    ['19781211', undefined, '1978-12-11'],
    ['11121978', 'GB', '1978-12-11'],
    ['11121978', 'US', '1978-11-12'],
    ['1978-12', undefined, '1978-12'],
    ['12/1978', undefined, '1978-12'],
    ['197812', undefined, '1978-12'],
    ['1978', undefined, '1978'],
    ['1978-00-00', undefined, '1978'],
    ['1978-12-00', undefined, '1978-12'],
    ['12/11/1978', 'US', '1978-12-11'],
    ['12/11/1978', 'DE', '1978-11-12'],
    ['12/11/1978', undefined, '1978-11-12'],
    ['12.11.1978', 'US', '1978-11-12'],
    ['20/8/1991', 'US', '1991-08-20'],
    ['8/20/1991', 'GB', '1991-08-20'],
    ['3/1/70', 'US', '1970-03-01'],
    ['1.2.29', undefined, '2029-02-01'],
    ['1.2.30', undefined, '1930-02-01'],
    ['70-03-01', undefined, '1970-03-01'],
    ['Mar 1 1970', undefined, '1970-03-01'],
    ['March 1st, 1970', 'GB', '1970-03-01'],
    ['1st of March 1970', undefined, '1970-03-01'],
    ['Sunday, 1 March 1970', undefined, '1970-03-01'],
    ['25-Jun-08', undefined, '2008-06-25'],
    ['11. Dezember 1978', undefined, '1978-12-11'],
    ['1. März 1970', undefined, '1970-03-01'],
    ['11 de diciembre de 1978', undefined, '1978-12-11'],
    ['1er août 1960', undefined, '1960-08-01'],
    ['Dec 1978', undefined, '1978-12'],
    ['2000-02-29', undefined, '2000-02-29'],
  ])('%s in %s is %s', (text, region, expected) => {
    expect(readDate(text, region)).toBe(expected);
  });

  it.each([
    '1978-02-31',
    '31/02/1978',
    '1900-02-29',
    '19780431',
    '13/13/1990',
    '1978-13-01',
    '0000-00-00',
    '9999-12-31',
    '1/2/3',
    'May',
    '31 May',
    'yesterday',
    'around 1978',
    '12',
    '12345',
    '',
  ])('%s is no date', (text) => {
    expect(readDate(text, 'US')).toBeUndefined();
  });

  const days = fc.date({ min: new Date('1500-01-01'), max: new Date('2199-12-31'), noInvalidDate: true });
  const names = 'January February March April May June July August September October November December'.split(' ');

  it('reads every day in every notation that leaves nothing open', () => {
    fc.assert(
      fc.property(days, fc.constantFrom('US', 'DE', undefined), (date, region) => {
        const iso = date.toISOString().slice(0, 10);
        const [year = '', month = '', day = ''] = iso.split('-');
        const name = names[Number(month) - 1] ?? '';
        for (const text of [
          iso,
          date.toISOString(),
          `${year}${month}${day}`,
          `${year}/${Number(month)}/${Number(day)}`,
          `${day}.${month}.${year}`,
          `${Number(day)} ${name} ${year}`,
          `${name.slice(0, 3).toUpperCase()} ${Number(day)}, ${year}`,
        ]) {
          expect(readDate(text, region)).toBe(iso);
        }
        expect(readDate(region === 'US' ? `${month}/${day}/${year}` : `${day}/${month}/${year}`, region)).toBe(iso);
      }),
    );
  });

  it('gives ISO 8601 that it reads as itself, or nothing', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'0123456789-/. :TZMay') }), (text) => {
        const read = readDate(text, 'US');
        if (read === undefined) return;
        expect(read).toMatch(/^\d{4}(?:-\d{2}(?:-\d{2})?)?$/);
        expect(readDate(read)).toBe(read);
      }),
      { numRuns: 1000 },
    );
  });
});
