import { Injectable } from '@nestjs/common';
import { type BlockSizes, maximumSizeOf } from '../matching/blocking.js';
import { stepWidth, typicalRank } from '../matching/shared-value.js';
import type { Database, Queryable, Transaction } from '../platform/database/database.js';

/** An oversized block as it is listed. */
export interface ListedBlock {
  readonly key: number;
  readonly label: string;
  readonly generic: boolean;
  /** The step of size that it exceeds, where it stands for a value that many share by chance. */
  readonly exceeds: number | null;
}

@Injectable()
export class OversizedBlocksRepository {
  /** Those of the keys whose blocks are oversized. */
  async among(db: Queryable, keys: readonly number[]): Promise<Pick<ListedBlock, 'key' | 'generic'>[]> {
    if (keys.length === 0) return [];
    return db.query<Pick<ListedBlock, 'key' | 'generic'>>(
      `/* resolution.oversized */ select key, generic from oversized_block_key where key = any($1)`,
      [keys],
    );
  }

  /** Lets no other transaction change the list of a collection until this one ends. */
  async lock(tx: Transaction, collection: string): Promise<void> {
    await tx.query(
      `/* resolution.lock_oversized */ select pg_advisory_xact_lock(hashtextextended('oversized ' || $1, 0))`,
      [collection],
    );
  }

  /** How many records blocks have, counted up to a number or to their end. */
  async sizes(
    tx: Transaction,
    wanted: readonly { readonly key: number; readonly atMost: number | null }[],
  ): Promise<ReadonlyMap<number, number>> {
    if (wanted.length === 0) return new Map();
    const rows = await tx.query<{ key: number; size: number }>(
      `/* resolution.block_sizes */
      select k.key, (select count(*) from (select from block_key b where b.key = k.key limit k.most) b) as size
      from unnest($1::bigint[], $2::bigint[]) as k(key, most)`,
      [wanted.map(({ key }) => key), wanted.map(({ atMost }) => atMost)],
    );
    return new Map(rows.map(({ key, size }) => [key, size]));
  }

  async list(tx: Transaction, collection: string, blocks: readonly ListedBlock[]): Promise<void> {
    await tx.query(
      `/* resolution.list_oversized */
      insert into oversized_block_key (key, collection, label, generic, exceeds)
      select key, $1, label, generic, exceeds
      from unnest($2::bigint[], $3::text[], $4::boolean[], $5::bigint[]) as b(key, label, generic, exceeds)
      on conflict (key) do nothing`,
      [
        collection,
        blocks.map(({ key }) => key),
        blocks.map(({ label }) => label),
        blocks.map(({ generic }) => generic),
        blocks.map(({ exceeds }) => exceeds),
      ],
    );
  }

  /** Notes which steps of size blocks exceed. Answers with how many of these are others than before. */
  async exceed(
    tx: Transaction,
    blocks: readonly { readonly key: number; readonly exceeds: number }[],
  ): Promise<number> {
    const changed = await tx.query<{ key: number }>(
      `/* resolution.exceed */
      update oversized_block_key o set exceeds = b.exceeds
      from unnest($1::bigint[], $2::bigint[]) as b(key, exceeds)
      where o.key = b.key and o.exceeds is distinct from b.exceeds
      returning o.key`,
      [blocks.map(({ key }) => key), blocks.map(({ exceeds }) => exceeds)],
    );
    return changed.length;
  }

  /** Keys of values that many share by chance, none of them known to be generic. */
  async growing(db: Queryable, collection: string): Promise<number[]> {
    const rows = await db.query<{ key: number }>(
      `/* resolution.growing_blocks */
      select key from oversized_block_key where collection = $1 and exceeds is not null and not generic`,
      [collection],
    );
    return rows.map(({ key }) => key);
  }

  /** Those of such keys whose blocks have grown beyond the next step of size. */
  async outgrown(db: Queryable, keys: readonly number[]): Promise<number[]> {
    if (keys.length === 0) return [];
    const rows = await db.query<{ key: number }>(
      `/* resolution.outgrown_blocks */
      select key from oversized_block_key o
      where key = any($1) and exceeds is not null and not generic
        and exists (select from block_key b where b.key = o.key offset o.exceeds * ${stepWidth} limit 1)`,
      [keys],
    );
    return rows.map(({ key }) => key);
  }

