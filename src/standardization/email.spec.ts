import fc from 'fast-check';
import { foldEmail, isPublicMailHost, readEmail } from './email.js';

describe('readEmail', () => {
  it.each([
    ['Ann.Lee@Example.ORG', 'Ann.Lee@example.org'],
    [' ann@example.org ', 'ann@example.org'],
    ['Maria Sentosa<msentosa@fmail.com>', 'msentosa@fmail.com'],
    ['"Jones, Jay" <jay@jones.co.uk>', 'jay@jones.co.uk'],
    ['mailto:ann@example.org', 'ann@example.org'],
    ['jörg@müller.de', 'jörg@müller.de'],
    ["o'brien+news@mail.example.org", "o'brien+news@mail.example.org"],
  ])('reads %s as %s', (text, expected) => {
    expect(readEmail(text)).toBe(expected);
  });

  it.each([
    '',
    'ann',
    'ann@',
    '@example.org',
    'ann@example',
    'ann@@example.org',
    'a@x.org, b@x.org',
    'ann@.org',
    'n/a',
  ])('does not read %j', (text) => {
    expect(readEmail(text)).toBeUndefined();
  });

  it('reads what it has read as the same', () => {
    fc.assert(
      fc.property(fc.emailAddress(), (address) => {
        const read = readEmail(address);
        if (read !== undefined) expect(readEmail(read)).toBe(read);
      }),
    );
  });
});

test.each([
  ['Ann.Lee+shop@GMail.com', { local: 'annlee', domain: 'gmail.com' }],
  ['annlee@googlemail.com', { local: 'annlee', domain: 'gmail.com' }],
  ['Ann.Lee@example.org', { local: 'ann.lee', domain: 'example.org' }],
  ['+odd@example.org', { local: '+odd', domain: 'example.org' }],
  ['no address', { local: 'no address', domain: '' }],
])('foldEmail of %s', (text, expected) => {
  expect(foldEmail(text)).toEqual(expected);
});

test('public mail hosts are known in every country', () => {
  expect(['gmail.com', 'yahoo.co.uk', 'gmx.net'].every(isPublicMailHost)).toBe(true);
  expect(isPublicMailHost('acme.com')).toBe(false);
});
