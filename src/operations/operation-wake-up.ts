import { InjectQueue } from '@nestjs/bullmq';
import { Injectable, Logger } from '@nestjs/common';
import type { JobsOptions, Queue } from 'bullmq';

/** The queue whose jobs tell workers that a background operation is waiting. A job carries nothing and may be lost. */
export const operationQueue = 'operations';

const options: JobsOptions = { removeOnComplete: { count: 100 }, removeOnFail: { count: 100 }, attempts: 1 };

/** Wakes the workers that do background operations. Called after the commit that started one. */
@Injectable()
export class OperationWakeUp {
  private readonly logger = new Logger(OperationWakeUp.name);

  constructor(@InjectQueue(operationQueue) private readonly queue: Queue) {}

  /** Never fails: an operation whose wake-up is lost is found by the next sweep. */
  async signal(): Promise<void> {
    try {
      await this.queue.add('run', {}, options);
    } catch (error) {
      this.logger.warn({ error }, 'No worker could be woken; the next sweep finds the operation.');
    }
  }
}
