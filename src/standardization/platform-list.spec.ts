import { withoutPlatformLists } from './platform-list.js';

describe('withoutPlatformLists', () => {
  it.each([
    ['chess 3d win 98 me 2000 xp', 'chess 3d'],
    ['win 98 me 2000 xp mac os 9 10.4 chess', 'chess'],
    ['chess window xp vista deluxe', 'chess deluxe'],
    // One version may be the product itself, and a number elsewhere is its own.
    ['window xp professional', 'window xp professional'],
    ['window 2000 server 5 client', 'window 2000 server 5 client'],
    ['chess 2000 xp', 'chess 2000 xp'],
    ['win 95 98', 'win 95 98'],
    ['', ''],
  ])('reads %p as %p', (title, kept) => {
    expect(withoutPlatformLists(title.split(' ').filter(Boolean)).join(' ')).toBe(kept);
  });
});
