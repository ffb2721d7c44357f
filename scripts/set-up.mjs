import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { build, needsBuild } from './build.mjs';
import { withLock } from './lock.mjs';
import { installed, root, run } from './run.mjs';

const notes = join(root, '.setup');
const installing = join(notes, 'installing');

/** Installs what the lock names and builds, where that is not done yet. Killed at any moment, the next run repairs it. */
export async function setUp() {
  if (!needsInstall() && !needsBuild()) return;
  mkdirSync(notes, { recursive: true });
  const onWait = () => say('Another process sets this up; waiting for it.');
  await withLock(join(notes, 'lock'), onWait, async (alsoHeldBy) => {
    if (needsInstall()) await install(alsoHeldBy);
    if (needsBuild()) await build(say, alsoHeldBy);
  });
}

function needsInstall() {
  if (existsSync(installing)) return true;
  const held = packages(installed('.package-lock.json'));
  return Object.entries(packages(join(root, 'package-lock.json'))).some(
    ([path, { version, optional }]) => path !== '' && !optional && held[path]?.version !== version,
  );
}

function packages(lock) {
  return existsSync(lock) ? JSON.parse(readFileSync(lock, 'utf8')).packages : {};
}

async function install(alsoHeldBy) {
  say('Installing packages, once; this takes half a minute or so.');
  writeFileSync(installing, '');
  const parameters = ['ci', '--include=dev', '--include=optional', '--no-audit', '--no-fund', '--loglevel=error'];
  if ((await run(npm(), parameters, alsoHeldBy)) !== 0) throw new Error('The packages could not be installed.');
  rmSync(installing);
}

/** npm's own script: the npm that runs this one, or the one that came with Node. */
function npm() {
  const besideNode = resolve(process.execPath, '../../lib/node_modules/npm/bin/npm-cli.js');
  const script = [process.env.npm_execpath, besideNode].find(
    (path) => path?.endsWith('npm-cli.js') && existsSync(path),
  );
  if (script === undefined) throw new Error('Run `npm ci` first: npm was not found.');
  return script;
}

function say(text) {
  process.stderr.write(`${text}\n`);
}
