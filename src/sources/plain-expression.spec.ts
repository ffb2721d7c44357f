import * as fc from 'fast-check';
import jsonata from 'jsonata';
import { compilePlainExpression } from './plain-expression.js';

describe('compilePlainExpression', () => {
  const data = {
    first: 'Ann',
    'first name': 'Bo',
    number: 12,
    nothing: null,
    flag: true,
    price: 0.1 + 0.2,
    list: ['a', 'b'],
    address: { street: 'Main', lines: [{ text: 'one' }, { text: 'two' }, { other: 1 }], single: [{ text: 'x' }] },
    nested: [[{ deep: 1 }], { deep: [2, 3] }],
    empty: [],
    one: [['x']],
  };
  const expressions = [
    'first',
    ' first ',
    '`first name`',
    'address.street',
    'address . street',
    'address.`street`',
    'address.missing',
    'missing.street',
    'first.length',
    'nothing',
    'nothing.x',
    'list',
    'empty',
    'one',
    'address.lines.text',
    'address.single.text',
    'nested.deep',
    "'person'",
    '"person"',
    "''",
    "first & ' ' & number",
    'first & missing & nothing & flag & list & price',
    "address.street & ', ' & address.lines.text",
    'first&first',
  ];

  it.each(expressions)('reads %s as JSONata does', async (expression) => {
    const read = compilePlainExpression(expression);
    expect(read).toBeDefined();
    expect(read?.(data)).toEqual(plain(await jsonata(expression).evaluate(data)));
  });

  it.each([
    'a.',
    '.a',
    'a &',
    '& a',
    'a b',
    'a.b()',
    'a[0]',
    '$a',
    'true',
    'null',
    "'a'.b",
    'a - b',
    '',
    '   ',
    "'it\\'s'",
    'a.*',
    '1',
  ])('leaves %p to JSONata', (expression) => expect(compilePlainExpression(expression)).toBeUndefined());

  it('never reads what an object inherits', () => {
    expect(compilePlainExpression('constructor.name')?.({})).toBeUndefined();
    expect(compilePlainExpression('`__proto__`')?.({})).toBeUndefined();
  });

  it('reads any document as JSONata does', async () => {
    const name = fc.constantFrom('a', 'b', 'c');
    const { value } = fc.letrec((tie) => ({
      value: fc.oneof({ maxDepth: 5 }, fc.constantFrom('x', 1, null, true), tie('list'), tie('object')),
      list: fc.array(tie('value'), { maxLength: 3 }),
      object: fc.dictionary(name, tie('value'), { maxKeys: 3, noNullPrototype: true }),
    }));
    const document = fc.dictionary(name, value, { noNullPrototype: true });
    const path = fc.array(name, { minLength: 1, maxLength: 4 }).map((names) => names.join('.'));
    await fc.assert(
      fc.asyncProperty(document, path, async (input, expression) => {
        expect(compilePlainExpression(expression)?.(input)).toEqual(plain(await jsonata(expression).evaluate(input)));
      }),
    );
  });
});

/** JSONata's lists carry marks of their own; JSON does not. */
function plain(value: unknown): unknown {
  return value === undefined ? undefined : JSON.parse(JSON.stringify(value));
}
