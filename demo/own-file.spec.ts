import { slug, wrapLine } from './own-file.js';

it.each([
  ['My CRM', 'my-crm'],
  ['  Größe & Söhne!', 'gro-e-sohne'],
  ['北京', 'source'],
  ['x'.repeat(80), 'x'.repeat(64)],
])('names the source %s in a path', (name, expected) => {
  expect(slug(name)).toBe(expected);
});

it.each([
  ['{"id":7,"a":"b"}', '{"sourceId":"7","data":{"a":"b"}}'],
  ['{"id":"x","a":{"id":1}}', '{"sourceId":"x","data":{"a":{"id":1}}}'],
  ['{"a":"b"}', '{"data":{"a":"b"}}'],
  ['[1]', '[1]'],
  ['{broken', '{broken'],
])('wraps the line %s', (line, expected) => {
  expect(wrapLine(line, 'id')).toBe(expected);
});
