import { BullModule, WorkerHost } from '@nestjs/bullmq';
import { Logger, Module, type DynamicModule, type OnModuleInit } from '@nestjs/common';
import { DiscoveryModule, DiscoveryService } from '@nestjs/core';
import { createPostgresBackend, Queue, setDefaultBackendFactory, type ConnectionOptions } from 'bullmq';
import { Configuration } from '../config/configuration.js';
import { JobsPool, JobsPoolModule } from './jobs-pool.js';

/** Jobs: carried by Redis where one is configured, and by the database where none is. */
@Module({ imports: [DiscoveryModule] })
export class QueueModule implements OnModuleInit {
  private readonly logger = new Logger(QueueModule.name);

  constructor(
    private readonly discovery: DiscoveryService,
    private readonly configuration: Configuration,
  ) {}

  static backedBy(databaseUrl: string): DynamicModule {
    const bull = BullModule.forRootAsync({
      imports: [JobsPoolModule.connectedTo(databaseUrl)],
      inject: [Configuration, JobsPool],
      useFactory: async ({ redisUrl }: Configuration, jobs: JobsPool) => ({
        connection: redisUrl === undefined ? await onPostgres(jobs) : onRedis(redisUrl),
      }),
    });
    return { module: QueueModule, imports: [bull] };
  }

  async onModuleInit(): Promise<void> {
    for (const { instance } of this.discovery.getProviders() as { readonly instance: unknown }[]) {
      // An error that no one listens for is written to the console whole, with all that the connection knows.
      if (instance instanceof Queue) instance.on('error', (error) => this.notAnswered(error));
      // A worker whose first connection to PostgreSQL breaks remembers that for ever, and spins: let it connect before it runs.
      if (instance instanceof WorkerHost && this.configuration.redisUrl === undefined) {
        await (instance as WorkerHost).worker.waitUntilReady();
      }
    }
  }

  private notAnswered(error: Error): void {
    this.logger.warn({ error }, 'The queue does not answer.');
  }
}

function onRedis(url: string): ConnectionOptions {
  // The default backend is the process's; an earlier application in it may have set the other one.
  setDefaultBackendFactory();
  return { url, maxRetriesPerRequest: null };
}

async function onPostgres(jobs: JobsPool): Promise<ConnectionOptions> {
  setDefaultBackendFactory(createPostgresBackend);
  await jobs.migrate();
  return jobs.pool;
}
