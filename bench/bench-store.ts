import { chmod, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';
import { EmbeddedPostgres } from '../src/platform/database/embedded-postgres.js';

/** A PostgreSQL for one measurement: that of `DATABASE_URL`, where given, or an embedded one that goes with it. */
export class BenchStore {
  private databases = 0;

  private constructor(
    private readonly url: string,
    private readonly server: EmbeddedPostgres | undefined,
    private readonly directory: string,
  ) {}

  static async open(): Promise<BenchStore> {
    const directory = await temporaryDirectory();
    const given = process.env.DATABASE_URL;
    if (given) return new BenchStore(given, undefined, directory);
    const server = await EmbeddedPostgres.start({ dataDirectory: directory, exclusive: false });
    const store = new BenchStore(server.url, server, directory);
    // The server would outlive a measurement that is broken off.
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
      process.once(signal, () => void store.close().finally(() => process.exit(130)));
    }
    return store;
  }

  /**
   * Makes a database and answers with its URL.
   * @param original the URL of a database of this store that is to be copied, which nothing is connected to; else it is empty
   */
  async newDatabase(original?: string): Promise<string> {
    this.databases += 1;
    const name = `aurum_bench_${process.pid}_${this.databases}`;
    const client = await this.connect();
    await client.query(`drop database if exists ${name} with (force)`);
    const template = original === undefined ? '' : ` template ${new URL(original).pathname.slice(1)}`;
    await client.query(`create database ${name}${template}`);
    await client.end();
    const url = new URL(this.url);
    url.pathname = `/${name}`;
    return url.toString();
  }

  async connect(url = this.url): Promise<Client> {
    const client = new Client({ connectionString: url });
    // A connection that is lost makes the next statement fail, which tells more.
    client.on('error', () => undefined);
    await client.connect();
    return client;
  }

  /** The process id of the embedded server; undefined where the server is not ours. */
  async processId(): Promise<number | undefined> {
    if (!this.server) return undefined;
    const lines = await readFile(join(this.directory, 'postgres', 'cluster', 'postmaster.pid'), 'utf8');
    return Number(lines.split('\n')[0]);
  }

  async close(): Promise<void> {
    await this.server?.stop();
    await rm(this.directory, { recursive: true, force: true });
  }
}

/** A new directory that the embedded PostgreSQL can reach whoever runs it. */
export async function temporaryDirectory(): Promise<string> {
  const directory = await mkdtemp(join(tmpdir(), 'aurum-bench-'));
  await chmod(directory, 0o755);
  return directory;
}
