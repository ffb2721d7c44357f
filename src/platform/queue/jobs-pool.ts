import { Module, type DynamicModule, type OnApplicationShutdown } from '@nestjs/common';
import { runMigrations } from 'bullmq';
import { Pool } from 'pg';
import { GuardedClient } from '../database/guarded-client.js';

/** The connections to the database that carries jobs: one for each worker to listen on, and some for all to work with. */
export class JobsPool implements OnApplicationShutdown {
  readonly pool: Pool;

  constructor(connectionString: string) {
    this.pool = new Pool({
      connectionString,
      // Where BullMQ keeps its tables.
      options: '-c search_path=bullmq',
      application_name: 'aurum jobs',
      max: 10,
      keepAlive: true,
      connectionTimeoutMillis: 10_000,
      Client: GuardedClient,
    });
    // A connection that breaks while idle is dropped; the next use opens another.
    this.pool.on('error', () => undefined);
  }

  async migrate(): Promise<void> {
    const client = await this.pool.connect();
    try {
      await runMigrations(client);
    } finally {
      client.release();
    }
  }

  async onApplicationShutdown(): Promise<void> {
    await this.pool.end();
  }
}

/** A module of its own, and a deep one, because modules shut down from the outermost to the innermost: queues first. */
@Module({})
export class JobsPoolModule {
  static connectedTo(databaseUrl: string): DynamicModule {
    const provider = { provide: JobsPool, useFactory: () => new JobsPool(databaseUrl) };
    return { module: JobsPoolModule, providers: [provider], exports: [provider] };
  }
}
