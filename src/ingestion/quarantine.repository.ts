import { Injectable } from '@nestjs/common';
import { Database } from '../platform/database/database.js';

/** A record that could not be resolved, or no longer be read. */
export interface QuarantinedRecord {
  readonly recordId: number;
  readonly source: string;
  readonly sourceId: string;
  readonly reason: string;
  readonly operationId: string | null;
  readonly quarantinedAt: Date;
}

@Injectable()
export class QuarantineRepository {
  constructor(private readonly database: Database) {}

  /** Quarantined records after a record id. */
  async page(collection: string, source: string | null, after: number, limit: number): Promise<QuarantinedRecord[]> {
    return this.database.query<QuarantinedRecord>(
      `/* ingestion.quarantined */
      select q.record_id as "recordId", r.source, r.source_id as "sourceId", q.reason, q.operation_id as "operationId",
        q.quarantined_at as "quarantinedAt"
      from quarantine q join record r on r.id = q.record_id
      where q.collection = $1 and ($2::text is null or r.source = $2) and q.record_id > $3
      order by q.record_id limit $4`,
      [collection, source, after, limit],
    );
  }
}
