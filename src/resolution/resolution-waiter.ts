import { Injectable, type OnModuleDestroy } from '@nestjs/common';
import { Configuration } from '../platform/config/configuration.js';
import { Database } from '../platform/database/database.js';
import { ResolutionRepository } from './resolution.repository.js';

interface Waiting {
  readonly recordId: number;
  readonly until: number;
  /** Looks at the record, and lets the request go on where that is resolved. */
  readonly look: () => Promise<void>;
  /** Lets the request go on as it is. */
  readonly give: () => void;
}

/**
 * Milliseconds between two looks at the pending records, where workers of other processes resolve them, and where one of this
 * process most likely does.
 */
const pollIntervals = { elsewhere: 5, here: 25 };

/**
 * Lets a request wait until its record is resolved. Who waits looks at once when a worker of the same process has finished a
 * batch that had the record; besides, all that wait in a process share one look at the database every few milliseconds.
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
    const resolved = await this.until(recordId, milliseconds, async () => {
      const pending = await this.repository.stillPending(this.database, [recordId]);
      return pending.length === 0 || undefined;
    });
    return resolved ?? false;
  }

  /**
   * Waits until a look at the record finds it resolved.
   *
   * @param look is asked when a batch that had the record is done; as what changed while that was under way it did not have, it
   *   answers `undefined` where the record is pending again
   * @returns what the look answered, `undefined` where the time is over
   */
  async until<Answer>(
    recordId: number,
    milliseconds: number,
    look: () => Promise<Answer | undefined>,
  ): Promise<Answer | undefined> {
    return milliseconds > 0 ? this.answer(recordId, milliseconds, look) : undefined;
  }

  /** Tells that a batch of this process was committed. @returns when those who wait for its records have looked */
  async resolved(recordIds: readonly number[]): Promise<void> {
    if (this.waiting.size === 0) return;
    const resolved = new Set(recordIds);
    await this.letLook((recordId) => resolved.has(recordId));
  }

  onModuleDestroy(): void {
    for (const { give } of this.waiting) give();
    clearTimeout(this.timer);
  }

  private answer<Answer>(
    recordId: number,
    milliseconds: number,
    look: () => Promise<Answer | undefined>,
  ): Promise<Answer | undefined> {
    return new Promise((answer) => {
      const give = (found?: Answer): void => {
        this.waiting.delete(waiting);
        answer(found);
      };
      const waiting: Waiting = {
        recordId,
        until: Date.now() + milliseconds,
        look: async () => {
          const found = await look();
          if (found !== undefined) give(found);
        },
        give,
      };
      this.waiting.add(waiting);
      this.timer ??= setTimeout(() => void this.poll(), this.pollInterval);
    });
  }

  /** One at a time: the timer of the next is set when one is done, and none while anyone's is set. */
  private async poll(): Promise<void> {
    const asked = [...this.waiting].map(({ recordId }) => recordId);
    try {
      const pending = new Set(asked.length > 0 ? await this.repository.stillPending(this.database, asked) : asked);
      const done = new Set(asked.filter((recordId) => !pending.has(recordId)));
      await this.letLook((recordId) => done.has(recordId));
    } catch {
      // A failed look is taken again: whoever waits still has until its time is over.
    } finally {
      const now = Date.now();
      for (const { until, give } of this.waiting) if (until <= now) give();
      this.timer = this.waiting.size > 0 ? setTimeout(() => void this.poll(), this.pollInterval) : undefined;
    }
  }

  /** One whose look fails is left to the next poll. */
  private async letLook(at: (recordId: number) => boolean): Promise<void> {
    await Promise.allSettled([...this.waiting].filter(({ recordId }) => at(recordId)).map(({ look }) => look()));
  }
}
