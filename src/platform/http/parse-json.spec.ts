import { parseJson } from './parse-json.js';
import { Problem } from './problem.js';

describe('parseJson', () => {
  it.each([
    ['{"a":["[[[[", {"b":"\\"}"}]}', { a: ['[[[[', { b: '"}' }] }],
    ['\uFEFF"x"', 'x'],
    [`${'['.repeat(64)}${']'.repeat(64)}`, expect.any(Array)],
    [`[${'[],'.repeat(1000)}[]]`, expect.any(Array)],
  ])('reads %j', (text, value) => expect(parseJson(text)).toEqual(value));

  it.each(['', '{', '{"a":1,}', 'Ada', '['.repeat(65), '{"a":'.repeat(100_000), '"\\'.repeat(10_000)])(
    'answers 400 to %.20s',
    (text) => {
      expect(() => parseJson(text)).toThrow(Problem);
      expect(() => parseJson(text)).toThrow(expect.objectContaining({ status: 400 }) as Error);
    },
  );
});