  /** Those of the keys whose blocks no longer exceed the step that they did. */
  async shrunkBelowStep(tx: Transaction, keys: readonly number[]): Promise<number[]> {
    const rows = await tx.query<{ key: number }>(
      `/* resolution.shrunk_below_step */
      select key from oversized_block_key o
      where key = any($1) and exceeds is not null
        and not exists (select from block_key b where b.key = o.key offset o.exceeds limit 1)`,
      [keys],
    );
    return rows.map(({ key }) => key);
  }

  /** The step that the block of typical size exceeds; none where there are not so many. */
  async typical(tx: Transaction, collection: string): Promise<number | undefined> {
    const [row] = await tx.query<{ exceeds: number }>(
      `/* resolution.typical_step */
      select exceeds from oversized_block_key where collection = $1 and exceeds is not null
      order by exceeds desc offset ${typicalRank - 1} limit 1`,
      [collection],
    );
    return row?.exceeds;
  }

  /** Keys of values that are generic and whose blocks are not known to exceed a step. */
  async genericBelow(tx: Transaction, collection: string, step: number): Promise<number[]> {
    const rows = await tx.query<{ key: number }>(
      `/* resolution.generic_below */
      select key from oversized_block_key
      where collection = $1 and generic and exceeds is not null and exceeds < $2`,
      [collection, step],
    );
    return rows.map(({ key }) => key);
  }

  /** Values whose blocks exceed a step are generic from now on, and others no longer: to be settled. */
  async judge(tx: Transaction, collection: string, step: number): Promise<void> {
    await tx.query(
      `/* resolution.judge_shared_values */
      update oversized_block_key set generic = not generic, ceased = generic, settled = false, barrier = null
      where collection = $1 and ((not generic and exceeds >= $2) or (generic and exceeds is not null and exceeds < $2))`,
      [collection, step],
    );
  }

  async anyUnsettled(database: Database): Promise<boolean> {
    const [row] = await database.query<{ unsettled: boolean }>(
      `/* resolution.any_unsettled */ select exists (select from oversized_block_key where not settled) as unsettled`,
    );
    return row?.unsettled ?? false;
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
   * another block stands as it is, unless the key stands for a generic value, which from now on tells nothing. Of a value that is
   * generic no longer all records are looked at again. Whether the second record of a link is in the block too its own keys tell:
   * to look through the block for each link takes hours where it holds thousands.
   *
   * They wait behind all that is new, golden record by golden record, so that each of these changes once. What is pending already
   * is not resolved by a transaction that does not know the block to be oversized.
   *
   * @param most how many blocks at most
   * @returns how many blocks are settled
   */
  async settle(database: Database, most: number): Promise<number> {
    const [row] = await database.query<{ settled: number }>(
      `/* resolution.settle */
      with due as (
        update oversized_block_key set settled = true
        where key = any (array(
          select key from oversized_block_key
          where not settled and barrier <= pg_snapshot_xmin(pg_current_snapshot())::text::bigint
          order by key limit $1 for update skip locked
        ))
        returning key, generic, ceased
      ), affected as (
        select link.record_a as record_id
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
        union
        select block.record_id from due join block_key block on block.key = due.key where due.ceased and not due.generic
      ), queued as (
        insert into pending (id, record_id, content_changed) overriding system value
        select nextval('pending_deferred'), record_id, false
        from (
          select record_id from affected join membership using (record_id)
          where not exists (select from pending p where p.record_id = affected.record_id)
          order by golden_id, record_id
        ) again
      )
      select count(*) as settled from due`,
      [most],
    );
    return row?.settled ?? 0;
  }

  /** Takes blocks that shrank to the cap off the list; their records, candidates of each other again, become pending. */
  async release(tx: Transaction, keys: readonly number[], largest: BlockSizes): Promise<void> {
    await tx.query(
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
      insert into pending (id, record_id, content_changed) overriding system value
      select nextval('pending_deferred'), record_id, false
      from (select distinct b.record_id from shrunk join block_key b on b.key = shrunk.key) again`,
      [keys, keys.map((key) => maximumSizeOf(largest, key))],
    );
  }
}
