import { Injectable } from '@nestjs/common';
import { Database } from '../platform/database/database.js';
import type { SampledRow } from './training-sample.js';

@Injectable()
export class TrainingSampleRepository {
  constructor(private readonly database: Database) {}

  async population(collection: string): Promise<number> {
    const [row] = await this.database.query<{ records: number }>(
      `/* models.population */ select count(*) as records from record where collection = $1 and not deleted`,
      [collection],
    );
    return row?.records ?? 0;
  }

  /** Records at random, and the same ones each time: those whose ids have the smallest hashes, in that order. */
  async drawn(collection: string, limit: number): Promise<number[]> {
    const rows = await this.database.query<{ id: number }>(
      `/* models.drawn */
      select id from record where collection = $1 and not deleted order by hashint8extended(id, 0), id limit $2`,
      [collection, limit],
    );
    return rows.map(({ id }) => id);
  }

  async records(collection: string, ids: readonly number[]): Promise<SampledRow[]> {
    if (ids.length === 0) return [];
    return this.database.query<SampledRow>(
      `/* models.sample */
      select r.id, r.source, s.duplicate_free as "duplicateFree", r.standard::text, r.block_keys as "blockKeys",
        false as drawn
      from record r join source s on s.source = r.source
      where r.id = any($1) and r.collection = $2 and not r.deleted`,
      [ids, collection],
    );
  }
}
