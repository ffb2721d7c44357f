import fc from 'fast-check';
import { readStreetAddress } from './street-address.js';

describe('readStreetAddress', () => {
  // number | name | unit
  it.each([
    ['123 Main Street', '123|main st|'],
    ['123 E. Main St.', '123|e main st|'],
    ['8638 W. Third St.', '8638|w 3rd st|'],
    ['12 Main Street Apt 4b', '12|main st|4b'],
    ['1450 N City Rd Suite 900', '1450|n city rd|900'],
    ['4/12 Main St', '12|main st|4'],
    ['Unit 4/12 Main St', '12|main st|4'],
    ['Hauptstraße 12a', '12a|hauptstrasse|'],
    ['Hauptstr. 12a', '12a|hauptstrasse|'],
    ['12-14 Station Road', '12|station rd|'],
    ['P.O. Box 123', '123|p o box|'],
    ['Adventura Apartments 638 Downey St', '638|downey st|'],
    ['Mountain Creek Road', '|mountain creek rd|'],
    ['17', '|17|'],
    ['', '||'],
  ])('%s', (text, expected) => {
    const { number, name, unit } = readStreetAddress(text);
    expect([number, name, unit].join('|')).toBe(expected);
  });

  it('never throws and gives folded parts', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'12a/ #-.St Apt ß') }), (text) => {
        for (const part of Object.values(readStreetAddress(text) as Record<string, string | undefined>)) {
          if (part !== undefined) expect(part).toMatch(/^[a-z0-9]+(?: [a-z0-9]+)*$/);
        }
      }),
    );
  });
});
