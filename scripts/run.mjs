import { spawn } from 'node:child_process';
import { join, resolve } from 'node:path';

export const root = resolve(import.meta.dirname, '..');

/** The path of a file of an installed package. */
export const installed = (path) => join(root, 'node_modules', path);

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
