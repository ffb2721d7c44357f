import { Injectable } from '@nestjs/common';
import type { StandardForm } from '../matching/model.js';
import type { Stored } from '../matching/stored-form.js';
import { anyOf } from '../platform/database/any-of.js';
import type { Database, Transaction } from '../platform/database/database.js';
import { firstDeferredId } from './deferral.js';
import type { LockedRecord } from './locked-record.js';

/** A record of the batch as it stood when it was claimed. */
export interface BatchRecord {
  readonly id: number;
  readonly collection: string;
  readonly revision: number;
  readonly deleted: boolean;
  readonly standard: StandardForm;
  readonly blockKeys: readonly number[];
  /** Whether its golden record is to be computed anew though it keeps its records. */
  readonly changed: boolean;
}

/** A pending row that this transaction has taken, with its record. */
export interface Claim extends Stored<BatchRecord> {
  readonly pendingId: number;
  readonly operationId: string | null;
  /** Block keys that the record had before the change that made it pending, and has no longer. */
  readonly removedKeys: readonly number[] | null;
}

/** What the clusters of records depend on besides the links that a model made by itself. */
export interface Dependence {
  /**
   * Records of which any link may be about to change: what they are linked with counts as given, and so does what is best
   * for a record without them.
   */
  readonly changing: readonly number[];
  /** Whether the model gives weight to links that are the best of both records. To ask for it always is right, and dear. */
  readonly byBest: boolean;
}

const linked = `select record_b as id from link where record_a = c.id and not review
          union all
          select record_a from link where record_b = c.id and not review`;

// Of those that are about to change.
const linkedInAnyWay = `select record_b as id from link where record_a = ${anyOf(2, 'bigint')}
          union all
          select record_a from link where record_b = ${anyOf(2, 'bigint')}`;

const linkedByBest = `select ranked.id
          from (
            select l.id, l.review, other.source <> own.source as elsewhere,
              rank() over (partition by other.source, l.id = any($2) order by l.weight desc) as rank
            from (
              select record_b as id, weight, review from link where record_a = c.id
              union all
              select record_a, weight, review from link where record_b = c.id
            ) l
            join record other on other.id = l.id
            join record own on own.id = c.id
          ) ranked
          where not review or (elsewhere and rank = 1)`;

const linkedWithAny = `select record_b as id from link where record_a = ${anyOf(1, 'bigint')} and not review
          union all
          select record_a from link where record_b = ${anyOf(1, 'bigint')} and not review`;

const linkedWithAnyByBest = `select neighbour.id
          from unnest((select $1::bigint[])) as c(id) cross join lateral (${linkedByBest}) neighbour
          union all
          ${linkedInAnyWay}`;

// By offset 0 one look for each, as the planner does not know how few are taken.
const claimed = `select taken.id as "pendingId", taken.operation_id as "operationId", taken.removed_keys as "removedKeys", record.*,
        taken.content_changed or exists (select from quarantine q where q.record_id = taken.record_id) as changed
      from taken
      cross join lateral (
        select id, collection, revision, deleted, standard, block_keys as "blockKeys" from record where id = taken.record_id
        offset 0
      ) record`;

@Injectable()
export class ResolutionRepository {
  /**
   * Takes pending rows of what is new, oldest first, that no other worker has, and with them the deferred rows of the same
   * records: these ask for no more than to be resolved once. They are back when the transaction fails. Looked for one by one, as
   * the planner does not know how many are deferred: when all have just been, it would go through them. The subtraction keeps it
   * from the index of ids, which would do that too.
   */
  async claim(tx: Transaction, limit: number): Promise<Claim[]> {
    return tx.query<Claim>(
      `/* resolution.claim */
      with next as materialized (
        select ctid, record_id from pending where id < ${firstDeferredId} order by id limit $1 for update skip locked
      ), again as materialized (
        select deferred.ctid
        from next
        cross join lateral (
          select ctid from pending where record_id = next.record_id and id - ${firstDeferredId} >= 0 offset 0
          for update skip locked
        ) deferred
      ), taken as (
        delete from pending where ctid = any (array(select ctid from next union all select ctid from again))
        returning *
      )
      ${claimed}`,
      [limit],
    );
  }

  /** Takes deferred rows as `claim` does the others; none while anything is new, also where another worker has that. */
  async claimDeferred(tx: Transaction, limit: number): Promise<Claim[]> {
    return tx.query<Claim>(
      `/* resolution.claim_deferred */
      with taken as (
        delete from pending
        where ctid = any (array(
          select ctid from pending
          where id >= ${firstDeferredId} and not exists (select from pending where id < ${firstDeferredId})
          order by id limit $1 for update skip locked
        ))
        returning *
      )
      ${claimed}`,
      [limit],
    );
  }

  async claimThese(tx: Transaction, ids: readonly number[]): Promise<Claim[]> {
    return tx.query<Claim>(
      `/* resolution.claim_these */
      with taken as (
        delete from pending
        where id in (select id from pending where id = any($1) order by id for update skip locked)
        returning *
      )
      ${claimed}`,
      [ids],
    );
  }

  /** Takes the pending rows of what is new of these records that no other worker has. */
  async claimOf(tx: Transaction, recordIds: readonly number[]): Promise<Claim[]> {
    return tx.query<Claim>(
      `/* resolution.claim_of */
      with taken as (
        delete from pending
        where ctid = any (array(
          select ctid from pending where record_id = ${anyOf(1, 'bigint')} and id < ${firstDeferredId} for update skip locked
        ))
        returning *
      )
      ${claimed}`,
      [recordIds],
    );
  }

