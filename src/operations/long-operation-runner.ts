import { setImmediate } from 'node:timers/promises';
import { Injectable, Logger } from '@nestjs/common';
import { Database } from '../platform/database/database.js';
import { Problem } from '../platform/http/problem.js';
import { Interrupted, LongOperations, type ReportProgress } from './long-operations.js';
import { LongOperationsRepository, type LeasedOperation } from './long-operations.repository.js';
import { leaseSeconds, OperationWriter } from './operation-writer.js';

const mostAttempts = 3;
/** Milliseconds between two writings of how far the work is. */
const progressInterval = 500;

/** Takes long operations on, one at a time in each process, the oldest first. */
@Injectable()
export class LongOperationRunner {
  private readonly logger = new Logger(LongOperationRunner.name);
  private running: Promise<void> | undefined;
  private stopping = false;

  constructor(
    private readonly database: Database,
    private readonly repository: LongOperationsRepository,
    private readonly operations: LongOperations,
    private readonly writer: OperationWriter,
  ) {}

  /** Begins to work, if this process does not already, without anyone waiting for it. Never fails. */
  start(): void {
    this.running ??= this.runAll()
      .catch((error: unknown) => this.logger.warn({ error }, 'Long operations cannot go on now.'))
      .finally(() => (this.running = undefined));
  }

  /** Breaks off the work under way, which begins again elsewhere. */
  async stop(): Promise<void> {
    this.stopping = true;
    await this.running;
  }

  private async runAll(): Promise<void> {
    while (!this.stopping) {
      const operation = await this.repository.claim(this.database, this.operations.kinds, leaseSeconds);
      if (!operation) return;
      await this.run(operation);
    }
  }

  private async run(operation: LeasedOperation): Promise<void> {
    const { id, attempts } = operation;
    this.writer.hold(id);
    try {
      // Its process has gone each time: it may well be this work that takes the process with it.
      if (attempts > mostAttempts) throw interruptedTooOften();
      const { result, keep } = await this.operations.get(operation.kind).run(operation, this.reporter(id));
      await this.database.transaction(async (tx) => {
        if (await this.repository.succeed(tx, id, result)) await keep?.(tx);
      });
    } catch (error) {
      if (error instanceof Interrupted) await this.repository.giveBack(this.database, id);
      else await this.failed(operation, error);
    } finally {
      this.writer.release(id);
    }
  }

  private async failed({ id, attempts }: LeasedOperation, error: unknown): Promise<void> {
    this.logger.warn({ operation: id, attempts, err: error }, 'An operation failed.');
    // What is a fault of the request fails each time; anything else may pass, and is tried again once the lease is over.
    if (error instanceof Problem || attempts >= mostAttempts) await this.writer.fail(id, error);
  }

  private reporter(id: string): ReportProgress {
    let written = 0;
    return async (done, total) => {
      if (this.stopping) throw new Interrupted();
      if (Date.now() - written < progressInterval) {
        await setImmediate();
        return;
      }
      written = Date.now();
      await this.repository.progress(this.database, id, done, total);
    };
  }
}

function interruptedTooOften(): Problem {
  return new Problem(500, 'Operation interrupted', 'Each process that took the operation on has ended before it.');
}
