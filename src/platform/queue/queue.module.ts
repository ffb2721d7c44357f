import { BullModule } from '@nestjs/bullmq';
import { Logger, Module, type DynamicModule, type OnModuleInit } from '@nestjs/common';
import { DiscoveryModule, DiscoveryService } from '@nestjs/core';
import { createPostgresBackend, Queue, setDefaultBackendFactory, type ConnectionOptions } from 'bullmq';
import { Configuration } from '../config/configuration.js';
import { JobsPool, JobsPoolModule } from './jobs-pool.js';

/** Jobs: carried by Redis where one is configured, and by the database where none is. */
@Module({ imports: [DiscoveryModule] })
export class QueueModule implements OnModuleInit {
  private readonly logger = new Logger(QueueModule.name);

  constructor(private readonly discovery: DiscoveryService) {}

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

  /** An error that no one listens for is written to the console whole, with all that the connection knows. */
  onModuleInit(): void {
    for (const { instance } of this.discovery.getProviders() as { readonly instance: unknown }[]) {
      if (!(instance instanceof Queue)) continue;
      instance.on('error', (error) => this.logger.warn({ error }, 'The queue does not answer.'));
    }
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
