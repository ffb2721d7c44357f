import { readOptions } from './options.js';

it('needs no options', () => {
  expect(readOptions([])).toEqual({ exit: false, customers: 5_000, products: 2_000, seed: 1 });
});

it('reads them', () => {
  const argv = ['--exit', '--port', '4000', '--data', 'a.csv', '--mapping', 'b.json'];
  expect(readOptions(argv)).toMatchObject({ exit: true, port: '4000', own: { data: 'a.csv', mapping: 'b.json' } });
  expect(readOptions(['--help'])).toBe('help');
});

it.each([
  [['--port', 'x'], /--port must be a whole number/],
  [['--data', 'a.csv'], /go together/],
  [['--mapping', 'b.json'], /go together/],
  [['--exti'], /--exti/],
  [['stray'], /stray/],
])('says what is wrong with %j', (argv, message) => {
  expect(() => readOptions(argv)).toThrow(message);
});
