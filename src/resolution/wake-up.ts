import { InjectQueue } from '@nestjs/bullmq';
import { Injectable, Logger, type OnApplicationShutdown } from '@nestjs/common';
import type { JobsOptions, Queue } from 'bullmq';

/** The queue whose jobs tell workers that records are pending. A job carries nothing and may be lost or repeated. */
export const resolutionQueue = 'resolution';

export const wakeUpOptions: JobsOptions = {
  removeOnComplete: { count: 100 },
  removeOnFail: { count: 100 },
  attempts: 1,
};

/** Wakes the workers that resolve records. Called after the commit that made records pending. */
@Injectable()
export class ResolutionWakeUp implements OnApplicationShutdown {
  private readonly logger = new Logger(ResolutionWakeUp.name);
  private again = false;
  private adding: Promise<void> | undefined;
  private takesOn: () => boolean = () => false;

  constructor(@InjectQueue(resolutionQueue) private readonly queue: Queue) {}

  /**
   * Has a worker of this process asked first, as a job takes longer to come round than most records take to resolve.
   *
   * @param takesOn begins to resolve what is pending and answers true, or answers false where it is busy
   */
  askFirst(takesOn: () => boolean): void {
    this.takesOn = takesOn;
  }

  /** Never fails and makes nobody wait. Calls during the adding of a job become one job after it. */
  signal(): void {
    if (this.takesOn()) return;
    this.again = true;
    this.adding ??= this.add().finally(() => (this.adding = undefined));
  }

  async onApplicationShutdown(): Promise<void> {
    await this.adding;
  }

  private async add(): Promise<void> {
    try {
      while (this.again) {
        this.again = false;
        await this.queue.add('resolve', {}, wakeUpOptions);
      }
    } catch (error) {
      this.logger.warn({ error }, 'No worker could be woken; the next sweep finds the pending records.');
    }
  }
}
