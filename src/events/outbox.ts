import { Injectable } from '@nestjs/common';
import type { Transaction } from '../platform/database/database.js';

/** A version of a golden record that subscribers are to be told about. */
export interface OutboxEntry {
  readonly goldenId: string;
  readonly version: number;
  readonly collection: string;
}

/** Where a change is announced, in the transaction that makes it. The feed takes the entries from there in order. */
@Injectable()
export class Outbox {
  async append(tx: Transaction, entries: readonly OutboxEntry[]): Promise<void> {
    if (entries.length === 0) return;
    await tx.query(
      `/* events.append */
      insert into outbox (golden_id, version, collection)
      select * from unnest($1::uuid[], $2::int[], $3::text[])`,
      [
        entries.map((entry) => entry.goldenId),
        entries.map((entry) => entry.version),
        entries.map((entry) => entry.collection),
      ],
    );
  }
}
