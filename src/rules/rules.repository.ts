import { Injectable } from '@nestjs/common';
import type { Queryable, Transaction } from '../platform/database/database.js';
import type { SurvivorshipRules } from '../survivorship/rules.js';

/** One version of the rules of a collection. */
export interface RulesVersion {
  readonly version: number;
  readonly rules: SurvivorshipRules;
  readonly createdAt: Date;
  readonly createdBy: string | null;
}

const columns = `version, rules, created_at as "createdAt", created_by as "createdBy"`;

@Injectable()
export class RulesRepository {
  /** The version in force, 0 where there is none but the shipped one. */
  async versionInForce(db: Queryable, collection: string): Promise<number> {
    const [row] = await db.query<{ version: number | null }>(
      `/* rules.version_in_force */ select max(version) as version from survivorship_rules where collection = $1`,
      [collection],
    );
    return row?.version ?? 0;
  }

  async find(db: Queryable, collection: string, version: number): Promise<RulesVersion | undefined> {
    const [row] = await db.query<RulesVersion>(
      `/* rules.find */ select ${columns} from survivorship_rules where collection = $1 and version = $2`,
      [collection, version],
    );
    return row;
  }

  /** Versions older than `before` (from the latest on without it), newest first. */
  async page(db: Queryable, collection: string, before: number | undefined, limit: number): Promise<RulesVersion[]> {
    return db.query<RulesVersion>(
      `/* rules.page */
      select ${columns} from survivorship_rules
      where collection = $1 and ($2::int is null or version < $2)
      order by version desc
      limit $3`,
      [collection, before ?? null, limit],
    );
  }

  /** Lets nobody else change the rules of a collection until the transaction ends. Readers go on. */
  async lock(tx: Transaction, collection: string): Promise<void> {
    await tx.query(`/* rules.lock */ select pg_advisory_xact_lock(hashtextextended('survivorship ' || $1, 0))`, [
      collection,
    ]);
  }

  async insert(
    tx: Transaction,
    collection: string,
    version: number,
    rules: SurvivorshipRules,
    createdBy: string | null,
  ): Promise<void> {
    await tx.query(
      `/* rules.insert */
      insert into survivorship_rules (collection, version, rules, created_by) values ($1, $2, $3, $4)`,
      [collection, version, JSON.stringify(rules), createdBy],
    );
  }

  async countRecords(db: Queryable, collection: string): Promise<number> {
    const [row] = await db.query<{ count: number }>(
      `/* rules.count_records */ select count(*) as count from record where collection = $1 and not deleted`,
      [collection],
    );
    return row?.count ?? 0;
  }

  /** The next live records of a collection in order of id. */
  async recordsAfter(db: Queryable, collection: string, after: number, limit: number): Promise<number[]> {
    const rows = await db.query<{ id: number }>(
      `/* rules.records_after */
      select id from record where collection = $1 and id > $2 and not deleted order by id limit $3`,
      [collection, after, limit],
    );
    return rows.map(({ id }) => id);
  }
}
