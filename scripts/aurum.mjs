// Sets up what is not set up yet, then does what it is told: `node scripts/aurum.mjs start | demo | test | bench:load | ...`.
// Node alone runs this, so that a fresh clone needs nothing else.
import { pathToFileURL } from 'node:url';
import { join } from 'node:path';
import { check, soak } from './check.mjs';
import { root } from './run.mjs';
import { setUp } from './set-up.mjs';

const programs = {
  start: 'dist/src/main.js',
  demo: 'dist/demo/main.js',
  'bench:quality': 'dist/bench/quality.js',
  'bench:stewardship': 'dist/bench/stewardship.js',
  'bench:load': 'dist/bench/load.js',
  'bench:kill': 'dist/bench/kill.js',
  'bench:skew': 'dist/bench/skew.js',
  'bench:matching': 'dist/bench/matching.js',
  'bench:models': 'dist/bench/models.js',
  'bench:training': 'dist/bench/training.js',
  'bench:queue': 'dist/bench/queue.js',
  'bench:console': 'dist/bench/console.js',
  'bench:stream-memory': 'dist/bench/stream-memory.js',
};

const [, , command = '', ...parameters] = process.argv;

try {
  requireNode(20, 19);
  await setUp();
  if (command === 'soak') process.exitCode = await soak(parameters);
  else if (command === 'test') process.exitCode = await check(parameters);
  else if (command !== 'build') await runHere(command);
} catch (error) {
  process.stderr.write(`${error.message}\n`);
  process.exit(1);
}

function requireNode(major, minor) {
  const [ourMajor, ourMinor] = process.versions.node.split('.').map(Number);
  if (ourMajor > major || (ourMajor === major && ourMinor >= minor)) return;
  throw new Error(`Aurum needs Node ${major}.${minor} or later; this is ${process.versions.node}.`);
}

/** Runs the program in this very process, so that signals reach it and its exit code is this one's. */
async function runHere(name) {
  const program = programs[name];
  if (program === undefined) throw new Error(`There is no '${name}'; there are ${Object.keys(programs).join(', ')}.`);
  if (process.env.npm_lifecycle_event !== undefined) endWithParent();
  process.argv = [process.argv[0], join(root, program), ...parameters];
  await import(pathToFileURL(join(root, program)).href);
}

/** Ends when npm, which started this, was killed: else a service would live on that nobody knows of. */
function endWithParent() {
  const parent = process.ppid;
  const watch = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(watch);
    process.kill(process.pid, 'SIGTERM');
  }, 500);
  watch.unref();
}
