import { execFileSync } from 'node:child_process';
import { linkSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';

/**
 * Runs `work` while no other process holds the lock `file`. A lock is held as long as one of the processes that it names
 * lives, so that a kill leaves nothing to clean up.
 *
 * @param {string} file
 * @param {() => void} onWait called once when another process holds the lock
 * @param {(alsoHeldBy: (processId: number) => void) => Promise<void>} work
 */
export async function withLock(file, onWait, work) {
  let told = false;
  while (!take(file)) {
    if (!told) onWait();
    told = true;
    await sleep(200);
  }
  try {
    await work((processId) => writeFileSync(file, [process.pid, processId].map(nameOf).join('\n')));
  } finally {
    rmSync(file, { force: true });
  }
}

function take(file) {
  const mine = `${file}.${process.pid}`;
  writeFileSync(mine, nameOf(process.pid));
  try {
    // The lock appears with its content in it, or not at all.
    linkSync(mine, file);
    return true;
  } catch (error) {
    if (error.code !== 'EEXIST') throw error;
  } finally {
    rmSync(mine, { force: true });
  }
  removeIfDead(file);
  return false;
}

function removeIfDead(file) {
  const held = read(file);
  if (held === undefined || held.split('\n').some(lives)) return;
  const dead = `${file}.dead.${process.pid}`;
  try {
    // Of several that see a dead lock, one moves it away.
    renameSync(file, dead);
    if (read(dead) !== held) linkSync(dead, file);
  } catch (error) {
    if (error.code !== 'ENOENT' && error.code !== 'EEXIST') throw error;
  }
  rmSync(dead, { force: true });
}

function read(file) {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return undefined;
  }
}

/** A process by its id and the time of its start, as ids are used again. */
function nameOf(processId) {
  return `${processId} ${startOf(processId)}`;
}

function lives(name) {
  const [processId] = name.split(' ');
  const start = startOf(Number(processId));
  return start !== '' && name === `${processId} ${start}`;
}

function startOf(processId) {
  try {
    if (process.platform !== 'linux') {
      return execFileSync('ps', ['-o', 'lstart=', '-p', String(processId)], { encoding: 'utf8' }).trim();
    }
    // The name of the program, in brackets, may hold anything; the state is the first field after it, the start the 20th.
    const fields = readFileSync(`/proc/${processId}/stat`, 'utf8').split(') ').at(-1).split(' ');
    return fields[0] === 'Z' ? '' : fields[19];
  } catch {
    return '';
  }
}
