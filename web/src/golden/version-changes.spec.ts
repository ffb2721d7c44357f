import fc from 'fast-check';
import { versionChanges } from './version-changes.js';

const order = ['name', 'email', 'birthDate'];
const crm = { source: 'crm', sourceId: '1' };
const shop = { source: 'shop', sourceId: '2' };

describe('versionChanges', () => {
  it('tells of a first version all that it holds', () => {
    expect(versionChanges(undefined, { attributes: { name: 'Ada' }, records: [crm] }, order)).toEqual({
      attributes: [{ attribute: 'name', removed: [], added: ['Ada'] }],
      joined: ['crm/1'],
      left: [],
    });
  });

  it('tells values that came and went, in the order of the attributes', () => {
    const before = { attributes: { name: 'Ada', email: ['a@x.org', 'b@x.org'] }, records: [crm] };
    const after = { attributes: { birthDate: '1815', email: ['b@x.org', 'c@x.org'], name: 'Ada L.' }, records: [shop] };
    expect(versionChanges(before, after, order)).toEqual({
      attributes: [
        { attribute: 'name', removed: ['Ada'], added: ['Ada L.'] },
        { attribute: 'email', removed: ['a@x.org'], added: ['c@x.org'] },
        { attribute: 'birthDate', removed: [], added: ['1815'] },
      ],
      joined: ['shop/2'],
      left: ['crm/1'],
    });
  });

  it('tells nothing of a version against itself, and the opposite in the opposite direction', () => {
    const version = fc.record({
      attributes: fc.dictionary(fc.constantFrom(...order), fc.array(fc.string(), { maxLength: 3 })),
      records: fc.uniqueArray(fc.constantFrom(crm, shop)),
    });
    fc.assert(
      fc.property(version, version, (before, after) => {
        expect(versionChanges(after, after, order)).toEqual({ attributes: [], joined: [], left: [] });
        const [there, back] = [versionChanges(before, after, order), versionChanges(after, before, order)];
        expect(back.joined).toEqual(there.left);
        expect(back.attributes.map(({ added }) => added)).toEqual(there.attributes.map(({ removed }) => removed));
      }),
    );
  });
});
