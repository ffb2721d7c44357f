import { Injectable } from '@nestjs/common';
import { Database } from '../platform/database/database.js';

/** A block key that names too many records to generate candidates. */
export interface OversizedBlockRow {
  readonly key: number;
  readonly label: string;
  readonly generic: boolean;
  readonly size: number;
  readonly since: Date;
}

@Injectable()
export class OversizedBlockListRepository {
  constructor(private readonly database: Database) {}

  /** In order of key. The size is counted from the index, as it grows with every record that arrives. */
  async list(collection: string, after: number | undefined, limit: number): Promise<OversizedBlockRow[]> {
    return this.database.query<OversizedBlockRow>(
      `/* stewardship.oversized_blocks */
      select o.key, o.label, o.generic, o.detected_at as since,
        (select count(*)::int from block_key b where b.key = o.key) as size
      from oversized_block_key o
      where o.collection = $1 and ($2::bigint is null or o.key > $2)
      order by o.key
      limit $3`,
      [collection, after ?? null, limit],
    );
  }
}
