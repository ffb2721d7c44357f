import { readTimestamp } from './timestamp.js';

describe('readTimestamp', () => {
  it.each([
    ['2024-02-29T10:00:00Z', '2024-02-29T10:00:00.000Z'],
    ['2024-02-29t10:00:00.5z', '2024-02-29T10:00:00.500Z'],
    ['2024-02-29 10:00:00.123456789+01:30', '2024-02-29T08:30:00.123Z'],
    ['2016-12-31T23:59:60Z', '2016-12-31T23:59:59.999Z'],
    ['0001-01-01T00:00:00Z', '0001-01-01T00:00:00.000Z'],
  ])('reads %s', (text, instant) => expect(readTimestamp(text)?.toISOString()).toBe(instant));

  it.each([
    ['a day that does not exist', '2024-02-31T00:00:00Z'],
    ['a month that does not exist', '2024-13-01T00:00:00Z'],
    ['an hour past the day', '2024-02-20T24:00:00Z'],
    ['no zone', '2024-02-20T10:00:00'],
    ['a date alone', '2024-02-20'],
    ['text around it', ' 2024-02-29T10:00:00Z'],
    ['nothing', ''],
  ])('does not read %s', (_, text) => expect(readTimestamp(text)).toBeUndefined());
});
