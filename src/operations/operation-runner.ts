import { Injectable, Logger } from '@nestjs/common';
import { Database } from '../platform/database/database.js';
import { BackgroundOperations } from './background-operations.js';
import { OperationWriter } from './operation-writer.js';
import { OperationsRepository } from './operations.repository.js';

const maximumAttempts = 5;

/** Takes background operations on, a step at a time and the oldest first. Any number of these may run. */
@Injectable()
export class OperationRunner {
  private readonly logger = new Logger(OperationRunner.name);
  private readonly failures = new Map<string, number>();
  private running: Promise<void> | undefined;
  private stopping = false;

  constructor(
    private readonly database: Database,
    private readonly repository: OperationsRepository,
    private readonly operations: BackgroundOperations,
    private readonly writer: OperationWriter,
  ) {}

  /** Works until nothing is left that this process can do. */
  async run(): Promise<void> {
    this.running ??= this.runAll().finally(() => (this.running = undefined));
    return this.running;
  }

  /** Ends the work after the step under way. */
  async stop(): Promise<void> {
    this.stopping = true;
    await this.running;
  }

  private async runAll(): Promise<void> {
    const failed = new Set<string>();
    while (!this.stopping && (await this.runStep(failed)));
  }

  /** @param failed operations that are left for the next run @returns false where nothing was found to do */
  private async runStep(failed: Set<string>): Promise<boolean> {
    let claimed: string | undefined;
    try {
      const done = await this.database.transaction(async (tx) => {
        claimed = undefined;
        const operation = await this.repository.claim(tx, this.operations.kinds, [...failed]);
        if (!operation) return undefined;
        claimed = operation.id;
        const background = this.operations.get(operation.kind);
        const { payload, counts, complete } = await background.step(tx, operation);
        await this.repository.advance(tx, operation.id, payload);
        await this.writer.count(tx, operation.id, counts);
        if (complete) await this.writer.completeInput(tx, operation.id);
        return background;
      });
      done?.afterStep();
      return done !== undefined;
    } catch (error) {
      if (claimed === undefined) throw error;
      failed.add(claimed);
      await this.recordFailure(claimed, error);
      return true;
    }
  }

  private async recordFailure(id: string, error: unknown): Promise<void> {
    const attempts = (this.failures.get(id) ?? 0) + 1;
    this.failures.set(id, attempts);
    this.logger.warn({ operation: id, attempts, err: error }, 'A step of an operation failed');
    if (attempts < maximumAttempts) return;
    this.failures.delete(id);
    await this.writer.fail(id, error);
  }
}
