import { Injectable } from '@nestjs/common';
import type { Database, Transaction } from '../platform/database/database.js';
import type { ClaimedOperation } from './background-operations.js';
import type { OperationKind } from './operation.js';

/** A long operation that this process has the lease of. */
export interface LeasedOperation extends ClaimedOperation {
  /** How often it was begun, this time included. */
  readonly attempts: number;
}

@Injectable()
export class LongOperationsRepository {
  /** Takes the lease of the oldest long operation that no process is at. */
  async claim(
    database: Database,
    kinds: readonly OperationKind[],
    leaseSeconds: number,
  ): Promise<LeasedOperation | undefined> {
    const [row] = await database.query<LeasedOperation>(
      `/* operations.claimLong */
      update operation
      set lease_until = now() + $2 * interval '1 second', attempts = attempts + 1, received = 0, updated_at = now()
      where id = (
        select id from operation
        where state = 'running' and not input_complete and kind = any($1) and (lease_until is null or lease_until < now())
        order by created_at, id limit 1
        for update skip locked
      )
      returning id, kind, collection, source, payload, attempts`,
      [kinds, leaseSeconds],
    );
    return row;
  }

  async progress(database: Database, id: string, done: number, total: number): Promise<void> {
    await database.query(
      `/* operations.progress */
      update operation set received = $2, expected = $3, updated_at = now() where id = $1 and state = 'running'`,
      [id, done, total],
    );
  }

  /** Gives the lease back, so that another process may begin at once; that this one began does not count. */
  async giveBack(database: Database, id: string): Promise<void> {
    await database.query(
      `/* operations.giveBack */
      update operation set lease_until = null, attempts = attempts - 1 where id = $1 and state = 'running'`,
      [id],
    );
  }

  /** @returns false where the operation has ended already */
  async succeed(tx: Transaction, id: string, result: unknown): Promise<boolean> {
    const rows = await tx.query(
      `/* operations.succeed */
      update operation
      set state = 'succeeded', input_complete = true, received = coalesce(expected, 0), quarantined = 0, result = $2,
        lease_until = null, updated_at = now()
      where id = $1 and state = 'running'
      returning id`,
      [id, JSON.stringify(result)],
    );
    return rows.length > 0;
  }
}
