import jsonata from 'jsonata';
import { compileBoundedExpression, evaluateBounded } from './bounded-expression.js';

describe('compileBoundedExpression', () => {
  const record = {
    kind: 'account',
    name: 'Doe, Ann ',
    mobile: '+1',
    phone: null,
    country: 'Spain',
    amount: 3,
    lines: [{ text: 'one' }, { text: 'two' }],
  };

  it.each([
    "kind = 'account' ? 'organization' : 'person'",
    "kind = 'other' ? name",
    '[mobile, phone]',
    '[lines.text, mobile]',
    "country in ['Germany', 'Spain'] ? name & ' ' & mobile : mobile",
    "$trim($substringAfter(name, ','))",
    "$substringBefore(name, ',')",
    "$join(lines.text, ', ')",
    '$uppercase(name) & $string(amount)',
    'amount * 2 + 1 > 5 and $exists(missing)',
    'missing ?? kind',
    '-amount',
    '$not(phone)',
  ])('evaluates %s as JSONata does', async (expression) => {
    const compiled = compileBoundedExpression(expression);
    if (!compiled) throw new Error('It was not compiled.');
    const value = JSON.stringify(await jsonata(expression).evaluate(record)) as string | undefined;
    expect(await evaluateBounded(compiled, record)).toEqual(value === undefined ? {} : { value });
  });

  it('says why an evaluation fails', async () => {
    const compiled = compileBoundedExpression('$trim(amount)');
    if (!compiled) throw new Error('It was not compiled.');
    expect(await evaluateBounded(compiled, record)).toEqual({
      error: expect.stringMatching(/^fails: .*trim/) as string,
    });
  });

  it.each([
    ['a range', '[1..10000000]'],
    ['a range in a list', "$join([1..1000].$string(), '')"],
    ['a block with variables', '($x := name; $x & $x)'],
    ['a function of its own', '$map(lines, function($line) { $line.text })'],
    ['a function of no text', '$pad(name, 1000000000)'],
    ['a regular expression', '$contains(name, /(a+)+$/)'],
    ['a filter', "lines[text = 'one']"],
    ['every descendant', '**'],
    ['a wildcard', 'lines.*'],
    ['an object', "{ 'name': name }"],
    ['an order', 'lines^(text)'],
    ['a step that is no name', 'lines.(text & text)'],
    ['a transformation', '$ ~> |lines|{}|'],
    ['a name of every object', 'kind.constructor'],
    ['what is no expression', 'name &'],
    ['very many parts', Array.from({ length: 60 }, () => 'name').join(' & ')],
    ['very deep parts', `${'-'.repeat(5_000)}1`],
  ])('leaves %s to the sandbox', (_, expression) => {
    expect(compileBoundedExpression(expression)).toBeUndefined();
  });
});
