import fc from 'fast-check';
import { foldModelCode, isModelCode, modelCodeRoot, modelCodeStem } from './model-code.js';

describe('isModelCode', () => {
  it.each(['kxtga101s', 'dscw300', 'rs140', '910000153', '9763a001', 'wd60735'])('takes %s', (word) => {
    expect(isModelCode(word)).toBe(true);
  });

  it.each(['1080p', 'mp3', 'usb2', 'h264', '4th', '2000', 'camera', 'ps3', '1920x1080', 'ddr3', '5in1', '1990s', ''])(
    'takes not %s',
    (word) => {
      expect(isModelCode(word)).toBe(false);
    },
  );
});

describe('foldModelCode', () => {
  it('is the same however a code is punctuated, spaced and cased', () => {
    const piece = fc.stringMatching(/^[A-Za-z0-9]{1,5}$/);
    const separator = fc.constantFrom('', '-', ' ', '/', '.', ' - ');
    fc.assert(
      fc.property(fc.array(piece, { minLength: 1, maxLength: 4 }), separator, separator, (pieces, one, other) => {
        expect(foldModelCode(pieces.join(one))).toBe(foldModelCode(pieces.join(other).toUpperCase()));
      }),
    );
  });
});

describe('modelCodeStem', () => {
  it.each([
    ['du1100ss', 'du1100'],
    ['du1100xtps', 'du1100'],
    ['mb769ga', 'mb769'],
    ['th46pz85u', 'th46pz85'],
    ['rs140', 'rs140'],
    ['910000153', undefined],
    ['ab1c', undefined],
    ['camera', undefined],
  ])('of %s is %s', (code, stem) => {
    expect(modelCodeStem(code)).toBe(stem);
  });
});

describe('modelCodeRoot', () => {
  it.each([
    ['mf110b1', 'mf110'],
    ['kxtga101s', 'kxtga101'],
    ['ln46a950', undefined],
    ['9763a001', undefined],
  ])('of %s is %s', (code, root) => {
    expect(modelCodeRoot(code)).toBe(root);
  });

  it('begins the code, as the stem does', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[a-z0-9]{1,20}$/), (code) => {
        expect(code.startsWith(modelCodeRoot(code) ?? '')).toBe(true);
        expect(code.startsWith(modelCodeStem(code) ?? '')).toBe(true);
      }),
    );
  });
});
