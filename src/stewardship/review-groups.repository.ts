import { Injectable } from '@nestjs/common';
import type { Queryable } from '../platform/database/database.js';
import type { OpenPair } from './review-group.js';

/** Of a golden record's open pairs with others so many are looked at, the strongest. */
const mostNeighbours = 200;

@Injectable()
export class ReviewGroupsRepository {
  /**
   * The open pairs of golden records with others, of each two the strongest: without those that were skipped and those that
   * a standing decision keeps apart. What is read grows with the links of these golden records, not with the queue.
   */
  async openPairs(db: Queryable, goldenIds: readonly string[]): Promise<OpenPair[]> {
    return db.query<OpenPair>(
      `/* stewardship.open_pairs_of */
      select distinct p.a, p.b, p.weight::float8 as weight, p.golden_a as "goldenA", p.golden_b as "goldenB"
      from unnest($1::uuid[]) as g(id)
      cross join lateral (
        select * from (
          select distinct on (y.golden_id) l.a, l.b, l.weight, y.golden_id as neighbour,
            case when l.a = x.record_id then g.id else y.golden_id end as golden_a,
            case when l.a = x.record_id then y.golden_id else g.id end as golden_b
          from membership x
          cross join lateral (
            select record_a as a, record_b as b, record_b as other, weight from link where record_a = x.record_id and open
            union all
            select record_a, record_b, record_a, weight from link where record_b = x.record_id and open
          ) l
          join membership y on y.record_id = l.other
          where x.golden_id = g.id
          order by y.golden_id, l.weight desc, l.a, l.b
        ) strongest
        order by weight desc, a, b
        limit ${mostNeighbours}
      ) p
      where not exists (
        select from review s where s.record_a = p.a and s.record_b = p.b and s.skipped_weight = p.weight
      ) and not exists (
        select
        from membership m
        join decision_record one on one.record_id = m.record_id and one.standing
        join decision d on d.id = one.decision_id and d.verdict = 'noMatch'
        join decision_record other on other.decision_id = d.id and other.side <> one.side
        join membership n on n.record_id = other.record_id
        where m.golden_id = g.id and n.golden_id = p.neighbour
      )`,
      [goldenIds],
    );
  }
}
