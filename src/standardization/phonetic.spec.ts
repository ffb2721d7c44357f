import { sounds } from './phonetic.js';

test.each([
  ['smith', 'smyth'],
  ['katherine', 'catherine'],
  ['mueller', 'muller'],
  ['salinger', 'salenger'],
  ['thompson', 'tompson'],
])('%s sounds like %s', (a, b) => {
  expect(sounds(a).some((sound) => sounds(b).includes(sound))).toBe(true);
});

test('what has no letters has no sound', () => {
  expect(sounds('')).toEqual([]);
  expect(sounds('123')).toEqual([]);
});
