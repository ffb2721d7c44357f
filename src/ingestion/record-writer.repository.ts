import { Injectable } from '@nestjs/common';
import { anyOf } from '../platform/database/any-of.js';
import type { Transaction } from '../platform/database/database.js';
import type { HeldRecord, RecordWrite } from './fold-records.js';
import { numberArray } from '../platform/database/number-array.js';
import { pack, unpack } from '../platform/database/packed-column.js';
import type { RejectedLine } from './record-line.js';

/** Where records are written, and by which version of their source. */
export interface RecordBatch {
  readonly collection: string;
  readonly source: string;
  readonly sourceVersion: number;
  readonly receivedAt: Date;
  readonly operationId: string | undefined;
}

export interface WrittenRecord {
  readonly id: number;
  readonly sourceId: string;
}

// Columns go as packed texts, which neither side has to escape.
const columns = `source_id, data, canonical, flags, standard, block_keys, content_hash, observed_at`;
const unpacked = `unnest(${[5, 6, 7, 8, 9, 10, 11, 12].map((parameter) => unpack(parameter)).join(', ')}) as n(${columns})`;
const values = `n.source_id, n.data::json, n.canonical::json, n.flags::json, n.standard::json, n.block_keys::bigint[],
  decode(n.content_hash, 'hex'), n.observed_at::timestamptz`;

@Injectable()
export class RecordWriterRepository {
  /** Locks what is held of some records, always in the same order. */
  async lock(tx: Transaction, collection: string, source: string, sourceIds: readonly string[]): Promise<HeldRecord[]> {
    return tx.query<HeldRecord>(
      `/* ingestion.lock */
      select id, source_id as "sourceId", content_hash as "contentHash", observed_at as "observedAt", deleted,
        block_keys as "blockKeys"
      from record
      where source = $1 and collection = $2 and source_id = ${anyOf(3, 'text')}
      order by source_id
      for update`,
      [source, collection, sourceIds],
    );
  }

  /** Inserts records with their block keys, and lets them wait for resolution. Leaves out those that another has inserted. */
  async insert(tx: Transaction, batch: RecordBatch, writes: readonly RecordWrite[]): Promise<WrittenRecord[]> {
    if (writes.length === 0) return [];
    return tx.query<WrittenRecord>(
      `/* ingestion.insert */
      with inserted as (
        insert into record (collection, source, source_version, received_at, ${columns})
        select $1, $2, $3, $4, ${values} from ${unpacked}
        order by n.source_id
        on conflict on constraint record_source_id do nothing
        returning id, source_id, block_keys
      ), key as (
        insert into block_key (key, record_id) select unnest(block_keys), id from inserted
      ), member as (
        insert into membership (record_id) select id from inserted
      ), queued as (
        insert into pending (record_id, operation_id) select id, $13::uuid from inserted
      )
      select id, source_id as "sourceId" from inserted`,
      [
        batch.collection,
        batch.source,
        batch.sourceVersion,
        batch.receivedAt,
        ...packedColumns(writes),
        batch.operationId ?? null,
      ],
    );
  }

  /** Replaces the content of locked records, and lets them wait for resolution again. */
  async update(tx: Transaction, batch: RecordBatch, writes: readonly RecordWrite[]): Promise<WrittenRecord[]> {
    if (writes.length === 0) return [];
    const updated = await tx.query<WrittenRecord>(
      `/* ingestion.update */
      with updated as (
        update record r
        set source_version = $3, received_at = $4, data = n.data::json, canonical = n.canonical::json, flags = n.flags::json,
          standard = n.standard::json, block_keys = n.block_keys::bigint[], content_hash = decode(n.content_hash, 'hex'),
          observed_at = n.observed_at::timestamptz, revision = r.revision + 1, deleted = false
        from ${unpacked}
        where r.source = $2 and r.collection = $1 and r.source_id = n.source_id
        returning r.id, r.source_id
      ), queued as (
        insert into pending (record_id, operation_id) select id, $13::uuid from updated
      ), released as (
        delete from quarantine q using updated u where q.record_id = u.id
      )
      select id, source_id as "sourceId" from updated`,
      [
        batch.collection,
        batch.source,
        batch.sourceVersion,
        batch.receivedAt,
        ...packedColumns(writes),
        batch.operationId ?? null,
      ],
    );
    await this.changeKeys(
      tx,
      writes.map(({ held, record }) => ({ id: held?.id ?? 0, before: held?.blockKeys ?? [], after: record.blockKeys })),
    );
    return updated;
  }

