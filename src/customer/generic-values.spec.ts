import fc from 'fast-check';
import { blockKeys } from './block-keys.js';
import { withoutValues } from './generic-values.js';
import { standardize } from './standard-form.js';

const form = standardize({
  givenName: 'Ada',
  familyName: 'Lovelace',
  birthDate: '1985-05-17',
  email: ['ada@lovelace.example', 'office.desk@example.org'],
  telephone: ['+13124842231', '+442079460958'],
  taxID: '123-45-6780',
  identifiers: { passport: 'P1234567', licence: 'L7654321' },
});

const isOfValue = /^(email|phone|tax|id) |^born [^ ]+$/;

describe('Values that so many share that they tell nothing', () => {
  it.each([
    [
      'email office.desk@example.org',
      { email: 'ada@lovelace.example', mailbox: 'ada', emailHost: 'a lovelace.example' },
    ],
    ['phone 4842231', { telephone: '442079460958', telephoneEnding: '9460958' }],
    ['tax 123456780', { taxID: undefined }],
    ['id passport:P1234567', { identifiers: 'licence:L7654321' }],
    ['born 19850517', { birthDate: undefined, birthYear: undefined, birthDay: undefined, birthDayNumber: undefined }],
  ])('are taken away by the key %s, with all that is read from them', (key, left) => {
    expect(blockKeys(form)).toContain(key);
    expect(withoutValues(form, new Set([key]))).toEqual(expect.objectContaining(left));
    expect(withoutValues(form, new Set([key])).familyName).toBe(form.familyName);
  });

  it('are gone altogether when all of them are', () => {
    const keys = new Set(['email ada@lovelace.example', 'email office.desk@example.org']);
    const { email, mailbox, mailboxDigits, emailHost } = withoutValues(form, keys);
    expect([email, mailbox, mailboxDigits, emailHost]).toEqual([undefined, undefined, undefined, undefined]);
  });

  it('are not what a key of several features stands for', () => {
    const others = blockKeys(form).filter((key) => !isOfValue.test(key));
    expect(others).not.toHaveLength(0);
    expect(withoutValues(form, new Set(others))).toBe(form);
  });

  it('leave forms that have no such key any more, and that no second look changes', () => {
    fc.assert(
      fc.property(fc.subarray([...blockKeys(form)]), (keys) => {
        const taken = new Set(keys);
        const left = withoutValues(form, taken);
        const valueKeys = keys.filter((key) => isOfValue.test(key));
        expect(blockKeys(left).filter((key) => valueKeys.includes(key))).toEqual([]);
        expect(withoutValues(left, taken)).toBe(left);
      }),
    );
  });
});
