import { Injectable } from '@nestjs/common';
import { Database, type Queryable } from '../platform/database/database.js';
import type { GoldenVersion } from './golden-version.js';

/** What is known of a golden id. */
export interface GoldenHeader {
  readonly id: string;
  readonly status: 'active' | 'merged' | 'deleted';
  readonly mergedInto: string | null;
  readonly createdAt: Date;
  readonly updatedAt: Date;
}

/** How a golden id stands now. */
export interface GoldenState {
  readonly id: string;
  readonly status: GoldenHeader['status'];
  readonly version: number;
  /** The id that it redirects to after every merge; its own where it was not merged. */
  readonly survivor: string;
}

/** A version of a golden record, with the time of the record's first version. */
export interface GoldenRow extends GoldenVersion {
  readonly firstCreatedAt: Date;
}

const version = `v.golden_id as "goldenId", v.version, v.change, v.attributes, v.lineage, v.records, v.related,
  v.created_at as "createdAt", g.created_at as "firstCreatedAt"`;
const current = `golden g join golden_version v on v.golden_id = g.id and v.version = g.version`;

@Injectable()
export class GoldenReaderRepository {
  constructor(private readonly database: Database) {}

  /** The header of a golden id and its latest version, in one read. */
  async find(collection: string, id: string): Promise<(GoldenHeader & { readonly current: GoldenRow }) | undefined> {
    const [row] = await this.database.query<GoldenRow & GoldenHeader & { headerUpdatedAt: Date }>(
      `/* golden.find */
      select ${version}, g.id, g.status, g.merged_into as "mergedInto", g.updated_at as "headerUpdatedAt"
      from ${current}
      where g.id = $1 and g.collection = $2`,
      [id, collection],
      { keepPlan: true },
    );
    if (!row) return undefined;
    const { id: goldenId, status, mergedInto, headerUpdatedAt, ...currentVersion } = row;
    return {
      id: goldenId,
      status,
      mergedInto,
      createdAt: row.firstCreatedAt,
      updatedAt: headerUpdatedAt,
      current: currentVersion,
    };
  }

  async states(db: Queryable, collection: string, ids: readonly string[]): Promise<GoldenState[]> {
    return db.query<GoldenState>(
      `/* golden.states */
      with recursive chain as (
        select g.id as start, g.id, g.merged_into, 0 as step from golden g where g.id = any($2) and g.collection = $1
        union all
        select chain.start, g.id, g.merged_into, chain.step + 1 from chain join golden g on g.id = chain.merged_into
      )
      select distinct on (g.id) g.id, g.status, g.version, chain.id as survivor
      from chain join golden g on g.id = chain.start
      order by g.id, chain.step desc`,
      [collection, ids],
    );
  }

  /** The golden id that `id` redirects to after every merge until `asOf` (all of them without it). */
  async survivor(id: string, asOf: Date | undefined): Promise<string> {
    const [row] = await this.database.query<{ id: string }>(
      `/* golden.survivor */
      with recursive chain as (
        select id, merged_into, updated_at, 0 as step from golden where id = $1
        union all
        select g.id, g.merged_into, g.updated_at, chain.step + 1
        from chain join golden g on g.id = chain.merged_into
        where $2::timestamptz is null or chain.updated_at <= $2
      )
      select id from chain order by step desc limit 1`,
      [id, asOf ?? null],
    );
    return row?.id ?? id;
  }

  /** The version that stood at a time. */
  async versionAt(id: string, at: Date): Promise<GoldenRow | undefined> {
    const [row] = await this.database.query<GoldenRow>(
      `/* golden.version_at */
      select ${version}
      from golden g join golden_version v on v.golden_id = g.id
      where g.id = $1 and v.created_at <= $2
      order by v.version desc
      limit 1`,
      [id, at],
    );
    return row;
  }

  /** Versions older than `before` (from the latest on without it), newest first. */
  async versions(id: string, before: number | undefined, limit: number): Promise<GoldenRow[]> {
    return this.database.query<GoldenRow>(
      `/* golden.versions */
      select ${version}
      from golden g join golden_version v on v.golden_id = g.id
      where g.id = $1 and ($2::int is null or v.version < $2)
      order by v.version desc
      limit $3`,
      [id, before ?? null, limit],
    );
  }

  /** The golden record that a live source record belongs to. */
  async ofRecord(collection: string, source: string, sourceId: string): Promise<GoldenRow | undefined> {
    const [row] = await this.database.query<GoldenRow>(
      `/* golden.of_record */
      select ${version}
      from record r join membership m on m.record_id = r.id join ${current} on g.id = m.golden_id
      where r.source = $2 and r.collection = $1 and r.source_id = $3 and not r.deleted`,
      [collection, source, sourceId],
      { keepPlan: true },
    );
    return row;
  }

  /** Active golden records after `after` in order of id. */
  async page(collection: string, after: string | undefined, limit: number): Promise<GoldenRow[]> {
    return this.database.query<GoldenRow>(
      `/* golden.page */
      select ${version}
      from ${current}
      where g.collection = $1 and g.status = 'active' and ($2::uuid is null or g.id > $2)
      order by g.id
      limit $3`,
      [collection, after ?? null, limit],
    );
  }

  /** The current versions of some golden records, those that are active. */
  async active(collection: string, ids: readonly string[]): Promise<GoldenRow[]> {
    return this.database.query<GoldenRow>(
      `/* golden.active */
      select ${version}
      from ${current}
      where g.id = any($2) and g.collection = $1 and g.status = 'active'`,
      [collection, ids],
    );
  }

  /** Every live record with its golden id (null until it is resolved), in chunks. */
  crosswalk(
    collection: string,
    source: string | undefined,
  ): AsyncGenerator<{ source: string; sourceId: string; goldenId: string | null }[]> {
    return this.database.stream(
      `/* golden.crosswalk */
      select r.source, r.source_id as "sourceId", m.golden_id as "goldenId"
      from record r join membership m on m.record_id = r.id
      where r.collection = $1 and not r.deleted and ($2::text is null or r.source = $2)`,
      [collection, source ?? null],
    );
  }
}
