import { Injectable } from '@nestjs/common';
import type { Queryable } from '../platform/database/database.js';
import type { LabelledPair } from './labelled-pair.js';

/** Of each side of a decision so many records give labels: more pairs of the same groups teach nothing more. */
const mostOfASide = 10;

@Injectable()
export class LabelledPairsRepository {
  /** The latest decisions first. The sum of the weights of a decision's pairs is 1. */
  async read(db: Queryable, collection: string, limit: number): Promise<LabelledPair[]> {
    return db.query<LabelledPair>(
      `/* stewardship.labelled_pairs */
      with named as (
        select d.id, d.verdict, x.record_id, x.side, row_number() over (partition by d.id, x.side order by x.record_id) as place
        from decision d
        join decision_record x on x.decision_id = d.id
        join record r on r.id = x.record_id and not r.deleted
        where d.collection = $1 and d.status = 'standing'
      ), pair as (
        select x.id, x.verdict, least(x.record_id, y.record_id) as a, greatest(x.record_id, y.record_id) as b,
          1::float8 / count(*) over (partition by x.id) as weight
        from named x join named y on y.id = x.id and x.side < y.side
        where x.place <= ${mostOfASide} and y.place <= ${mostOfASide}
      ), latest as (
        select distinct on (a, b) * from pair order by a, b, id desc
      )
      select a, b, verdict, weight from latest order by id desc, a, b limit $2`,
      [collection, limit],
    );
  }
}
