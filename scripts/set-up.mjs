import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { withLock } from './lock.mjs';

export const root = resolve(import.meta.dirname, '..');

const notes = join(root, '.setup');
const installing = join(notes, 'installing');
const stamp = join(root, 'dist', '.built-from');

/** Installs what the lock names and builds, where that is not done yet. Killed at any moment, the next run repairs it. */
export async function setUp() {
  if (!needsInstall() && !needsBuild()) return;
  mkdirSync(notes, { recursive: true });
  const onWait = () => say('Another process sets this up; waiting for it.');
  await withLock(join(notes, 'lock'), onWait, async (alsoHeldBy) => {
    if (needsInstall()) await install(alsoHeldBy);
    if (needsBuild()) await build(alsoHeldBy);
  });
}

/** Runs a program of Node's to its end, and gives its exit code. It is told to end when this process is. */
export async function run(script, parameters, onStart = () => {}) {
  const child = spawn(process.execPath, [script, ...parameters], {
    cwd: root,
    stdio: ['inherit', process.stderr, 'inherit'],
  });
  onStart(child.pid);
  const end = (signal) => child.kill(signal);
  process.on('SIGTERM', end).on('SIGINT', end);
  const code = await new Promise((done, fail) => {
    child.on('error', fail).on('exit', (status, signal) => done(signal === null ? status : 1));
  });
  process.off('SIGTERM', end).off('SIGINT', end);
  return code;
}

/** The path of a file of an installed package. */
export const installed = (path) => join(root, 'node_modules', path);

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

function needsBuild() {
  return !existsSync(stamp) || readFileSync(stamp, 'utf8') !== fingerprint();
}

async function build(alsoHeldBy) {
  say('Building.');
  const unfinished = join(notes, 'dist');
  const from = fingerprint();
  rmSync(unfinished, { recursive: true, force: true });
  const parameters = ['-p', join(root, 'tsconfig.build.json'), '--outDir', unfinished];
  if ((await run(installed('typescript/bin/tsc'), parameters, alsoHeldBy)) !== 0) throw new Error('The build failed.');
  writeFileSync(join(unfinished, '.built-from'), from);
  rmSync(join(root, 'dist'), { recursive: true, force: true });
  renameSync(unfinished, join(root, 'dist'));
}

/** Changes when anything that the build depends on does. */
function fingerprint() {
  const hash = createHash('sha256');
  for (const file of ['package-lock.json', 'tsconfig.json', 'tsconfig.build.json'])
    hash.update(readFileSync(join(root, file)));
  for (const directory of ['src', 'migrations', 'demo', 'bench']) {
    if (!existsSync(join(root, directory))) continue;
    const files = readdirSync(join(root, directory), { recursive: true }).filter((file) => file.endsWith('.ts'));
    for (const file of files.sort())
      hash.update(`${directory}/${file}\n`).update(readFileSync(join(root, directory, file)));
  }
  return hash.digest('hex');
}

function say(text) {
  process.stderr.write(`${text}\n`);
}
