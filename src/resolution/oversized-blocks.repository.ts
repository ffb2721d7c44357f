import { Injectable } from '@nestjs/common';
import { type BlockSizes, maximumSizeOf } from '../matching/blocking.js';
import type { Database, Queryable } from '../platform/database/database.js';

@Injectable()
export class OversizedBlocksRepository {
  /** Those of the keys whose blocks are oversized. */
  async among(db: Queryable, keys: readonly number[]): Promise<number[]> {
    if (keys.length === 0) return [];
    const rows = await db.query<{ key: number }>(
      `/* resolution.oversized */ select key from oversized_block_key where key = any($1)`,
      [keys],
    );
    return rows.map(({ key }) => key);
  }

  async list(
    database: Database,
    collection: string,
    blocks: readonly { readonly key: number; readonly label: string; readonly generic: boolean }[],
  ): Promise<void> {
    await database.query(
      `/* resolution.list_oversized */
      insert into oversized_block_key (key, collection, label, generic)
      select key, $1, label, generic from unnest($2::bigint[], $3::text[], $4::boolean[]) as b(key, label, generic) order by key
      on conflict (key) do nothing`,
      [
        collection,
        blocks.map(({ key }) => key),
        blocks.map(({ label }) => label),
        blocks.map(({ generic }) => generic),
      ],
    );
  }

  /** Notes which transactions were running when the listing was already to be seen. */
  async raiseBarrier(database: Database): Promise<void> {
    await database.query(
      `/* resolution.raise_barrier */
      update oversized_block_key set barrier = pg_snapshot_xmax(pg_current_snapshot())::text::bigint
      where not settled and barrier is null`,
    );
  }

  /**
   * Makes the linked records of newly oversized blocks pending once every transaction has ended that may have linked by
   * such a block without knowing it to be oversized: what it wrote is to be seen only now. A link whose records share
   * another block stands as it is, unless the key stands for a value, which from now on tells nothing. Whether the second record
   * is in the block too its own keys tell: to look through the block for each link takes hours where it holds thousands.
   */
  async settle(database: Database): Promise<number> {
    const rows = await database.query<{ id: number }>(
      `/* resolution.settle */
      with due as (
        update oversized_block_key set settled = true
        where not settled and barrier <= pg_snapshot_xmin(pg_current_snapshot())::text::bigint
        returning key, generic
      )
      insert into pending (record_id)
      select distinct link.record_a
      from due
      join block_key a on a.key = due.key
      join link on link.record_a = a.record_id
      join record x on x.id = link.record_a
      join record y on y.id = link.record_b and due.key = any (y.block_keys)
      where due.generic or not exists (
        select from unnest(x.block_keys) as other(key)
        where other.key = any (y.block_keys)
          and not exists (select from oversized_block_key o where o.key = other.key)
      )
      returning id`,
    );
    return rows.length;
  }

  /** Takes blocks that shrank to the cap off the list; their records, candidates of each other again, become pending. */
  async release(database: Database, keys: readonly number[], largest: BlockSizes): Promise<void> {
    await database.query(
      `/* resolution.release_blocks */
      with listed as materialized (
        select key from oversized_block_key where key = any($1) order by key for update
      ), shrunk as (
        delete from oversized_block_key o
        using listed join unnest($1::bigint[], $2::int[]) as k(key, allowed) using (key)
        where o.key = k.key
          and (select count(*) from (select from block_key b where b.key = k.key limit k.allowed + 1) b) <= k.allowed
        returning o.key
      )
      insert into pending (record_id)
      select distinct b.record_id from shrunk join block_key b on b.key = shrunk.key`,
      [keys, keys.map((key) => maximumSizeOf(largest, key))],
    );
  }
}
