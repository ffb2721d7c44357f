import { Injectable } from '@nestjs/common';
import { Database } from '../platform/database/database.js';

/** A pair of records of one golden record that are alike. */
export interface InnerLink {
  readonly sourceA: string;
  readonly sourceIdA: string;
  readonly sourceB: string;
  readonly sourceIdB: string;
  readonly weight: number;
  readonly review: boolean;
}

@Injectable()
export class GoldenLinksRepository {
  constructor(private readonly database: Database) {}

  /** The links between the records of a golden record, strongest first. */
  async within(goldenId: string, limit: number): Promise<InnerLink[]> {
    return this.database.query<InnerLink>(
      `/* stewardship.links_within */
      select a.source as "sourceA", a.source_id as "sourceIdA", b.source as "sourceB", b.source_id as "sourceIdB",
        l.weight, l.review
      from membership x
        join link l on l.record_a = x.record_id
        join membership y on y.record_id = l.record_b and y.golden_id = x.golden_id
        join record a on a.id = l.record_a
        join record b on b.id = l.record_b
      where x.golden_id = $1
      order by l.weight desc, l.record_a, l.record_b
      limit $2`,
      [goldenId, limit],
    );
  }
}
