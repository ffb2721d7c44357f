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

/** Which of them to list. */
export interface WantedBlocks {
  /** Only those of values that are generic, or only the others. */
  readonly generic: boolean | undefined;
  /** The key after which to go on. */
  readonly after: number | undefined;
  readonly limit: number;
}

@Injectable()
export class OversizedBlockListRepository {
  constructor(private readonly database: Database) {}

  /** In order of key. The size is counted from the index, as it grows with every record that arrives. */
  async list(collection: string, { generic, after, limit }: WantedBlocks): Promise<OversizedBlockRow[]> {
    return this.database.query<OversizedBlockRow>(
      `/* stewardship.oversized_blocks */
      select o.key, o.label, o.generic, o.detected_at as since,
        (select count(*)::int from block_key b where b.key = o.key) as size
      from oversized_block_key o
      where o.collection = $1 and ($2::bigint is null or o.key > $2) and ($4::boolean is null or o.generic = $4)
      order by o.key
      limit $3`,
      [collection, after ?? null, limit, generic ?? null],
    );
  }
}
