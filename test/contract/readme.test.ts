import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { Configuration } from '../../src/platform/config/configuration.js';
import { settingsOf } from '../../src/platform/config/setting.js';

const root = resolve(__dirname, '../..');
const text = (file: string): string => readFileSync(resolve(root, file), 'utf8');

/** The default of a setting as the README writes it. */
function writtenDefault(value: unknown): string {
  if (typeof value === 'number') return `\`${value}\``;
  if (typeof value !== 'string') return 'none';
  return `\`${value.startsWith(process.cwd()) ? `.${value.slice(process.cwd().length)}` : value}\``;
}

it('tables every setting with its default and its meaning', () => {
  const defaults = new Configuration();
  const rows = settingsOf(Configuration).map(({ name, property, description }) => {
    const [, value] = Object.entries(defaults).find(([key]) => key === property) ?? [];
    return `| \`${name}\` | ${writtenDefault(value)} | ${description} |`;
  });
  const table = text('README.md').split('## Configuration')[1]!.split('\n## ')[0]!;
  const written = table.split('\n').map((line) => line.replace(/ +/g, ' '));
  expect(written.filter((line) => line.startsWith('| `'))).toEqual(rows);
});

it.each(['README.md', 'CONTRIBUTING.md'])('every file that %s names or links to is there', (file) => {
  const links = [...text(file).matchAll(/\]\((?!https?:|#)([^)]+)\)/g)].map(([, link]) => link!.split('#')[0]!);
  const named = [...text(file).matchAll(/`((?:src|test|demo|bench|migrations)\/[\w./-]+)`/g)].map(([, path]) => path!);
  const paths = [...links, ...named];
  expect(paths.length).toBeGreaterThan(5);
  expect(paths.filter((path) => !existsSync(resolve(root, path)))).toEqual([]);
});