  /** Takes locked records back: they keep their content, and no one finds them any more. */
  async withdraw(tx: Transaction, records: readonly HeldRecord[], receivedAt: Date): Promise<void> {
    await tx.query(
      `/* ingestion.withdraw */
      with withdrawn as (
        update record set deleted = true, block_keys = '{}', revision = revision + 1, received_at = $2
        where id = any($1)
        returning id
      ), queued as (
        insert into pending (record_id) select id from withdrawn
      )
      delete from quarantine q using withdrawn w where q.record_id = w.id`,
      [records.map(({ id }) => id), receivedAt],
    );
    await this.changeKeys(
      tx,
      records.map(({ id, blockKeys }) => ({ id, before: blockKeys, after: [] })),
    );
  }

  /**
   * Writes only the keys that changed: a key of many records is slow to take one out of. The resolver is told of the keys
   * that were lost, as their blocks may have shrunk to a size at which they count again.
   */
  async changeKeys(
    tx: Transaction,
    changes: readonly { readonly id: number; readonly before: readonly number[]; readonly after: readonly number[] }[],
  ): Promise<void> {
    const removed = changes.flatMap(({ id, before, after }) => without(before, after).map((key) => ({ key, id })));
    const added = changes.flatMap(({ id, before, after }) => without(after, before).map((key) => ({ key, id })));
    if (removed.length > 0)
      await tx.query(
        `/* ingestion.removeKeys */
        with lost as (
          select * from unnest($1::bigint[], $2::bigint[]) as k(key, record_id)
        ), queued as (
          insert into pending (record_id, removed_keys) select record_id, array_agg(key) from lost group by record_id
        )
        delete from block_key b using lost where b.key = lost.key and b.record_id = lost.record_id`,
        [removed.map(({ key }) => key), removed.map(({ id }) => id)],
      );
    if (added.length > 0)
      await tx.query(
        `/* ingestion.addKeys */
        insert into block_key (key, record_id) select * from unnest($1::bigint[], $2::bigint[])`,
        [added.map(({ key }) => key), added.map(({ id }) => id)],
      );
  }

  async reject(tx: Transaction, batch: RecordBatch, rejected: readonly RejectedLine[]): Promise<void> {
    if (rejected.length === 0) return;
    await tx.query(
      `/* ingestion.reject */
      insert into rejection (collection, source, operation_id, line, source_id, input, errors)
      select $1, $2, $3, line, source_id, input, errors::json
      from unnest($4::int[], $5::text[], $6::text[], $7::text[]) as r(line, source_id, input, errors)`,
      [
        batch.collection,
        batch.source,
        batch.operationId,
        rejected.map(({ line }) => line),
        rejected.map(({ sourceId }) => sourceId ?? null),
        rejected.map(({ input }) => input ?? null),
        rejected.map(({ errors }) => JSON.stringify(errors)),
      ],
    );
  }
}

function packedColumns(writes: readonly RecordWrite[]): string[] {
  return [
    pack(writes.map(({ record }) => record.line.sourceId)),
    pack(writes.map(({ record }) => record.data)),
    pack(writes.map(({ record }) => record.canonical)),
    pack(writes.map(({ record }) => record.flags)),
    pack(writes.map(({ record }) => record.standard)),
    pack(writes.map(({ record }) => numberArray(record.blockKeys))),
    pack(writes.map(({ record }) => record.contentHash.toString('hex'))),
    pack(writes.map(({ observedAt }) => observedAt.toISOString())),
  ];
}

function without(keys: readonly number[], others: readonly number[]): number[] {
  const known = new Set(others);
  return keys.filter((key) => !known.has(key));
}
