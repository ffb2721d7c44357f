import { prepareFrequencies, unitsPerBit } from './frequency.js';

describe('prepareFrequencies', () => {
  const values = JSON.parse('{"smith":0.25,"__proto__":0.5,"7":0.125,"all":1}') as Record<string, number>;
  const { of, informationOf } = prepareFrequencies({ unlisted: 1 / 1024, values });

  it.each([
    ['smith', 0.25],
    ['__proto__', 0.5],
    [7, 0.125],
    ['7', 0.125],
    ['jones', 1 / 1024],
    ['constructor', 1 / 1024],
  ])('%s has the frequency %d', (value, frequency) => {
    expect(of(value)).toBe(frequency);
  });

  it.each([
    ['smith', 2],
    ['all', 0],
    ['jones', 10],
  ])('%s tells %d bits', (value, bits) => {
    expect(informationOf(value)).toBeCloseTo(bits * unitsPerBit, 12);
  });

  it('counts information in whole units', () => {
    expect(Number.isInteger(prepareFrequencies({ unlisted: 1 / 3, values: {} }).informationOf('x'))).toBe(true);
  });
});
