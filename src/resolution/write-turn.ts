import { setTimeout as pause } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import type { Transaction } from '../platform/database/database.js';
import { Precedence } from '../platform/http/precedence.js';

/** Milliseconds after which a batch goes ahead whosever turn it is. */
const patience = 5_000;

/** How many batches write at once: while the database is busy for one, the process is for the other. */
const width = 2;

/**
 * Lets few batches of a process write at once, while others look for candidates and are scored. Batches that follow each other
 * in a stream mostly want the same records, so that one waits for the other's locks, and then holds some that a third
 * wants.
 *
 * A courtesy and no lock: what keeps batches apart are the locks of the database, as between processes.
 */
@Injectable()
export class WriteTurn {
  /** The ends of the latest turns, the oldest first. */
  private readonly ends: Promise<void>[] = Array.from({ length: width }, () => Promise.resolve());
  private readonly taken = new WeakSet<Transaction>();
  private readonly last = new WeakSet<Transaction>();

  constructor(private readonly precedence: Precedence) {}

  /** Lets a transaction go on while nobody waits for anything else, and nobody wait for its turn. */
  putLast(tx: Transaction): void {
    this.last.add(tx);
  }

  /** Has a transaction that was put last wait until nobody waits for anything else. */
  async giveWay(tx: Transaction): Promise<void> {
    if (this.last.has(tx)) await this.precedence.giveWay();
  }

  /** Waits for the turn, which passes on when the transaction has ended. */
  async take(tx: Transaction): Promise<void> {
    if (this.last.has(tx)) return this.precedence.giveWay();
    if (this.taken.has(tx)) return;
    this.taken.add(tx);
    const before = this.ends.shift();
    this.ends.push(new Promise((pass) => tx.whenEnded(() => pass())));
    const waiting = new AbortController();
    await Promise.race([before, pause(patience, undefined, { signal: waiting.signal }).catch(() => undefined)]);
    waiting.abort();
  }
}
