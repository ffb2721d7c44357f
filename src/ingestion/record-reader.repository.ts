import { Injectable } from '@nestjs/common';
import type { CanonicalRecord } from '../domain/attribute.js';
import { Database } from '../platform/database/database.js';
import type { FieldError } from '../platform/http/problem.js';
import { firstDeferredId } from '../resolution/deferral.js';

/** A source's record as it is held, and how far it has come. */
export interface StoredRecord {
  readonly id: number;
  readonly source: string;
  readonly sourceId: string;
  readonly data: Readonly<Record<string, unknown>>;
  readonly canonical: CanonicalRecord;
  readonly flags: readonly FieldError[] | null;
  readonly deleted: boolean;
  readonly pending: boolean;
  /** Why it is quarantined, if it is. */
  readonly reason: string | null;
  readonly goldenId: string | null;
  readonly observedAt: Date;
  readonly receivedAt: Date;
}

@Injectable()
export class RecordReaderRepository {
  constructor(private readonly database: Database) {}

  async find(collection: string, source: string, sourceId: string): Promise<StoredRecord | undefined> {
    const [row] = await this.database.query<StoredRecord>(
      `/* ingestion.find */
      select r.id, r.source, r.source_id as "sourceId", r.data, r.canonical, r.flags, r.deleted, q.reason,
        exists (select from pending p where p.record_id = r.id and p.id < ${firstDeferredId}) as pending, m.golden_id as "goldenId",
        r.observed_at as "observedAt", r.received_at as "receivedAt"
      from record r
      left join membership m on m.record_id = r.id
      left join quarantine q on q.record_id = r.id
      where r.source = $2 and r.collection = $1 and r.source_id = $3`,
      [collection, source, sourceId],
      { keepPlan: true },
    );
    return row;
  }
}
