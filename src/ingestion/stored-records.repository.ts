import { Injectable } from '@nestjs/common';
import type { Queryable, Transaction } from '../platform/database/database.js';
import { numberArray } from '../platform/database/number-array.js';
import { pack, unpack } from '../platform/database/packed-column.js';
import type { PreparedRecord } from './prepared-record.js';
import type { FieldError } from '../platform/http/problem.js';

/** A record whose data is to be read again. */
export interface RecordToReread {
  readonly id: number;
  readonly collection: string;
  readonly source: string;
  readonly sourceId: string;
  readonly data: Readonly<Record<string, unknown>>;
  readonly blockKeys: readonly number[];
}

/** A place in the records of a source, in order of collection and id. */
export interface SourcePosition {
  readonly collection: string;
  readonly sourceId: string;
}

const columns = `r.id, r.collection, r.source, r.source_id as "sourceId", r.data, r.block_keys as "blockKeys"`;

@Injectable()
export class StoredRecordsRepository {
  /** The next records of a source that were read by an older version of it, locked. */
  async lockOutdated(
    tx: Transaction,
    source: string,
    sourceVersion: number,
    collections: readonly string[],
    after: SourcePosition,
    limit: number,
  ): Promise<RecordToReread[]> {
    return tx.query<RecordToReread>(
      `/* ingestion.lockOutdated */
      select ${columns} from record r
      where r.source = $1 and r.source_version < $2 and r.collection = any($3) and not r.deleted
        and (r.collection, r.source_id) > ($4, $5)
      order by r.collection, r.source_id limit $6
      for update`,
      [source, sourceVersion, collections, after.collection, after.sourceId, limit],
    );
  }

  /** The next quarantined records that are to be tried again, locked. */
  async lockQuarantined(
    tx: Transaction,
    collection: string,
    source: string | null,
    recordIds: readonly number[] | null,
    after: number,
    limit: number,
  ): Promise<RecordToReread[]> {
    return tx.query<RecordToReread>(
      `/* ingestion.lockQuarantined */
      select ${columns} from record r join quarantine q on q.record_id = r.id
      where q.collection = $1 and ($2::text is null or r.source = $2) and ($3::bigint[] is null or q.record_id = any($3))
        and q.record_id > $4 and not r.deleted
      order by q.record_id limit $5
      for update of r`,
      [collection, source, recordIds, after, limit],
    );
  }

  /** Writes what was read anew, and lets the records wait for resolution again. */
  async rewrite(
    tx: Transaction,
    records: readonly { readonly id: number; readonly prepared: PreparedRecord }[],
    sourceVersion: number,
    operationId: string,
  ): Promise<void> {
    if (records.length === 0) return;
    await tx.query(
      `/* ingestion.rewrite */
      with rewritten as (
        update record r
        set canonical = n.canonical::json, flags = n.flags::json, standard = n.standard::json,
          block_keys = n.block_keys::bigint[], source_version = $6, revision = r.revision + 1
        from unnest($1::bigint[], ${unpack(2)}, ${unpack(3)}, ${unpack(4)}, ${unpack(5)})
          as n(id, canonical, flags, standard, block_keys)
        where r.id = n.id
        returning r.id
      ), queued as (
        insert into pending (record_id, operation_id) select id, $7 from rewritten
      )
      delete from quarantine q using rewritten r where q.record_id = r.id`,
      [
        records.map(({ id }) => id),
        pack(records.map(({ prepared }) => prepared.canonical)),
        pack(records.map(({ prepared }) => prepared.flags)),
        pack(records.map(({ prepared }) => prepared.standard)),
        pack(records.map(({ prepared }) => numberArray(prepared.blockKeys))),
        sourceVersion,
        operationId,
      ],
    );
  }

  /** Sets records aside that can no longer be read. They stay as they were read before. */
  async quarantine(
    tx: Transaction,
    records: readonly { readonly id: number; readonly collection: string; readonly errors: readonly FieldError[] }[],
    operationId: string,
  ): Promise<void> {
    if (records.length === 0) return;
    await tx.query(
      `/* ingestion.quarantine */
      insert into quarantine (record_id, collection, operation_id, reason)
      select record_id, collection, $4, reason from unnest($1::bigint[], $2::text[], $3::text[]) as q(record_id, collection, reason)
      on conflict (record_id) do update
      set operation_id = excluded.operation_id, reason = excluded.reason, quarantined_at = clock_timestamp()`,
      [
        records.map(({ id }) => id),
        records.map(({ collection }) => collection),
        records.map(({ errors }) => errors.map(({ path, message }) => `${path}: ${message}`).join('; ')),
        operationId,
      ],
    );
  }

  async countQuarantined(
    db: Queryable,
    collection: string,
    source: string | null,
    recordIds: readonly number[] | null,
  ): Promise<number> {
    const [row] = await db.query<{ count: number }>(
      `/* ingestion.countQuarantined */
      select count(*) as count from quarantine q join record r on r.id = q.record_id
      where q.collection = $1 and ($2::text is null or r.source = $2) and ($3::bigint[] is null or q.record_id = any($3))
        and not r.deleted`,
      [collection, source, recordIds],
    );
    return row?.count ?? 0;
  }

  /** @returns the ids of records by source and source id; unknown ones are left out */
  async idsOf(
    db: Queryable,
    collection: string,
    records: readonly { readonly source: string; readonly sourceId: string }[],
  ): Promise<number[]> {
    const rows = await db.query<{ id: number }>(
      `/* ingestion.idsOf */
      select r.id from record r join unnest($2::text[], $3::text[]) as w(source, source_id)
        on r.source = w.source and r.collection = $1 and r.source_id = w.source_id`,
      [collection, records.map(({ source }) => source), records.map(({ sourceId }) => sourceId)],
    );
    return rows.map(({ id }) => id);
  }
}
