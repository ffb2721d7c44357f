import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { installed, root, run } from './run.mjs';

const notes = join(root, '.setup');

/** What is built: where it goes, what it is made from, and how. Each is built again when that has changed, and only then. */
const products = [
  {
    name: 'the service',
    output: 'dist',
    files: ['package-lock.json', 'tsconfig.json', 'tsconfig.build.json'],
    directories: ['src', 'migrations', 'demo', 'bench'],
    sources: /\.ts$/,
    steps: (unfinished) => [
      [installed('typescript/bin/tsc'), ['-p', join(root, 'tsconfig.build.json'), '--outDir', unfinished]],
    ],
  },
  {
    name: "the types of the console's client",
    output: 'web/src/api/generated',
    files: ['package-lock.json', 'scripts/generate-client.mjs'],
    directories: ['src'],
    sources: /\.ts$/,
    steps: (unfinished) => [[join(root, 'scripts/generate-client.mjs'), [unfinished]]],
  },
  {
    name: 'the console',
    output: 'web/dist',
    files: ['package-lock.json', 'web/index.html', 'web/vite.config.ts'],
    directories: ['web/src'],
    sources: /(?<!\.spec)\.(tsx?|css)$/,
    steps: (unfinished) => [
      [installed('vite/bin/vite.js'), ['build', join(root, 'web'), '--outDir', unfinished, '--logLevel', 'warn']],
    ],
  },
];

export function needsBuild() {
  return products.some((product) => !isBuilt(product));
}

/** Builds what has changed. Killed at any moment, what was there before is there still, or the next build makes it anew. */
export async function build(say, alsoHeldBy) {
  for (const product of products) {
    if (isBuilt(product)) continue;
    say(`Building ${product.name}.`);
    await make(product, alsoHeldBy);
  }
}

async function make(product, alsoHeldBy) {
  const unfinished = join(notes, product.output);
  const output = join(root, product.output);
  const from = fingerprint(product);
  rmSync(unfinished, { recursive: true, force: true });
  mkdirSync(unfinished, { recursive: true });
  for (const [script, parameters] of product.steps(unfinished))
    if ((await run(script, parameters, alsoHeldBy)) !== 0) throw new Error(`Building ${product.name} failed.`);
  writeFileSync(join(unfinished, '.built-from'), from);
  rmSync(output, { recursive: true, force: true });
  renameSync(unfinished, output);
}

function isBuilt(product) {
  const stamp = join(root, product.output, '.built-from');
  return existsSync(stamp) && readFileSync(stamp, 'utf8') === fingerprint(product);
}

/** Changes when anything that the product is made from does. */
function fingerprint({ files, directories, sources }) {
  const hash = createHash('sha256');
  for (const file of files) hash.update(readFileSync(join(root, file)));
  for (const directory of directories) {
    if (!existsSync(join(root, directory))) continue;
    const found = readdirSync(join(root, directory), { recursive: true }).filter((file) => sources.test(file));
    for (const file of found.sort())
      hash.update(`${directory}/${file}\n`).update(readFileSync(join(root, directory, file)));
  }
  return hash.digest('hex');
}
