import { setImmediate } from 'node:timers/promises';
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
 * Lets a request wait until its record is resolved. Who waits is told at once when a worker of the same process has finished a
 * batch that had it; besides, all that wait in a process share one look at the database every few milliseconds.
 */
@Injectable()
export class ResolutionWaiter implements OnModuleDestroy {
  private readonly waiting = new Set<Waiting>();
  private timer: NodeJS.Timeout | undefined;
  private readonly pollInterval: number;

  constructor(
    private readonly database: Database,
    private readonly repository: ResolutionRepository,
    { runsWorkers }: Configuration,
  ) {
    this.pollInterval = runsWorkers ? pollIntervals.here : pollIntervals.elsewhere;
  }

  /** @returns whether the record was resolved, or quarantined, within the given time */
  async resolution(recordId: number, milliseconds: number): Promise<boolean> {
    const until = performance.now() + milliseconds;
    while (await this.wait(recordId, until - performance.now()))
      if ((await this.repository.stillPending(this.database, [recordId])).length === 0) return true;
    return false;
  }

  /**
   * Waits until the record seems to be resolved, or quarantined: a batch that had it is done. What changed while that was under
   * way it did not have, so that who must know looks.
   *
   * @returns whether that was within the given time
   */
  async wait(recordId: number, milliseconds: number): Promise<boolean> {
    if (milliseconds <= 0) return false;
    return new Promise((settle) => {
      this.waiting.add({ recordId, until: Date.now() + milliseconds, settle });
      this.timer ??= setTimeout(() => void this.look(), this.pollInterval);
    });
  }

  /** Tells that a batch of this process was committed. @returns when those who wait for its records have begun to look */
  async resolved(recordIds: readonly number[]): Promise<void> {
    if (this.waiting.size === 0) return;
    const resolved = new Set(recordIds);
    const told = [...this.waiting].filter(({ recordId }) => resolved.has(recordId));
    for (const waiting of told) {
      this.waiting.delete(waiting);
      waiting.settle(true);
    }
    if (told.length > 0) await setImmediate();
  }

  onModuleDestroy(): void {
    for (const { settle } of this.waiting) settle(false);
    this.waiting.clear();
    clearTimeout(this.timer);
  }

  /** One at a time: the timer of the next is set when one is done, and none while anyone's is set. */
  private async look(): Promise<void> {
    const asked = [...this.waiting];
    try {
      const recordIds = asked.map(({ recordId }) => recordId);
      const pending = new Set(
        recordIds.length > 0 ? await this.repository.stillPending(this.database, recordIds) : recordIds,
      );
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
      this.timer = this.waiting.size > 0 ? setTimeout(() => void this.look(), this.pollInterval) : undefined;
    }
  }
}
