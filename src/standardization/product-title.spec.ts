import fc from 'fast-check';
import { readProductTitle, singular } from './product-title.js';

const wordsOf = (title: string) => readProductTitle(title).words.join(' ');

describe('readProductTitle: words', () => {
  it.each([
    ["Adobe's Photoshop® Elements(TM) 5.0", 'adobe photoshop element 5'],
    ['Café Crème & Sugar', 'cafe creme sugar'],
    ['TV/LCDS w/Case', 'tv lcd with case'],
    ['win 98/me/2000/xp', 'win 98 me 2000 xp'],
    ["Norton '07", 'norton 2007'],
    ['Quake IV, 2nd edition', 'quake 4 2 edition'],
    ['Mac OS X 10.4.6', 'mac os x 10.4'],
    ['1,000,000 clips', '1000000 clip'],
    ['Wi-Fi 802.11g', 'wi fi 80211g'],
    ['19" LCD', '19 lcd'],
    ['19-Inch LCD', '19 lcd'],
    ['Print workshop 2007 (pc)', 'print workshop 2007 pc'],
    ['', ''],
    ['---', ''],
  ])('of %s', (title, words) => {
    expect(wordsOf(title)).toBe(words);
  });

  it.each([
    ['KX-TGA101S', 'kxtga101s'],
    ['MB769G/A', 'mb769ga'],
    ['910-000153', '910000153'],
    ['DVM63HD', 'dvm63hd'],
    ['711719851004', '711719851004'],
  ])('takes %s as one code', (title, code) => {
    const { words, codes } = readProductTitle(`Sony ${title} black`);
    expect(codes).toEqual([code]);
    expect(words).toEqual(['sony', code, 'black']);
  });

  it.each([
    ['RP-SDV02GU1A', ['sdv02gu1a']],
    ['TMRBT10/TMRBT10A', ['tmrbt10', 'tmrbt10a']],
    ['KX-TGA101S', ['tga101s']],
    ['910-000153', ['000153']],
    ['DVM63HD', []],
  ])('takes what of %s is itself a code', (title, parts) => {
    expect(readProductTitle(title).partialCodes).toEqual(parts);
  });

  it.each(['1080p full HD', '10/100 switch', 'dvd-player', 'windows/2000', 'USB2 MP3', '16 GB', 'finale 2006'])(
    'sees no code in %s',
    (title) => {
      expect(readProductTitle(title).codes).toEqual([]);
    },
  );
});

describe('readProductTitle: facts', () => {
  it.each([
    ['Soap 3.75 oz, pack of 12', ['mass:106.3', 'pieces:12']],
    ['Cola 24 x 330 ml', ['pieces:24', 'volume:330']],
    ['Water 500 ml x 6', ['volume:500', 'pieces:6']],
    ['Milk 1,5 l', ['volume:1500']],
    ['Memory 16GB', ['storage:16000000000']],
    ['12-pack 10X zoom', ['pieces:12', 'magnification:10']],
    ['Vegas v.8.0', ['version:8']],
    ['Vegas version 8', ['version:8']],
    ['Office 2007 user guide', []],
    ['Monitor 7 in white', []],
  ])('of %s', (title, facts) => {
    expect(readProductTitle(title).facts).toEqual(facts);
  });
});

describe('readProductTitle: properties', () => {
  it('never throws, and gives folded words without spaces', () => {
    const piece = fc.constantFrom(
      ' ',
      '-',
      '/',
      '"',
      "'",
      '12',
      '4.5',
      'oz',
      'x',
      'KX',
      'v.',
      'pack of ',
      ',',
      'é',
      '®',
    );
    const title = fc.oneof(
      fc.array(piece).map((pieces) => pieces.join('')),
      fc.string({ unit: 'grapheme' }),
    );
    fc.assert(
      fc.property(title, (text) => {
        for (const word of readProductTitle(text).words) expect(word).toMatch(/^[a-z0-9.]+$/);
      }),
    );
  });

  it('does not depend on case or on space around', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'abkx019 -/.') }), (text) => {
        expect(readProductTitle(` ${text.toUpperCase()} `)).toEqual(readProductTitle(text));
      }),
    );
  });

  it('reads a long run of anything in time that grows with its length', () => {
    for (const run of ['1', 'a', 'a1', '1,', '-', 'v.', '9 x ', 'a/']) {
      expect(readProductTitle(run.repeat(20_000))).toBeDefined();
    }
  });
});

describe('singular', () => {
  it.each([
    ['cameras', 'camera'],
    ['batteries', 'battery'],
    ['boxes', 'box'],
    ['dishes', 'dish'],
    ['glass', 'glass'],
    ['bus', 'bus'],
    ['ps3s', 'ps3s'],
    ['gas', 'gas'],
  ])('of %s is %s', (word, expected) => {
    expect(singular(word)).toBe(expected);
  });
});
