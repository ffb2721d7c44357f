import { randomBytes } from 'node:crypto';
import { runMigrations } from 'bullmq';
import { Client } from 'pg';
import { DataSource } from 'typeorm';
import { migrate, migrations } from '../../src/platform/database/migrate.js';

const template = 'aurum_template';

/** A database of a suite's own, with the store in it. */
export interface SuiteDatabase {
  readonly url: string;
  drop(): Promise<void>;
}

/** Makes the template: an empty store, migrated once a run. */
export async function makeTemplate(serverUrl: string): Promise<void> {
  await onServer(serverUrl, (client) => client.query(`create database ${template}`));
  const url = databaseUrl(serverUrl, template);
  const dataSource = await new DataSource({ type: 'postgres', url, migrations }).initialize();
  await migrate(dataSource, url);
  await dataSource.destroy();
  await onServer(url, (client) => runMigrations(client));
}

/** Clones the template for a suite. */
export async function cloneTemplate(): Promise<SuiteDatabase> {
  const serverUrl = process.env.TEST_DATABASE_URL;
  if (serverUrl === undefined) throw new Error('The set-up of the run has started no PostgreSQL.');
  const name = `aurum_${randomBytes(6).toString('hex')}`;
  await onServer(serverUrl, (client) => client.query(`create database ${name} template ${template}`));
  const drop = async (): Promise<void> => {
    await onServer(serverUrl, (client) => client.query(`drop database ${name} with (force)`));
  };
  return { url: databaseUrl(serverUrl, name), drop };
}

async function onServer(connectionString: string, work: (client: Client) => Promise<unknown>): Promise<void> {
  const client = new Client({ connectionString });
  await client.connect();
  try {
    await work(client);
  } finally {
    await client.end();
  }
}

function databaseUrl(serverUrl: string, name: string): string {
  const url = new URL(serverUrl);
  url.pathname = `/${name}`;
  return url.href;
}
