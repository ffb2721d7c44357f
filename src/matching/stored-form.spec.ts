import * as fc from 'fast-check';
import { restoreForm, storeForm } from './stored-form.js';

const features = ['name', 'town', 'age', 'codes'];

const form = fc.record(
  {
    name: fc.string(),
    town: fc.string(),
    age: fc.double({ noNaN: true, noDefaultInfinity: true }).map((age) => (Object.is(age, -0) ? 0 : age)),
    codes: fc.array(fc.string()),
  },
  { requiredKeys: [] },
);

describe('A stored form', () => {
  it('is read back as it was, through JSON', () => {
    fc.assert(
      fc.property(form, (given) => {
        const stored = JSON.parse(JSON.stringify(storeForm(features, given))) as ReturnType<typeof storeForm>;
        expect(restoreForm(features, stored)).toEqual(given);
      }),
      { endOnFailure: true },
    );
  });

  it('holds what is there, and no names', () => {
    expect(storeForm(features, { age: 3, name: 'ada' })).toEqual([0, 'ada', 2, 3]);
  });

  it('is read back when the list has become longer', () => {
    expect(restoreForm([...features, 'size'], storeForm(features, { codes: ['x'] }))).toEqual({ codes: ['x'] });
  });
});
