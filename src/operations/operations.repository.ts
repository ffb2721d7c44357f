import { Injectable } from '@nestjs/common';
import type { Queryable, Transaction } from '../platform/database/database.js';
import type { ClaimedOperation } from './background-operations.js';
import type { Operation, OperationCounts, OperationKind, OperationScope } from './operation.js';
import type { ProblemDetails } from './problem-details.js';

const columns = `o.id, o.kind, o.collection, o.source, o.state, o.input_complete as "inputComplete",
  json_build_object('received', o.received, 'accepted', o.accepted, 'unchanged', o.unchanged, 'stale', o.stale,
    'rejected', o.rejected) as counts,
  o.expected, o.result, o.error, o.created_at as "createdAt", o.updated_at as "updatedAt",
  (select count(*) from pending p where p.operation_id = o.id) as pending,
  coalesce(o.quarantined, (select count(*) from quarantine q where q.operation_id = o.id)) as quarantined`;

/** How a background operation starts. */
export interface BackgroundStart {
  readonly payload: unknown;
  /** How many records it will take in. */
  readonly expected: number;
  /** What its result says from the start. */
  readonly result?: unknown;
}

/** A line that was rejected, as a result names it. */
export interface RejectedLine {
  readonly line: number;
  readonly sourceId: string | null;
  readonly errors: { readonly path: string; readonly message: string }[];
}

@Injectable()
export class OperationsRepository {
  async insert(
    tx: Queryable,
    id: string,
    { kind, collection, source }: OperationScope,
    background: BackgroundStart | undefined,
    leaseSeconds: number | null,
  ): Promise<void> {
    await tx.query(
      `/* operations.insert */
      insert into operation (id, kind, collection, source, state, expected, payload, result, lease_until, created_at, updated_at)
      values ($1, $2, $3, $4, 'running', $5, $6, $7, now() + $8 * interval '1 second', now(), now())`,
      [
        id,
        kind,
        collection,
        source,
        background?.expected ?? null,
        background ? JSON.stringify(background.payload) : null,
        background?.result === undefined ? null : JSON.stringify(background.result),
        leaseSeconds,
      ],
    );
  }

  async find(db: Queryable, id: string): Promise<Operation | undefined> {
    const [row] = await db.query<Operation>(
      `/* operations.find */ select ${columns} from operation o where o.id = $1`,
      [id],
    );
    return row;
  }

  /** Newest first, older than `before`. */
  async page(db: Queryable, before: string | undefined, limit: number): Promise<Operation[]> {
    return db.query<Operation>(
      `/* operations.page */
      select ${columns} from operation o where $1::uuid is null or o.id < $1 order by o.id desc limit $2`,
      [before ?? null, limit],
    );
  }

  async rejections(db: Queryable, id: string, limit: number): Promise<RejectedLine[]> {
    return db.query<RejectedLine>(
      `/* operations.rejections */
      select line, source_id as "sourceId", errors from rejection where operation_id = $1 order by id limit $2`,
      [id, limit],
    );
  }

  /** @returns false where the operation is running no more */
  async count(tx: Transaction, id: string, counts: OperationCounts): Promise<boolean> {
    const rows = await tx.query(
      `/* operations.count */
      update operation
      set received = received + $2, accepted = accepted + $3, unchanged = unchanged + $4, stale = stale + $5,
        rejected = rejected + $6, updated_at = now()
      where id = $1 and state = 'running'
      returning id`,
      [id, counts.received, counts.accepted, counts.unchanged, counts.stale, counts.rejected],
    );
    return rows.length > 0;
  }

  async advance(tx: Transaction, id: string, payload: unknown): Promise<void> {
    await tx.query(`/* operations.advance */ update operation set payload = $2, updated_at = now() where id = $1`, [
      id,
      JSON.stringify(payload),
    ]);
  }

  async completeInput(tx: Queryable, id: string): Promise<boolean> {
    const rows = await tx.query(
      `/* operations.completeInput */
      update operation set input_complete = true, lease_until = null, updated_at = now()
      where id = $1 and state = 'running'
      returning id`,
      [id],
    );
    return rows.length > 0;
  }

  async fail(db: Queryable, id: string, error: ProblemDetails): Promise<void> {
    await db.query(
      `/* operations.fail */
      update operation set state = 'failed', error = $2, lease_until = null, updated_at = now()
      where id = $1 and state = 'running'`,
      [id, JSON.stringify(error)],
    );
  }

  async renewLeases(db: Queryable, ids: readonly string[], leaseSeconds: number): Promise<void> {
    await db.query(
      `/* operations.renewLeases */
      update operation set lease_until = now() + $2 * interval '1 second' where id = any($1) and state = 'running'`,
      [ids, leaseSeconds],
    );
  }

  /** Fails the operations that only their process could go on with, and it is gone. */
  async failAbandoned(db: Queryable, error: ProblemDetails): Promise<number> {
    const rows = await db.query(
      `/* operations.failAbandoned */
      update operation set state = 'failed', error = $1, updated_at = now()
      where state = 'running' and not input_complete and payload is null and lease_until < now()
      returning id`,
      [JSON.stringify(error)],
    );
    return rows.length;
  }

  /** Ends the operations that have nothing left to wait for, and keeps what their result says from then on. */
  async settle(db: Queryable): Promise<void> {
    await db.query(
      `/* operations.settle */
      update operation o
      set state = 'succeeded', updated_at = now(),
        quarantined = (select count(*) from quarantine q where q.operation_id = o.id)
      where o.state = 'running' and o.input_complete
        and not exists (select from pending p where p.operation_id = o.id)`,
    );
  }

  /** Takes the turn of the oldest background operation that no other worker is at and that is not in `except`. */
  async claim(
    tx: Transaction,
    kinds: readonly OperationKind[],
    except: readonly string[],
  ): Promise<ClaimedOperation | undefined> {
    const [row] = await tx.query<ClaimedOperation>(
      `/* operations.claim */
      select id, kind, collection, source, payload from operation
      where state = 'running' and not input_complete and kind = any($1) and id <> all($2)
      order by created_at, id limit 1
      for update skip locked`,
      [kinds, except],
    );
    return row;
  }
}
