import { ExpressionSandbox } from './expression-sandbox.js';

describe('ExpressionSandbox', () => {
  const sandbox = new ExpressionSandbox();
  afterAll(() => {
    sandbox.onModuleDestroy();
  });

  const evaluate = async (expressions: string[], ...records: unknown[]) =>
    sandbox.evaluate(
      expressions,
      records.map((record) => JSON.stringify(record)),
    );

  it('evaluates every expression over every record', async () => {
    expect(
      await evaluate(['$uppercase(name)', 'missing', 'list[0]'], { name: 'ann', list: [1] }, { name: 'bo' }),
    ).toEqual([
      [{ value: '"ANN"' }, {}, { value: '1' }],
      [{ value: '"BO"' }, {}, {}],
    ]);
  });

  it('names why an expression fails, and goes on', async () => {
    const [bad, good] = await evaluate(['$number(a)'], { a: 'x' }, { a: '7' });
    expect(bad?.[0]?.error).toMatch(/number/);
    expect(good).toEqual([{ value: '7' }]);
  });

  const tooLong = [{ error: 'takes longer than 250 ms', cutOff: true }];

  it.each([
    ['an endless recursion', '($f := function(){$f()}; a ? $f() : 1)'],
    ['an endless loop', '($f := function($n){$f($n + 1)}; a ? $f(0) : 1)'],
    [
      'a regular expression that backtracks',
      'a ? $match("aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaab", /^(a+)+$/) : 1',
    ],
    ['a value that fills the memory', 'a ? [1..9999999].[1..9999999] : 1'],
  ])('cuts off %s, and only that', async (_what, expression) => {
    expect(await evaluate([expression], {}, { a: true }, {})).toEqual([[{ value: '1' }], tooLong, [{ value: '1' }]]);
  });

  // Five hundred times the limit would be two minutes, and too long for this test.
  it('gives up on an expression that runs away again and again', async () => {
    const records = Array.from({ length: 500 }, () => ({}));
    expect(await evaluate(['($f := function(){$f()}; $f())'], ...records)).toEqual(records.map(() => tooLong));
  });

  it('lets the rest of the process go on meanwhile', async () => {
    let ticks = 0;
    const timer = setInterval(() => ticks++, 5);
    await evaluate(['$match("aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaab", /^(a+)+$/)'], {});
    clearInterval(timer);
    expect(ticks).toBeGreaterThan(5);
  });

  it('keeps what an expression does to prototypes away from the process', async () => {
    await evaluate(['{"__proto__": {"polluted": 1}}', '$merge([{"__proto__": {"polluted": 1}}])'], {});
    expect(({} as { polluted?: number }).polluted).toBeUndefined();
  });
});
