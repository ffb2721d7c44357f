import { setTimeout as sleep } from 'node:timers/promises';
import type { Client } from 'pg';
import { postgresErrorCode } from './postgres-error-code.js';
import { EmbeddedPostgresCluster } from './embedded-postgres-cluster.js';
import { connectToServer, stopServer } from './embedded-postgres-server.js';

export interface EmbeddedPostgresOptions {
  /** The data directory: its cluster is made when there is none. */
  readonly dataDirectory: string;
  /** Whether no other process may use the same data directory at the same time. */
  readonly exclusive: boolean;
  /** False: a crash of the machine may lose the data. */
  readonly durable?: boolean;
}

// Advisory locks are the database's own, so any number that nothing else locks will do.
const lock = 6_177_245_001;
// Milliseconds: for another process to leave, and for a server to recover from a crash.
const patience = 10_000;
const recovery = 300_000;

/**
 * A PostgreSQL server of our own on a free port of 127.0.0.1. It outlives a process that is killed, and the next start
 * adopts it. Each process that uses it holds an advisory lock, which ends with the process: by it a start knows whether
 * the data directory is taken, and a stop whether it is the last.
 */
export class EmbeddedPostgres {
  private stopping = false;

  private constructor(
    private readonly options: EmbeddedPostgresOptions,
    private readonly cluster: EmbeddedPostgresCluster,
    private holder: Client,
    readonly url: string,
  ) {
    this.watch();
  }

  /** Starts the server of a data directory, or adopts the one that runs. */
  static async start(options: EmbeddedPostgresOptions): Promise<EmbeddedPostgres> {
    const cluster = await EmbeddedPostgresCluster.open(options.dataDirectory, options.durable ?? true);
    const { client, url } = await hold(cluster, options);
    return new EmbeddedPostgres(options, cluster, client, url);
  }

  /** Leaves the server, and stops it when no other process uses it. */
  async stop(): Promise<void> {
    if (this.stopping) return;
    this.stopping = true;
    // The lock is held until the server has gone, so that nobody adopts it on its way down.
    const last = await tryLock(this.holder, true).catch(() => false);
    // A server that stops ends the connection by itself.
    await (last ? stopServer(this.cluster) : this.holder.end());
  }

  /** Starts the server again, on the same port, if it dies while this process uses it. */
  private watch(): void {
    this.holder.once('end', () => void this.revive());
  }

  /** Tries for as long as it takes: what a server that was killed has left may keep a new one out for a while. */
  private async revive(): Promise<void> {
    while (!this.stopping) {
      try {
        const { client } = await hold(this.cluster, this.options, Number(new URL(this.url).port));
        this.holder = client;
        this.watch();
        return;
      } catch {
        await sleep(1_000);
      }
    }
  }
}

async function hold(
  cluster: EmbeddedPostgresCluster,
  { exclusive, dataDirectory }: EmbeddedPostgresOptions,
  preferredPort?: number,
): Promise<{ client: Client; url: string }> {
  const begun = Date.now();
  for (;;) {
    let problem: unknown;
    try {
      const server = await connectToServer(cluster, preferredPort);
      if (await tryLock(server.client, exclusive)) return server;
      problem = new Error(
        `The data directory ${dataDirectory} is in use by another Aurum process (${await holders(server.client)}). ` +
          'Give this one another AURUM_DATA_DIR, or both the same DATABASE_URL.',
      );
      await server.client.end();
    } catch (error) {
      // The server may be on its way up or down, at the hand of another process.
      problem ??= error;
    }
    const limit = isPassing(problem) ? recovery : patience;
    if (Date.now() > begun + limit) throw problem instanceof Error ? problem : new Error(String(problem));
    await sleep(200);
  }
}

/** Whether a server recovers, or one that was killed has left a process that still ends what it was at. */
function isPassing(problem: unknown): boolean {
  return postgresErrorCode(problem) === '57P03' || String(problem).includes('pre-existing shared memory block');
}

async function tryLock(client: Client, exclusive: boolean): Promise<boolean> {
  const attempt = exclusive ? 'pg_try_advisory_lock' : 'pg_try_advisory_lock_shared';
  const { rows } = await client.query<{ taken: boolean }>(`select ${attempt}($1) as taken`, [lock]);
  return rows[0]?.taken === true;
}

async function holders(client: Client): Promise<string> {
  const { rows } = await client.query<{ names: string | null }>(
    `select string_agg(application_name, ', ') as names from pg_stat_activity
     where application_name like 'aurum process %' and pid <> pg_backend_pid()`,
  );
  return (rows[0]?.names ?? 'unknown').replaceAll('aurum ', '');
}
