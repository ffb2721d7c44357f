import fc from 'fast-check';
import { postalAddressParts } from '../domain/attribute.js';
import { readPostalAddress } from './postal-address.js';
import { fold } from './text.js';

describe('readPostalAddress', () => {
  // street | extension | locality | region | postal code | country
  it.each([
    ['123 Main Street, Las Vegas NV 89132', '123 Main Street||Las Vegas|NV|89132|'],
    ['1602 Brenville Pl, San Francisco, CA 94105', '1602 Brenville Pl||San Francisco|CA|94105|'],
    ['1 Loop Road, Cupertino, CA 95014, USA', '1 Loop Road||Cupertino|CA|95014|USA'],
    ['9304 W. 15th St La Blanca, FL 60527', '9304 W. 15th St||La Blanca|FL|60527|'],
    ['80 Delaware Ave SE Washington DC 40040', '80 Delaware Ave SE||Washington|DC|40040|'],
    ['445 Overpass Rd San Ramon', '445 Overpass Rd||San Ramon|||'],
    ['1304 Poppy Hills Dr', '1304 Poppy Hills Dr|||||'],
    ['Suite 900, 1450 N City Rd', '1450 N City Rd|Suite 900||||'],
    ['1231 Las Vegas Blvd, Penthouse Suite', '1231 Las Vegas Blvd|Penthouse Suite||||'],
    ['Hughes Plaza, 100 Hughes Way, Las Vegas, NV 89111', '100 Hughes Way|Hughes Plaza|Las Vegas|NV|89111|'],
    [
      '18 Danver Place, Loughborough, Leicestershire, LE11 1UU, United Kingdom',
      '18 Danver Place||Loughborough|Leicestershire|LE11 1UU|United Kingdom',
    ],
    [
      '18 Danver Place, Loughborough, Leicestershire, United Kingdom, LE11 1UU',
      '18 Danver Place||Loughborough|Leicestershire|LE11 1UU|United Kingdom',
    ],
    ['10 Downing Street London SW1A 2AA', '10 Downing Street||London||SW1A 2AA|'],
    ['Unit 5/12 High St, Richmond VIC 3121', 'Unit 5/12 High St||Richmond|VIC|3121|'],
    ['Hauptstr. 12, 10115 Berlin, Germany', 'Hauptstr. 12||Berlin||10115|Germany'],
    ['Fieldstrasse 10, FL-2198 Triesen', 'Fieldstrasse 10||Triesen||FL-2198|'],
    ['12 rue de la Paix, 75002 Paris', '12 rue de la Paix||Paris||75002|'],
    ['Calle Mayor 5, 3º, 28013 Madrid, España', 'Calle Mayor 5|3º|Madrid||28013|España'],
    ['Mullanpara Road, Vythiri, 673576, India', 'Mullanpara Road||Vythiri||673576|India'],
    ['Sydney NSW 2000', '||Sydney|NSW|2000|'],
    ['12345', '12345|||||'],
    ['somewhere', 'somewhere|||||'],
    ['', '|||||'],
  ])('%s', (text, expected) => {
    const read = readPostalAddress(text);
    expect(
      [
        read.streetAddress,
        read.extendedAddress,
        read.addressLocality,
        read.addressRegion,
        read.postalCode,
        read.addressCountry,
      ].join('|'),
    ).toBe(expected);
  });

  it('loses no word and makes none up', () => {
    const piece = fc.constantFrom(
      ...'12 Main St Apt 4 NV 89132 Las Vegas USA Germany LE11 1UU Rd Road Suite 900 Hauptstr. # Paris CA'.split(' '),
      ',',
      'New York',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
        const read = readPostalAddress(pieces.join(' '));
        const words = (texts: readonly string[]): string[] => texts.flatMap((text) => fold(text).split(' ')).sort();
        const kept = postalAddressParts.flatMap((part) => read[part] ?? []);
        expect(words(kept).join(' ').trim()).toBe(
          words([pieces.join(' ')])
            .join(' ')
            .trim(),
        );
      }),
      { numRuns: 1000 },
    );
  });
});
