import { Injectable } from '@nestjs/common';
import type { Queryable } from '../platform/database/database.js';
import type { Member } from '../survivorship/candidate.js';
import { GoldenMembersRepository, type MemberRow } from './golden-members.repository.js';

/** Reads the records of golden records as survivorship sees them. */
@Injectable()
export class GoldenMembers {
  constructor(private readonly repository: GoldenMembersRepository) {}

  /** Records by id. */
  async of(db: Queryable, recordIds: readonly number[]): Promise<ReadonlyMap<number, Member>> {
    const rows = recordIds.length === 0 ? [] : await this.repository.members(db, recordIds);
    return new Map(rows.map((row) => [row.id, memberOf(row)]));
  }

  /** The ids of the live records of golden records, by golden id. */
  async recordIds(db: Queryable, goldenIds: readonly string[]): Promise<ReadonlyMap<string, readonly number[]>> {
    const rows = await this.repository.recordIds(db, goldenIds);
    return new Map(rows.map(({ goldenId, ids }) => [goldenId, ids]));
  }

  /** How many golden records a collection has. */
  async countGolden(db: Queryable, collection: string): Promise<number> {
    return this.repository.countGolden(db, collection);
  }

  /** The record ids of every golden record of a collection, some golden records at a time. */
  async *pages(
    db: Queryable,
    collection: string,
    goldenRecords: number,
  ): AsyncGenerator<ReadonlyMap<string, readonly number[]>> {
    for (let after: string | undefined; ;) {
      const ids = await this.repository.goldenIds(db, collection, after, goldenRecords);
      if (ids.length > 0) yield this.recordIds(db, ids);
      if (ids.length < goldenRecords) return;
      after = ids.at(-1);
    }
  }
}

function memberOf({ source, sourceId, trust, observedAt, canonical, flags }: MemberRow): Member {
  const flagged = flags ? flags.map(({ path }) => path.split('.')[0] ?? path) : none;
  return { source, sourceId, trust, observedAt: observedAt.toISOString(), canonical, flagged };
}

const none: readonly string[] = [];
