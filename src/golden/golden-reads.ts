import { Injectable, Logger, type BeforeApplicationShutdown } from '@nestjs/common';
import { GoldenReadsRepository } from './golden-reads.repository.js';

/** After so many seconds a read counts half: 30 days. */
export const halfLifeSeconds = 2_592_000;

/** Milliseconds for which reads are gathered before they are written. */
const gathering = 5_000;

/** No more golden records are counted between two writes, so that a crawl through all of them costs little. */
const mostGathered = 10_000;

/**
 * Counts how often golden records are read, so that reviews of those that matter come first. Counts are gathered in memory
 * and added to the store now and then, in one statement; a crash loses the last few seconds of them, which nobody misses.
 */
@Injectable()
export class GoldenReads implements BeforeApplicationShutdown {
  private readonly logger = new Logger(GoldenReads.name);
  private counts = new Map<string, number>();
  private timer: NodeJS.Timeout | undefined;

  constructor(private readonly repository: GoldenReadsRepository) {}

  count(goldenId: string): void {
    const known = this.counts.get(goldenId);
    if (known === undefined && this.counts.size >= mostGathered) return;
    this.counts.set(goldenId, (known ?? 0) + 1);
    this.timer ??= setTimeout(() => void this.write(), gathering).unref();
  }

  /** Writes what has been gathered. */
  async write(): Promise<void> {
    clearTimeout(this.timer);
    this.timer = undefined;
    const counts = this.counts;
    if (counts.size === 0) return;
    this.counts = new Map();
    try {
      await this.repository.add(counts, halfLifeSeconds);
    } catch (error) {
      this.logger.warn({ error }, 'Reads of golden records could not be counted.');
    }
  }

  async beforeApplicationShutdown(): Promise<void> {
    await this.write();
  }
}
