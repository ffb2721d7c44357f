import * as fc from 'fast-check';
import jsonata from 'jsonata';
import { compileBoundedExpression } from './bounded-expression.js';
import { compileShortcut, toJsonata, type Shortcut } from './shortcut-expression.js';

function shortcut(expression: string): Shortcut | undefined {
  const compiled = compileBoundedExpression(expression);
  return compiled && compileShortcut(compiled);
}

const expressions = [
  "kind = 'account' ? 'organization' : 'person'",
  "kind = 'account' ? name",
  "kind != 'account' ? name : missing",
  "kind in ['account', 'contact'] ? street & ' ' & number : number & street",
  'kind in name',
  '[kind, missing, name]',
  '[]',
  "$trim($substringAfter(name, ','))",
  "$substringBefore(name, ',')",
  '$substringAfter(name, kind)',
  'flag ? kind',
  'flag = true ? kind : address.street',
  "address.street & ', ' & missing",
  'missing = missing',
  'missing != kind',
  "kind = null ? 'none' : kind",
];

describe('compileShortcut', () => {
  const record = { kind: 'account', name: ' Doe,\t Ann  ', street: 'Main', number: '12', flag: false };

  it.each(expressions)('answers %s of a record of texts', (expression) => {
    expect(shortcut(expression)?.(record)).not.toBe(toJsonata);
  });

  it.each(['amount * 2', 'kind and name', '-amount', '$uppercase(kind)', '$trim()', '1'])(
    'has none for %s',
    (expression) => {
      expect(compileBoundedExpression(expression)).toBeDefined();
      expect(shortcut(expression)).toBeUndefined();
    },
  );

  it.each([
    ["kind = 'a' ? 'b'", { kind: 1 }],
    ['$trim(name)', {}],
    ['[lines]', { lines: ['a'] }],
    ['lines.text = kind', { lines: [{ text: 'a' }] }],
    ["name & ''", { name: null }],
  ])('leaves %s of %j to JSONata', (expression, other) => {
    expect(shortcut(expression)?.(other)).toBe(toJsonata);
  });

  it('answers as JSONata does', async () => {
    const text = fc.constantFrom('account', 'contact', 'Doe, Ann', ' a \n b ', ',', '', 'x');
    const value = fc.oneof(text, fc.boolean(), fc.constant(null), fc.integer(), fc.array(text, { maxLength: 2 }));
    const names = ['kind', 'name', 'street', 'number', 'flag'] as const;
    const flat = fc.dictionary(fc.constantFrom(...names), value, { noNullPrototype: true });
    const document = fc.tuple(flat, fc.option(flat)).map(([own, address]) => ({ ...own, address }));
    await fc.assert(
      fc.asyncProperty(document, fc.constantFrom(...expressions), async (input, expression) => {
        const answer = shortcut(expression)?.(input);
        if (answer === toJsonata) return;
        expect(answer).toEqual(plain(await jsonata(expression).evaluate(input)));
      }),
      { numRuns: 1_000 },
    );
  });
});

/** JSONata's lists carry marks of their own; JSON does not. */
function plain(value: unknown): unknown {
  return value === undefined ? undefined : JSON.parse(JSON.stringify(value));
}