  /**
   * Every record on which the clusters of the given ones depend: what is connected with them by links that a model made by
   * itself, by matches of stewards, or, where the model asks for it, by a link, reviews included, than which a record has
   * no stronger one to that source. In one array, as to send them one by one costs more than to find them. How many
   * are given is hidden from the planner: it expects so much more of the recursion that it makes room for millions, 32 MiB
   * to be zeroed before a statement of 2,000 records begins.
   */
  async connected(tx: Transaction, recordIds: readonly number[], { changing, byBest }: Dependence): Promise<number[]> {
    const [row] = await tx.query<{ ids: number[] | null }>(
      `/* resolution.connected */
      with recursive component (id) as (
        (
          select unnest((select $1::bigint[]))
          union
          (${linkedInAnyWay})
        )
        union
        select neighbour.id
        from component c
        cross join lateral (
          ${byBest ? linkedByBest : linked}
          union all
          select united_with from decision_record where record_id = c.id and standing and united_with is not null
          union all
          select record_id from decision_record where united_with = c.id and standing
        ) neighbour
      )
      select array_agg(id) as ids from component`,
      [recordIds, byBest ? changing : []],
    );
    return row?.ids ?? [];
  }

  /** What of `connected` is next to the records and not among them, and the other records of their golden records. */
  async outside(tx: Transaction, recordIds: readonly number[], { changing, byBest }: Dependence): Promise<number[]> {
    const given = anyOf(1, 'bigint');
    const [row] = await tx.query<{ ids: number[] | null }>(
      `/* resolution.outside */
      select array_agg(id) as ids
      from (
        (
          ${byBest ? linkedWithAnyByBest : linkedWithAny}
          union all
          select united_with from decision_record where record_id = ${given} and standing and united_with is not null
          union all
          select record_id from decision_record where united_with = ${given} and standing
          union all
          select record_id from membership
          where golden_id = any(array(select golden_id from membership where record_id = ${given}))
        )
        except
        select unnest((select $1::bigint[]))
      ) other`,
      byBest ? [recordIds, changing] : [recordIds],
    );
    return row?.ids ?? [];
  }

  /** Locks in id order, so that two workers that want the same records wait and never deadlock. */
  async lock(tx: Transaction, recordIds: readonly number[]): Promise<void> {
    await tx.query(
      `/* resolution.lock */
      select count(*)
      from (select from membership where record_id = ${anyOf(1, 'bigint')} order by record_id for no key update) locked`,
      [recordIds],
    );
  }

  async locked(tx: Transaction, recordIds: readonly number[]): Promise<LockedRecord[]> {
    return tx.query<LockedRecord>(
      `/* resolution.locked */
      select r.id, r.source, r.source_id as "sourceId", r.revision, r.deleted,
        s.duplicate_free as "duplicateFree", m.golden_id as "goldenId"
      from record r
      join membership m on m.record_id = r.id
      join source s on s.source = r.source
      where r.id = ${anyOf(1, 'bigint')}`,
      [recordIds],
    );
  }

  /** The records of golden records. */
  async siblings(tx: Transaction, goldenIds: readonly string[]): Promise<number[]> {
    const [row] = await tx.query<{ ids: number[] | null }>(
      `/* resolution.siblings */
      select array_agg(record_id) as ids from membership where golden_id = ${anyOf(1, 'uuid')}`,
      [goldenIds],
    );
    return row?.ids ?? [];
  }

  async now(tx: Transaction): Promise<Date> {
    const [row] = await tx.query<{ at: Date }>(`/* resolution.now */ select clock_timestamp()::timestamptz(3) as at`);
    if (!row) throw new Error('The database told no time.');
    return row.at;
  }

  async quarantine(tx: Transaction, { id, operationId }: Claim, reason: string): Promise<void> {
    await tx.query(
      `/* resolution.quarantine */
      insert into quarantine (record_id, collection, operation_id, reason)
      select id, collection, $2::uuid, $3 from record where id = $1
      on conflict (record_id) do update
      set operation_id = excluded.operation_id, reason = excluded.reason, quarantined_at = clock_timestamp()`,
      [id, operationId, reason],
    );
  }

  async leaveQuarantine(tx: Transaction, recordIds: readonly number[]): Promise<void> {
    await tx.query(`/* resolution.leave_quarantine */ delete from quarantine where record_id = ${anyOf(1, 'bigint')}`, [
      recordIds,
    ]);
  }

  async anythingToDo(database: Database): Promise<boolean> {
    const [row] = await database.query<{ todo: boolean }>(
      `/* resolution.anything_to_do */
      select exists (select from pending) or exists (select from oversized_block_key where not settled) as todo`,
    );
    return row?.todo ?? false;
  }

  /** Those of the given records that have changed and are not resolved yet. */
  async stillPending(database: Database, recordIds: readonly number[]): Promise<number[]> {
    const rows = await database.query<{ id: number }>(
      `/* resolution.still_pending */
      select distinct record_id as id from pending where record_id = ${anyOf(1, 'bigint')} and id < ${firstDeferredId}`,
      [recordIds],
      { keepPlan: true },
    );
    return rows.map(({ id }) => id);
  }
}
