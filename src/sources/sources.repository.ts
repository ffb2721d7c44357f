import { Injectable } from '@nestjs/common';
import type { Database, Queryable, Transaction } from '../platform/database/database.js';
import type { Source, SourceDefinition } from './source.js';

const columns = `source, name, trust, duplicate_free as "duplicateFree", default_region as "defaultRegion", mappings,
  version, created_at as "createdAt", updated_at as "updatedAt"`;

@Injectable()
export class SourcesRepository {
  async find(database: Database, source: string): Promise<Source | undefined> {
    const [row] = await database.query<Source>(
      `/* sources.find */ select ${columns} from source where source = $1`,
      [source],
      { keepPlan: true },
    );
    return row;
  }

  /** Sources after `after` in order of id. */
  async page(db: Queryable, after: string | undefined, limit: number): Promise<Source[]> {
    return db.query<Source>(
      `/* sources.page */
      select ${columns} from source where $1::text is null or source > $1 order by source limit $2`,
      [after ?? null, limit],
    );
  }

  /** Keeps the source as it is until the transaction ends, so that what is written by it agrees with it. */
  async version(tx: Transaction, source: string): Promise<number | undefined> {
    const [row] = await tx.query<{ version: number }>(
      `/* sources.version */ select version from source where source = $1 for share`,
      [source],
    );
    return row?.version;
  }

  async lock(tx: Transaction, source: string): Promise<Source | undefined> {
    const [row] = await tx.query<Source>(
      `/* sources.lock */ select ${columns} from source where source = $1 for update`,
      [source],
    );
    return row;
  }

  /** @returns `undefined` where another has registered the source at the same time */
  async insert(tx: Transaction, source: string, definition: SourceDefinition): Promise<Source | undefined> {
    const [row] = await tx.query<Source>(
      `/* sources.insert */
      insert into source (source, name, trust, duplicate_free, default_region, mappings, version, created_at, updated_at)
      values ($1, $2, $3, $4, $5, $6, 1, now(), now())
      on conflict do nothing
      returning ${columns}`,
      [source, ...values(definition)],
    );
    return row;
  }

  async update(
    tx: Transaction,
    source: string,
    definition: SourceDefinition,
    version: number,
  ): Promise<Source | undefined> {
    const [row] = await tx.query<Source>(
      `/* sources.update */
      update source
      set name = $2, trust = $3, duplicate_free = $4, default_region = $5, mappings = $6, version = $7, updated_at = now()
      where source = $1
      returning ${columns}`,
      [source, ...values(definition), version],
    );
    return row;
  }

  /** How many records are held of a source in some collections. */
  async countRecords(tx: Transaction, source: string, collections: readonly string[]): Promise<number> {
    const [row] = await tx.query<{ count: number }>(
      `/* sources.countRecords */
      select count(*) as count from record where source = $1 and collection = any($2) and not deleted`,
      [source, collections],
    );
    return row?.count ?? 0;
  }
}

function values({ name, trust, duplicateFree, defaultRegion, mappings }: SourceDefinition): unknown[] {
  return [name, trust, duplicateFree, defaultRegion, JSON.stringify(mappings)];
}
