import { chmod, mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { EmbeddedPostgres } from '../../src/platform/database/embedded-postgres.js';
import { makeTemplate } from './databases.js';
import { shared } from './shared-server.js';

/** Starts the one PostgreSQL of the run, and makes the template that every suite clones. */
export default async function globalSetUp(): Promise<void> {
  const dataDirectory = await mkdtemp(join(tmpdir(), 'aurum-test-'));
  await chmod(dataDirectory, 0o755);
  const postgres = await EmbeddedPostgres.start({ dataDirectory, exclusive: true, durable: false });
  shared.postgres = postgres;
  shared.dataDirectory = dataDirectory;
  process.env.TEST_DATABASE_URL = postgres.url;
  await makeTemplate(postgres.url);
}
