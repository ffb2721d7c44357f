import { pinnedValue } from './pinned-value.js';

it.each([
  [{ name: 'givenName', kind: 'text', many: false }, ' Ada ', 'Ada'],
  [{ name: 'email', kind: 'email', many: true }, 'a@x.org', 'a@x.org'],
  [{ name: 'email', kind: 'email', many: true }, 'a@x.org\n\nb@x.org\n', ['a@x.org', 'b@x.org']],
  [{ name: 'price', kind: 'price', many: false }, '12.50', 12.5],
  [{ name: 'price', kind: 'price', many: false }, 'twelve', 'twelve'],
  [{ name: 'identifiers', kind: 'identifiers', many: false }, 'passport: P1\nurn: a:b', { passport: 'P1', urn: 'a:b' }],
])('of %j, the text %j is %j', (attribute, text, value) => expect(pinnedValue(attribute, text)).toEqual(value));
