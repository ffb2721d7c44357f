import { Injectable } from '@nestjs/common';
import type { CanonicalRecord } from '../domain/attribute.js';
import type { Domain } from '../domain/domain.js';
import type { StandardForm } from '../matching/model.js';
import { type Stored, withForm } from '../matching/stored-form.js';
import type { Queryable } from '../platform/database/database.js';
import type { ReviewFilter, ReviewPosition } from './review-filter.js';
import { readsOf, reviewList, reviewListParameters, reviewState } from './review-list.js';

/** A pair to be decided on, and what stewards have done with it so far. */
export interface ReviewRow {
  readonly a: number;
  readonly b: number;
  /** Null where the two are not linked. */
  readonly weight: number | null;
  /** How many open pairs stand between the two golden records. */
  readonly pairs: number;
  /** Recent reads of the two golden records. */
  readonly reads: number;
  readonly claimedBy: string | null;
  /** Null where nobody has claimed it, or the lease is over. */
  readonly claimedUntil: Date | null;
  readonly dueAt: Date | null;
  readonly skippedBy: string | null;
  /** Null where it was not skipped, or has another weight now. */
  readonly skippedAt: Date | null;
  readonly skipReason: string | null;
}

/** A pair in a list, with what the list is ordered by: the least first. */
export interface ListedRow extends ReviewRow {
  readonly weight: number;
  readonly rank: number;
}

/** One pair, whatever has become of it. */
export interface SingleRow extends ReviewRow {
  readonly deleted: boolean;
  /** Null while a record is not resolved. */
  readonly sameGolden: boolean | null;
  /** The standing decision on the two records or on their golden records. */
  readonly decision: string | null;
}

/** One side of a review. */
export interface ReviewedRecord {
  readonly id: number;
  readonly source: string;
  readonly sourceId: string;
  readonly goldenId: string | null;
  readonly goldenVersion: number | null;
  readonly canonical: CanonicalRecord;
  readonly standard: StandardForm;
}

@Injectable()
export class ReviewsRepository {
  /**
   * Open pairs, of each two golden records the strongest, without those that a standing decision keeps apart. A page costs what
   * stands before its end, and by priority what has been read of late.
   */
  async list(
    db: Queryable,
    collection: string,
    filter: ReviewFilter,
    after: ReviewPosition | undefined,
    limit: number,
  ): Promise<ListedRow[]> {
    return db.query<ListedRow>(
      `/* stewardship.reviews */ ${reviewList(filter)}`,
      reviewListParameters(collection, filter, after, limit),
    );
  }

  /** A pair of records, linked or not; nothing where there are no such records. */
  async find(db: Queryable, collection: string, a: number, b: number): Promise<SingleRow | undefined> {
    const [row] = await db.query<SingleRow>(
      `/* stewardship.review */
      select x.id as a, y.id as b, l.weight::float8 as weight, x.deleted or y.deleted as deleted,
        mx.golden_id = my.golden_id as "sameGolden",
        ${readsOf('mx.golden_id', 'clock_timestamp()')} + ${readsOf('my.golden_id', 'clock_timestamp()')} as reads,
        ${reviewState('l.weight', 'clock_timestamp()')},
        case when mx.golden_id <> my.golden_id then (
          select count(*)::int
          from membership m join membership n on n.golden_id = my.golden_id
          join link o on o.record_a = least(m.record_id, n.record_id) and o.record_b = greatest(m.record_id, n.record_id)
          where m.golden_id = mx.golden_id
        ) else 0 end as pairs,
        (
          select d.id
          from membership m
          join decision_record one on one.record_id = m.record_id and one.standing
          join decision d on d.id = one.decision_id
          join decision_record other on other.decision_id = d.id and other.record_id <> one.record_id
          join membership n on n.record_id = other.record_id
          where m.golden_id = mx.golden_id and n.golden_id = my.golden_id
            and case when mx.golden_id = my.golden_id
              then d.verdict = 'match' and one.record_id = x.id and other.record_id = y.id
              else d.verdict = 'noMatch' and other.side <> one.side end
          order by d.id desc
          limit 1
        ) as decision
      from record x
      join record y on y.id = $3 and y.collection = $1
      join membership mx on mx.record_id = x.id
      join membership my on my.record_id = y.id
      left join link l on l.record_a = x.id and l.record_b = y.id
      left join review s on s.record_a = x.id and s.record_b = y.id
      where x.id = $2 and x.collection = $1`,
      [collection, a, b],
    );
    return row;
  }

  /** Records with the golden records that they belong to; also those that belong to none. */
  async records(db: Queryable, { features }: Domain, ids: readonly number[]): Promise<ReviewedRecord[]> {
    const rows = await db.query<Stored<ReviewedRecord>>(
      `/* stewardship.records */
      select r.id, r.source, r.source_id as "sourceId", m.golden_id as "goldenId", g.version as "goldenVersion", r.canonical,
        r.standard
      from record r join membership m on m.record_id = r.id left join golden g on g.id = m.golden_id
      where r.id = any($1)`,
      [ids],
    );
    return rows.map((row) => withForm(features, row));
  }

  async now(db: Queryable): Promise<Date> {
    const [row] = await db.query<{ at: Date }>(`/* stewardship.now */ select clock_timestamp()::timestamptz(3) as at`);
    if (!row) throw new Error('The database told no time.');
    return row.at;
  }
}
