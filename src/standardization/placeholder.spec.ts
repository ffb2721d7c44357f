import {
  isOfficeMailbox,
  isPlaceholderDate,
  isPlaceholderMailbox,
  isPlaceholderName,
  isPlaceholderNumber,
} from './placeholder.js';

test.each(['0000000000', '9999999', '1', '123456789', '0123456789', '987654321'])(
  '%s stands for no number',
  (digits) => {
    expect(isPlaceholderNumber(digits)).toBe(true);
  },
);

test.each(['3102461501', '10251111', '112233', 'A123456789', '135'])('%s is a number', (digits) => {
  expect(isPlaceholderNumber(digits)).toBe(false);
});

test('names, mailboxes and dates that stand for none', () => {
  expect([isPlaceholderName('unknown'), isPlaceholderName('nguyen')]).toEqual([true, false]);
  expect([isPlaceholderMailbox('noemail'), isPlaceholderMailbox('noemie')]).toEqual([true, false]);
  expect([isOfficeMailbox('info'), isOfficeMailbox('ingo')]).toEqual([true, false]);
  expect([isPlaceholderDate('19000101'), isPlaceholderDate('19000102')]).toEqual([true, false]);
});
