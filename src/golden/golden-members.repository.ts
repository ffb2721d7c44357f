import { Injectable } from '@nestjs/common';
import type { CanonicalRecord } from '../domain/attribute.js';
import { anyOf } from '../platform/database/any-of.js';
import type { Queryable } from '../platform/database/database.js';

/** What survivorship needs of a record. */
export interface MemberRow {
  readonly id: number;
  readonly source: string;
  readonly sourceId: string;
  readonly trust: number;
  readonly observedAt: Date;
  readonly canonical: CanonicalRecord;
  readonly flags: readonly { readonly path: string }[] | null;
}

@Injectable()
export class GoldenMembersRepository {
  async members(db: Queryable, recordIds: readonly number[]): Promise<MemberRow[]> {
    return db.query<MemberRow>(
      `/* golden.members */
      select r.id, r.source, r.source_id as "sourceId", s.trust, r.observed_at as "observedAt", r.canonical, r.flags
      from record r join source s on s.source = r.source
      where r.id = ${anyOf(1, 'bigint')}`,
      [recordIds],
    );
  }

  /** The live records of golden records, by golden record. */
  async recordIds(db: Queryable, goldenIds: readonly string[]): Promise<{ goldenId: string; ids: number[] }[]> {
    return db.query<{ goldenId: string; ids: number[] }>(
      `/* golden.record_ids */
      select m.golden_id as "goldenId", array_agg(m.record_id) as ids
      from membership m join record r on r.id = m.record_id
      where m.golden_id = any($1) and not r.deleted
      group by m.golden_id`,
      [goldenIds],
    );
  }

  async countGolden(db: Queryable, collection: string): Promise<number> {
    const [row] = await db.query<{ count: number }>(
      `/* golden.count */ select count(*) as count from golden where collection = $1 and status = 'active'`,
      [collection],
    );
    return row?.count ?? 0;
  }

  /** Ids of active golden records in order of id, after `after`. */
  async goldenIds(db: Queryable, collection: string, after: string | undefined, limit: number): Promise<string[]> {
    const rows = await db.query<{ id: string }>(
      `/* golden.ids */
      select id from golden
      where collection = $1 and status = 'active' and ($2::uuid is null or id > $2)
      order by id limit $3`,
      [collection, after ?? null, limit],
    );
    return rows.map(({ id }) => id);
  }
}
