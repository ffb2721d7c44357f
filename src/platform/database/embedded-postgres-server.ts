import { readFile, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join } from 'node:path';
import type { Client } from 'pg';
import { superuser, type EmbeddedPostgresCluster } from './embedded-postgres-cluster.js';
import { GuardedClient } from './guarded-client.js';
import { postgresErrorCode } from './postgres-error-code.js';

const database = 'aurum';

/** Connects to the cluster's server, starting it when it does not run: `database` is made when it is not there. */
export async function connectToServer(
  cluster: EmbeddedPostgresCluster,
  preferredPort?: number,
): Promise<{ client: Client; url: string }> {
  const port = (await runningPort(cluster)) ?? (await startServer(cluster, preferredPort));
  const url = (name: string): string => `postgresql://${superuser}:${cluster.password}@127.0.0.1:${port}/${name}`;
  try {
    return { client: await connect(url(database)), url: url(database) };
  } catch (error) {
    if (postgresErrorCode(error) !== '3D000') throw error;
  }
  const client = await connect(url('postgres'));
  await client.query(`create database ${database}`).catch((error: unknown) => {
    // Another process may have made it at the same time.
    if (!['42P04', '23505'].includes(postgresErrorCode(error) ?? '')) throw error;
  });
  await client.end();
  return { client: await connect(url(database)), url: url(database) };
}

export async function stopServer(cluster: EmbeddedPostgresCluster): Promise<void> {
  await cluster.programs.run('pg_ctl', ['stop', '-D', cluster.directory, '-m', 'fast', '-w', '-t', '60']);
}

async function connect(connectionString: string): Promise<Client> {
  const client = new GuardedClient({
    connectionString,
    connectionTimeoutMillis: 5_000,
    application_name: `aurum process ${process.pid}`,
    keepAlive: true,
  });
  await client.connect();
  return client;
}

/** The port of the server if it runs: also one that outlived the process that had started it. */
async function runningPort(cluster: EmbeddedPostgresCluster): Promise<number | undefined> {
  const file = join(cluster.directory, 'postmaster.pid');
  const lines = (await readFile(file, 'utf8').catch(() => '')).split('\n');
  const [processId, port] = [Number(lines[0]), Number(lines[3])];
  if (!processId) return undefined;
  if (await isServer(processId)) return port || undefined;
  // The id may have gone to another process, or to a zombie, and PostgreSQL would take either for its server.
  await rm(file, { force: true });
  return undefined;
}

async function isServer(processId: number): Promise<boolean> {
  try {
    process.kill(processId, 0);
  } catch (error) {
    // EPERM: it runs, as another user.
    if ((error as NodeJS.ErrnoException).code !== 'EPERM') return false;
  }
  if (process.platform !== 'linux') return true;
  // Of a zombie the command line is empty.
  return (await readFile(`/proc/${processId}/cmdline`, 'utf8').catch(() => '')).includes('postgres');
}

async function startServer(cluster: EmbeddedPostgresCluster, preferredPort?: number): Promise<number> {
  // The port that it had, where that can be: processes that use it may still run, and look for it there.
  const port = preferredPort ?? (await freePort(await cluster.configuredPort()));
  await cluster.configure(port);
  const start = ['start', '-D', cluster.directory, '-l', cluster.log, '-w', '-t', '300', '-s'];
  try {
    await cluster.programs.run('pg_ctl', start);
  } catch (error) {
    const log = await readFile(cluster.log, 'utf8').catch(() => '');
    throw new Error(`${String(error)}\n${log.split('\n').slice(-8).join('\n')}`, { cause: error });
  }
  return port;
}

/** The given port of 127.0.0.1 if nothing listens on it, or another. */
async function freePort(wanted = 0): Promise<number> {
  const server = createServer();
  try {
    await new Promise<void>((resolve, reject) => server.once('error', reject).listen(wanted, '127.0.0.1', resolve));
  } catch (error) {
    if (wanted === 0) throw error;
    return freePort();
  }
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  if (address === null || typeof address === 'string') throw new Error('There is no free port on 127.0.0.1.');
  return address.port;
}
