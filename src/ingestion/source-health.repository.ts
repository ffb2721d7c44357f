import { Injectable } from '@nestjs/common';
import { Database } from '../platform/database/database.js';

/** How the records of a source fare in one collection. */
export interface CollectionHealth {
  readonly collection: string;
  readonly records: number;
  readonly pending: number;
  readonly quarantined: number;
  readonly rejected: number;
  readonly lastReceivedAt: Date | null;
}

@Injectable()
export class SourceHealthRepository {
  constructor(private readonly database: Database) {}

  /** Counted, not estimated: it takes as long as reading the records of the source does. */
  async read(source: string): Promise<CollectionHealth[]> {
    return this.database.query<CollectionHealth>(
      `/* ingestion.source_health */
      with held as (
        select collection, count(*) filter (where not deleted) as records, max(received_at) as received
        from record where source = $1 group by collection
      ), waiting as (
        select r.collection, count(distinct p.record_id) as records
        from pending p join record r on r.id = p.record_id where r.source = $1 group by r.collection
      ), quarantined as (
        select r.collection, count(*) as records
        from quarantine q join record r on r.id = q.record_id where r.source = $1 group by r.collection
      ), rejected as (
        select collection, count(*) as lines from rejection where source = $1 group by collection
      )
      select collection, coalesce(held.records, 0)::integer as records, coalesce(waiting.records, 0)::integer as pending,
        coalesce(quarantined.records, 0)::integer as quarantined, coalesce(rejected.lines, 0)::integer as rejected,
        held.received as "lastReceivedAt"
      from held full join waiting using (collection) full join quarantined using (collection)
        full join rejected using (collection)
      order by collection`,
      [source],
    );
  }
}
