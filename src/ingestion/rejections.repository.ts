import { Injectable } from '@nestjs/common';
import { Database, type Queryable, type Transaction } from '../platform/database/database.js';
import type { FieldError } from '../platform/http/problem.js';

/** A line of the input that was rejected. */
export interface StoredRejection {
  readonly id: number;
  readonly source: string;
  readonly operationId: string;
  readonly line: number;
  readonly sourceId: string | null;
  /** The line as it came; null where it could not be kept. */
  readonly input: string | null;
  readonly errors: readonly FieldError[];
  readonly rejectedAt: Date;
}

/** Which rejections: all that are absent set no bound. */
export interface RejectionFilter {
  readonly collection: string;
  readonly source: string | null;
  readonly operationId: string | null;
  readonly ids: readonly number[] | null;
}

const columns = `id, source, operation_id as "operationId", line, source_id as "sourceId", input, errors,
  rejected_at as "rejectedAt"`;
const matching = `collection = $1 and ($2::text is null or source = $2) and ($3::uuid is null or operation_id = $3)
  and ($4::bigint[] is null or id = any($4))`;

@Injectable()
export class RejectionsRepository {
  constructor(private readonly database: Database) {}

  /** Rejections after an id, oldest first. */
  async page(filter: RejectionFilter, after: number, limit: number): Promise<StoredRejection[]> {
    return this.database.query<StoredRejection>(
      `/* ingestion.rejections */
      select ${columns} from rejection where ${matching} and id > $5 order by id limit $6`,
      [...values(filter), after, limit],
    );
  }

  /** How many there are that can be replayed, and the last of them. */
  async extent(db: Queryable, filter: RejectionFilter): Promise<{ readonly count: number; readonly last: number }> {
    const [row] = await db.query<{ count: number; last: number }>(
      `/* ingestion.rejectionExtent */
      select count(*) as count, coalesce(max(id), 0) as last from rejection where ${matching} and input is not null`,
      values(filter),
    );
    return row ?? { count: 0, last: 0 };
  }

  /** Takes the next rejections out of the list, to be replayed in the same transaction. */
  async take(
    tx: Transaction,
    filter: RejectionFilter,
    range: { readonly after: number; readonly last: number },
    limit: number,
  ): Promise<StoredRejection[]> {
    const rows = await tx.query<StoredRejection>(
      `/* ingestion.takeRejections */
      delete from rejection where id in (
        select id from rejection
        where ${matching} and input is not null and id > $5 and id <= $6
        order by id limit $7
        for update
      )
      returning ${columns}`,
      [...values(filter), range.after, range.last, limit],
    );
    return rows.sort((a, b) => a.id - b.id);
  }
}

function values({ collection, source, operationId, ids }: RejectionFilter): unknown[] {
  return [collection, source, operationId, ids];
}
