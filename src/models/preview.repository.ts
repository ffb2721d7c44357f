import { Injectable } from '@nestjs/common';
import type { Domain } from '../domain/domain.js';
import type { StandardForm } from '../matching/model.js';
import { type Stored, withForm } from '../matching/stored-form.js';
import { Database } from '../platform/database/database.js';

/** A record as a preview groups it anew. */
export interface HeldRecord {
  readonly id: number;
  readonly source: string;
  readonly sourceId: string;
  readonly duplicateFree: boolean;
  readonly goldenId: string | null;
  readonly standard: StandardForm;
  readonly blockKeys: readonly number[];
}

const columns = `r.id, r.source, r.source_id as "sourceId", s.duplicate_free as "duplicateFree",
  m.golden_id as "goldenId", r.standard, r.block_keys as "blockKeys"`;

@Injectable()
export class PreviewRepository {
  constructor(private readonly database: Database) {}

  async count(collection: string): Promise<number> {
    const [row] = await this.database.query<{ records: number }>(
      `/* models.count */ select count(*) as records from record where collection = $1 and not deleted`,
      [collection],
    );
    return row?.records ?? 0;
  }

  /** The next records in order of id. */
  async after({ collection, features }: Domain, id: number, limit: number): Promise<HeldRecord[]> {
    const rows = await this.database.query<Stored<HeldRecord>>(
      `/* models.records_after */
      select ${columns}
      from record r join membership m on m.record_id = r.id join source s on s.source = r.source
      where r.id > $2 and r.collection = $1 and not r.deleted
      order by r.id limit $3`,
      [collection, id, limit],
    );
    return rows.map((row) => withForm(features, row));
  }

  async records({ features }: Domain, ids: readonly number[]): Promise<HeldRecord[]> {
    if (ids.length === 0) return [];
    const rows = await this.database.query<Stored<HeldRecord>>(
      `/* models.records */
      select ${columns}
      from record r join membership m on m.record_id = r.id join source s on s.source = r.source
      where r.id = any($1) and not r.deleted`,
      [ids],
    );
    return rows.map((row) => withForm(features, row));
  }

  /** The records of the golden records. */
  async siblings(goldenIds: readonly string[]): Promise<number[]> {
    if (goldenIds.length === 0) return [];
    const rows = await this.database.query<{ id: number }>(
      `/* models.siblings */ select record_id as id from membership where golden_id = any($1)`,
      [goldenIds],
    );
    return rows.map(({ id }) => id);
  }
}
