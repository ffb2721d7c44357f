import { genericKeys, valueKeys, type GenericDomain } from './generic-keys.js';
import { hashBlockKey } from '../matching/blocking.js';
import type { StandardForm } from '../matching/model.js';

/** People of a badge, which few share, and a birthday, which many do by chance; a shirt is no value that a key stands for. */
const club: GenericDomain = {
  collection: 'members',
  isBroad: (key) => key.startsWith('born '),
  blockKeys: ({ badge, born, shirt }) => [`badge ${String(badge)}`, `born ${String(born)}`, `shirt ${String(shirt)}`],
  withoutValues: (form, keys) => {
    const { badge, born, ...rest } = form;
    const left: StandardForm = {
      ...rest,
      ...(!keys.has(`badge ${String(badge)}`) && { badge }),
      ...(!keys.has(`born ${String(born)}`) && { born }),
    };
    return Object.keys(left).length < Object.keys(form).length ? left : form;
  },
  maximumBlockSize: { selective: 30, broad: 10 },
};

const hashed = (label: string): number => hashBlockKey(club, label);
const everything = (): boolean => true;

describe('The values of a collection that are generic', () => {
  /** Of days that so many members are born on each. */
  const generic = (born: Readonly<Record<string, number>>): string[] => {
    const sizes = new Map(Object.entries(born).map(([day, size]) => [hashed(`born ${day}`), size]));
    const keys = Object.keys(born).flatMap((day) =>
      valueKeys(club, { badge: '1', born: day }, (key) => sizes.has(key)),
    );
    const found = genericKeys(club, keys, sizes);
    return Object.keys(born).filter((day) => found.has(hashed(`born ${day}`)));
  };
  const days = (count: number, size: number): Record<string, number> =>
    Object.fromEntries(Array.from({ length: count }, (_, day) => [`day ${day}`, size]));

  it('are all whose blocks are oversized, where few share such values', () => {
    const keys = valueKeys(club, { badge: '7', born: '1', shirt: 'red' }, everything);
    expect(keys.map(({ label, broad }) => [label, broad])).toEqual([
      ['badge 7', false],
      ['born 1', true],
    ]);
    const sizes = new Map([[hashed('badge 7'), 31]]);
    expect([...genericKeys(club, keys.slice(0, 1), sizes)]).toEqual([hashed('badge 7')]);
  });

  it.each([
    ['stands out of a small collection', { ...days(98, 11), party: 41 }, ['party']],
    ['is as large as chance makes some', { ...days(98, 11), party: 40 }, []],
    ['is one of many such', days(100, 41), []],
    ['stands out of a large collection', { ...days(1_000, 30), party: 161 }, ['party']],
    ['does not stand out of it', { ...days(1_000, 30), party: 160 }, []],
    ['does not stand out of people born within two years', { ...days(700, 1_370), party: 10_240 }, []],
    ['stands out of people born within two years', { ...days(700, 1_370), party: 10_241 }, ['party']],
  ])('is a birthday that %s', (_, born, expected) => {
    expect(generic(born)).toEqual(expected);
  });
});
