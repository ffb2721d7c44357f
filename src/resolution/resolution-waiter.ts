import { Injectable, type OnModuleDestroy } from '@nestjs/common';
import { Configuration } from '../platform/config/configuration.js';
import { Database } from '../platform/database/database.js';
import { ResolutionRepository } from './resolution.repository.js';

interface Waiting {
  readonly recordId: number;
  readonly until: number;
  readonly settle: (resolved: boolean) => void;
}

/**
 * Milliseconds between two looks at the pending records, where workers of other processes resolve them, and where one of this
 * process most likely does.
 */
const pollIntervals = { elsewhere: 5, here: 25 };

/**
 * Lets a request wait until its record is resolved. All that wait in a process share one look at the database, taken at
 * once when a worker of the same process has finished a batch, and every few milliseconds otherwise.
 */
@Injectable()
export class ResolutionWaiter implements OnModuleDestroy {
  private waiting = new Set<Waiting>();
  private timer: NodeJS.Timeout | undefined;
  private looking = false;
  private lookAgain = false;
  private readonly pollInterval: number;

  constructor(
    private readonly database: Database,
    private readonly repository: ResolutionRepository,
    { runsWorkers }: Configuration,
  ) {
    this.pollInterval = runsWorkers ? pollIntervals.here : pollIntervals.elsewhere;
  }

  /** @returns whether the record was resolved, or quarantined, within the given time */
  async wait(recordId: number, milliseconds: number): Promise<boolean> {
    return new Promise((settle) => {
      this.waiting.add({ recordId, until: Date.now() + milliseconds, settle });
      this.timer ??= setTimeout(() => void this.look(), this.pollInterval);
    });
  }

  /** Tells that a batch of this process was committed. @returns when those who wait for its records have been told */
  async resolved(recordIds: readonly number[]): Promise<void> {
    if (this.waiting.size === 0) return;
    const resolved = new Set(recordIds);
    for (const { recordId } of this.waiting) if (resolved.has(recordId)) return this.look();
  }

  onModuleDestroy(): void {
    for (const { settle } of this.waiting) settle(false);
    this.waiting.clear();
    clearTimeout(this.timer);
  }

  private async look(): Promise<void> {
    this.lookAgain = this.looking;
    if (this.looking) return;
    this.looking = true;
    clearTimeout(this.timer);
    const asked = [...this.waiting];
    try {
      const recordIds = asked.map(({ recordId }) => recordId);
      const pending = new Set(await this.repository.stillPending(this.database, recordIds));
      const now = Date.now();
      for (const waiting of asked) {
        if (pending.has(waiting.recordId) && waiting.until > now) continue;
        this.waiting.delete(waiting);
        waiting.settle(!pending.has(waiting.recordId));
      }
    } catch {
      // A failed look is taken again: whoever waits still has until its time is over.
      const now = Date.now();
      for (const waiting of asked) if (waiting.until <= now && this.waiting.delete(waiting)) waiting.settle(false);
    } finally {
      this.looking = false;
      this.timer =
        this.waiting.size > 0 ? setTimeout(() => void this.look(), this.lookAgain ? 0 : this.pollInterval) : undefined;
      this.lookAgain = false;
    }
  }
}
