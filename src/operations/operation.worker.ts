import { Processor, WorkerHost } from '@nestjs/bullmq';
import { Logger, type BeforeApplicationShutdown, type OnApplicationBootstrap } from '@nestjs/common';
import { Configuration } from '../platform/config/configuration.js';
import { Database } from '../platform/database/database.js';
import { workerOptions } from '../platform/queue/worker-options.js';
import { Problem } from '../platform/http/problem.js';
import { IdempotencyRepository } from './idempotency.repository.js';
import { LongOperationRunner } from './long-operation-runner.js';
import { operationQueue } from './operation-wake-up.js';
import { OperationRunner } from './operation-runner.js';
import { OperationsRepository } from './operations.repository.js';
import { problemDetails } from './problem-details.js';

/** Milliseconds between two looks for what no wake-up told of. */
const sweepInterval = 2_000;
const keysExpireAfterHours = 24;

const abandoned = problemDetails(
  new Problem(500, 'Operation interrupted', 'The process that took in the input ended before the input did.'),
);

/** Does background operations, and tidies up after operations and requests whose process is gone. */
@Processor(operationQueue, workerOptions)
export class OperationWorker extends WorkerHost implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly logger = new Logger(OperationWorker.name);
  private sweeping: NodeJS.Timeout | undefined;

  constructor(
    private readonly configuration: Configuration,
    private readonly database: Database,
    private readonly runner: OperationRunner,
    private readonly longRunner: LongOperationRunner,
    private readonly repository: OperationsRepository,
    private readonly idempotency: IdempotencyRepository,
  ) {
    super();
  }

  async process(): Promise<void> {
    this.longRunner.start();
    await this.runner.run();
  }

  onApplicationBootstrap(): void {
    if (!this.configuration.runsWorkers) return;
    this.worker.on('error', (error) => this.logger.warn({ error }, 'The queue does not answer.'));
    this.worker.on('failed', (_job, error) => this.logger.error({ error }, 'An operation could not go on now.'));
    void this.worker.run().catch((error: unknown) => this.logger.error({ error }, 'The worker has ended.'));
    this.sweeping = setInterval(() => void this.sweep(), sweepInterval);
  }

  async beforeApplicationShutdown(): Promise<void> {
    clearInterval(this.sweeping);
    await Promise.all([this.runner.stop(), this.longRunner.stop()]);
    await this.worker.close();
  }

  private async sweep(): Promise<void> {
    try {
      await this.repository.settle(this.database);
      await this.repository.failAbandoned(this.database, abandoned);
      await this.idempotency.expire(keysExpireAfterHours);
      this.longRunner.start();
      await this.runner.run();
    } catch (error) {
      this.logger.warn({ error }, 'The sweep for operations failed.');
    }
  }
}
