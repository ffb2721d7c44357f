import * as fc from 'fast-check';
import { numberArray } from './number-array.js';

test('numberArray writes numbers as they are read back', () => {
  const number = fc.oneof(fc.maxSafeInteger(), fc.double({ noNaN: true, noDefaultInfinity: true }));
  fc.assert(
    fc.property(fc.array(number), (numbers) => {
      const text = numberArray(numbers);
      expect(text).toBe(`{${numbers.join(',')}}`);
    }),
  );
});
