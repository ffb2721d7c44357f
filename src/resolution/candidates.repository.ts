import { Injectable } from '@nestjs/common';
import type { StandardForm } from '../matching/model.js';
import type { Queryable } from '../platform/database/database.js';

/** A block, cut one record past the cap. */
export interface Block {
  readonly key: number;
  readonly recordIds: readonly number[];
}

/** What scoring needs of a candidate. */
export interface Candidate {
  readonly id: number;
  readonly revision: number;
  readonly standard: StandardForm;
}

@Injectable()
export class CandidatesRepository {
  /** Reads one index range a key, and stops one record past the cap: an oversized block costs no more than that. */
  async blocks(
    db: Queryable,
    keys: readonly number[],
    { smallest, largest }: { readonly smallest: number; readonly largest: number },
  ): Promise<Block[]> {
    if (keys.length === 0) return [];
    return db.query<Block>(
      `/* resolution.blocks */
      select k.key, b.ids as "recordIds"
      from unnest($1::bigint[]) as k(key)
      cross join lateral (
        select array_agg(block.record_id) as ids
        from (select record_id from block_key where block_key.key = k.key limit $2) block
      ) b
      where cardinality(b.ids) >= $3 and not exists (select from oversized_block_key o where o.key = k.key)`,
      [keys, largest + 1, smallest],
    );
  }

  /** A key is a hash, so that a block may name a record of another collection: those are left out. */
  async candidates(db: Queryable, collection: string, recordIds: readonly number[]): Promise<Candidate[]> {
    if (recordIds.length === 0) return [];
    return db.query<Candidate>(
      `/* resolution.candidates */
      select id, revision, standard from record where id = any($1) and collection = $2 and not deleted`,
      [recordIds, collection],
    );
  }
}
