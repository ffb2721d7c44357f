import { Injectable, Logger } from '@nestjs/common';
import { Database } from '../platform/database/database.js';
import { EventsRepository } from './events.repository.js';

const chunk = 5_000;

/**
 * Gives events their position in the feed.
 *
 * A position drawn from a sequence inside the writing transaction would be the classic fault: a transaction that commits
 * late shows up behind readers that have moved past. Here a writer only leaves entries in the outbox; positions are given
 * afterwards, to committed entries alone, by one transaction at a time. Two versions of one golden record stand in the
 * outbox in their order, as the second was written under a lock that the first had held until its commit.
 */
@Injectable()
export class FeedSequencer {
  private readonly logger = new Logger(FeedSequencer.name);
  private running = false;
  private again = false;

  constructor(
    private readonly database: Database,
    private readonly repository: EventsRepository,
  ) {}

  /** Places everything that was committed before the call. */
  async sequence(): Promise<void> {
    if (!(await this.repository.anythingToPlace(this.database))) return;
    let placed: number;
    do {
      placed = await this.database.transaction(
        async (tx) => this.repository.place(tx, await this.repository.lockHead(tx), chunk),
        { keepPlans: true },
      );
    } while (placed === chunk);
  }

  /** Places events soon, without anyone waiting for it. A reader of the feed places what is left. */
  signal(): void {
    this.again = true;
    if (!this.running) void this.run();
  }

  private async run(): Promise<void> {
    this.running = true;
    try {
      while (this.again) {
        this.again = false;
        await this.sequence();
      }
    } catch (error) {
      this.logger.warn({ error }, 'Events could not be placed now; the next reader or batch places them.');
    } finally {
      this.running = false;
    }
  }
}
