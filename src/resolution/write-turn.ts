import { setTimeout as pause } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import type { Transaction } from '../platform/database/database.js';

/** Milliseconds after which a batch goes ahead whosever turn it is. */
const patience = 5_000;

/**
 * Lets the batches of a process write one after the other, while others look for candidates and are scored. Batches
 * that follow each other in a stream mostly want the same records, so that one would wait for the other's locks in any case, and
 * then hold some that a third wants.
 *
 * A courtesy and no lock: what keeps batches apart are the locks of the database, as between processes.
 */
@Injectable()
export class WriteTurn {
  private last: Promise<void> = Promise.resolve();
  private readonly taken = new WeakSet<Transaction>();

  /** Lets a transaction go ahead out of turn, and no other wait for it. */
  excuse(tx: Transaction): void {
    this.taken.add(tx);
  }

  /** Waits for the turn, which passes on when the transaction has ended. */
  async take(tx: Transaction): Promise<void> {
    if (this.taken.has(tx)) return;
    this.taken.add(tx);
    const before = this.last;
    this.last = new Promise((pass) => tx.whenEnded(pass));
    const waiting = new AbortController();
    await Promise.race([before, pause(patience, undefined, { signal: waiting.signal }).catch(() => undefined)]);
    waiting.abort();
  }
}
