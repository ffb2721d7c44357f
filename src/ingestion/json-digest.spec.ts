import * as fc from 'fast-check';
import { digestJson, UnstorableDocument } from './json-digest.js';

describe('digestJson', () => {
  it('does not depend on the order of keys', () => {
    expect(digestJson({ a: 1, b: { c: [1, 2], d: 'x' } })).toEqual(digestJson({ b: { d: 'x', c: [1, 2] }, a: 1 }));
  });

  it('tells documents apart that differ', () => {
    const documents = [
      {},
      { a: 1 },
      { a: '1' },
      { a: null },
      { a: [] },
      { a: {} },
      { a: [1, 2] },
      { a: [2, 1] },
      { 'a":1,"b': 2 },
      { a: 1, b: 2 },
    ];
    expect(new Set(documents.map((document) => digestJson(document).toString('hex'))).size).toBe(documents.length);
  });

  it('holds for every document and any order of its keys', () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.jsonValue(), (left, right) => {
        const same = JSON.stringify(sort(left)) === JSON.stringify(sort(right));
        expect(digestJson(reverse(left))).toEqual(digestJson(left));
        expect(digestJson(left).equals(digestJson(right))).toBe(same);
      }),
    );
  });

  it('is 16 bytes', () => expect(digestJson({ a: 1 })).toHaveLength(16));

  it.each([
    ['a number out of range', '{"a":{"b":[1,1e999]}}', 'a.b[1]'],
    ['deep nesting', `{"a":${'['.repeat(100_000)}${']'.repeat(100_000)}}`, `a${'[0]'.repeat(63)}`],
  ])('refuses %s, and says where', (_what, json, path) => {
    let error: unknown;
    try {
      digestJson(JSON.parse(json));
    } catch (thrown) {
      error = thrown;
    }
    expect(error).toBeInstanceOf(UnstorableDocument);
    expect(error).toMatchObject({ path });
  });

  it('reads an own __proto__ as any other key', () => {
    expect(digestJson(JSON.parse('{"__proto__":{"a":1}}'))).not.toEqual(digestJson({}));
  });
});

function sort(value: unknown): unknown {
  return rebuild(value, (keys) => keys.sort());
}

function reverse(value: unknown): unknown {
  return rebuild(value, (keys) => keys.reverse());
}

function rebuild(value: unknown, order: (keys: string[]) => string[]): unknown {
  if (Array.isArray(value)) return value.map((item) => rebuild(item, order));
  // -0 is 0 in JSON.
  if (typeof value !== 'object' || value === null) return Object.is(value, -0) ? 0 : value;
  const entries = value as Record<string, unknown>;
  return Object.fromEntries(order(Object.keys(entries)).map((key) => [key, rebuild(entries[key], order)]));
}
