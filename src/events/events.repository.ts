import { Injectable } from '@nestjs/common';
import type { GoldenVersion } from '../golden/golden-version.js';
import type { Database, Transaction } from '../platform/database/database.js';

/** An event of the feed. */
export interface FeedEvent extends GoldenVersion {
  readonly position: number;
  readonly collection: string;
}

@Injectable()
export class EventsRepository {
  async anythingToPlace(database: Database): Promise<boolean> {
    const [row] = await database.query<{ waiting: boolean }>(
      `/* events.anything_to_place */ select exists (select from outbox) as waiting`,
    );
    return row?.waiting ?? false;
  }

  /** Only one transaction at a time places events: the others wait here, and see what it placed. */
  async lockHead(tx: Transaction): Promise<number> {
    const [head] = await tx.query<{ position: number }>(
      `/* events.lock_head */ select position from feed_head for update`,
    );
    if (!head) throw new Error('The feed has no head.');
    return head.position;
  }

  /** Moves committed outbox entries, oldest first, behind the given position of the feed. */
  async place(tx: Transaction, head: number, limit: number): Promise<number> {
    const [row] = await tx.query<{ placed: number }>(
      `/* events.place */
      with taken as (
        delete from outbox where ctid = any (array(select ctid from outbox order by id limit $2))
        returning id, golden_id, version, collection
      ), placed as (
        insert into event (position, golden_id, version, collection)
        select $1::bigint + row_number() over (order by id), golden_id, version, collection from taken
        returning position
      ), moved as (
        update feed_head set position = $1::bigint + (select count(*) from placed)
      )
      select count(*) as placed from placed`,
      [head, limit],
    );
    return row?.placed ?? 0;
  }

  async read(database: Database, after: number, collection: string | undefined, limit: number): Promise<FeedEvent[]> {
    return database.query<FeedEvent>(
      `/* events.read */
      select e.position, e.collection, v.golden_id as "goldenId", v.version, v.change, v.attributes, v.lineage, v.records,
        v.related, v.created_at as "createdAt"
      from event e join golden_version v on v.golden_id = e.golden_id and v.version = e.version
      where e.position > $1 and ($2::text is null or e.collection = $2)
      order by e.position limit $3`,
      [after, collection ?? null, limit],
    );
  }
}
