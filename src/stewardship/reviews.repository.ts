import { Injectable } from '@nestjs/common';
import type { CanonicalRecord } from '../domain/attribute.js';
import type { Domain } from '../domain/domain.js';
import type { StandardForm } from '../matching/model.js';
import { type Stored, withForm } from '../matching/stored-form.js';
import { halfLifeSeconds } from '../golden/golden-reads.js';
import type { Queryable } from '../platform/database/database.js';
import type { ReviewSort } from './review-parameters.dto.js';
import type { ReviewReason } from './reviews.dto.js';

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

/** Which reviews to list. Times are those of the first page, so that a list keeps its order from page to page. */
export interface ReviewFilter {
  readonly skipped: boolean;
  readonly assignee?: string | undefined;
  readonly claimed?: boolean | undefined;
  readonly minWeight?: number | undefined;
  readonly maxWeight?: number | undefined;
  readonly reason?: ReviewReason | undefined;
  readonly source?: string | undefined;
  readonly dueBefore?: Date | undefined;
  readonly sort: ReviewSort | 'uncertainty';
  /** The weight at which uncertainty is greatest. */
  readonly threshold?: number;
  readonly at: Date;
}

export type ReviewPosition = readonly [rank: number, a: number, b: number];

/** How lists are ordered. The greater the priority, which is probability times one more than the reads, the less its rank. */
const ranks: Readonly<Record<ReviewFilter['sort'], string>> = {
  priority: '-(1 + reads) / (1 + power(2::float8, -weight))',
  weight: '-weight',
  '-weight': 'weight',
  dueAt: `coalesce(extract(epoch from "dueAt")::float8, 1e15)`,
  uncertainty: 'distance',
};

/** Of the orders that are those of the index of open links: how they go through it, and where a page goes on. */
const walks: Readonly<Partial<Record<ReviewFilter['sort'], { readonly order: string; readonly from: string }>>> = {
  weight: { order: 'bits desc', from: 'p.weight <= -$12::float8' },
  '-weight': { order: 'bits', from: 'p.weight >= $12::float8' },
};

/** The recent reads of a golden record, as they have decayed by a time: see `GoldenReads`. */
const reads = (goldenId: string, at: string): string =>
  `coalesce((select reads * power(0.5, extract(epoch from ${at} - counted_at)::float8 / ${halfLifeSeconds})
    from golden_read where golden_id = ${goldenId}), 0)`;

/** What stewards have done with the review `s` of a pair of some weight, as it counts at a time. */
const state = (weight: string, at: string): string =>
  `s.due_at as "dueAt", s.claimed_by as "claimedBy", case when s.claimed_until > ${at} then s.claimed_until end as "claimedUntil",
  s.skipped_by as "skippedBy", case when s.skipped_weight = ${weight} then s.skipped_at end as "skippedAt",
  s.skip_reason as "skipReason"`;

/**
 * `candidate`: the same pairs as of `openPairs`, each found to be the strongest by its golden records alone, so that a page is
 * read from the index of open links and ends when it is full. `offset 0` keeps the planner from asking for all pairs at once.
 */
const walkedPairs = `
  with candidate as (
    select l.record_a as a, l.record_b as b, l.weight, l.review, x.golden_id as one, y.golden_id as other,
      (
        select count(*)::int
        from membership m join membership n on n.golden_id = y.golden_id
        join link o on o.record_a = least(m.record_id, n.record_id) and o.record_b = greatest(m.record_id, n.record_id)
        where m.golden_id = x.golden_id
      ) as pairs
    from link l join membership x on x.record_id = l.record_a join membership y on y.record_id = l.record_b
    where l.collection = $1 and l.open
      and ${noneStronger('x', 'y')}
      and ${noneStronger('y', 'x')}
      and not exists (
        select
        from membership m
        join decision_record u on u.record_id = m.record_id and u.standing
        join decision d on d.id = u.decision_id and d.verdict = 'noMatch'
        join decision_record v on v.decision_id = d.id and v.side <> u.side
        join membership n on n.record_id = v.record_id
        where m.golden_id = x.golden_id and n.golden_id = y.golden_id
        offset 0
      )
  )`;

/** That no pair from a record of the one golden record to one of the other is stronger than the link `l`. */
function noneStronger(from: string, to: string): string {
  return `not exists (
        select
        from membership m join link o on o.record_a = m.record_id and o.open join membership n on n.record_id = o.record_b
        where m.golden_id = ${from}.golden_id and n.golden_id = ${to}.golden_id
          and (o.weight > l.weight or (o.weight = l.weight and (o.record_a, o.record_b) < (l.record_a, l.record_b)))
        offset 0
      )`;
}

/**
 * `candidate`: of the open pairs of a collection ($1) between each two golden records the strongest, but for those that a
 * standing decision keeps apart, with how many there are of the two. All of them are looked through.
 */
const openPairs = `
  with side as (
    select distinct d.id, x.side, m.golden_id
    from decision d
    join decision_record x on x.decision_id = d.id
    join membership m on m.record_id = x.record_id
    where d.collection = $1 and d.verdict = 'noMatch' and d.status = 'standing'
  ), apart as (
    select distinct least(x.golden_id, y.golden_id) as one, greatest(x.golden_id, y.golden_id) as other
    from side x join side y on y.id = x.id and x.side < y.side
  ), pair as (
    select l.record_a as a, l.record_b as b, l.weight, l.review,
      least(x.golden_id, y.golden_id) as one, greatest(x.golden_id, y.golden_id) as other
    from link l join membership x on x.record_id = l.record_a join membership y on y.record_id = l.record_b
    where l.collection = $1 and l.open
  ), placed as (
    select pair.*, count(*) over (partition by one, other)::int as pairs,
      row_number() over (partition by one, other order by weight desc, a, b) as place
    from pair
    where not exists (select from apart where apart.one = pair.one and apart.other = pair.other)
  ), candidate as (
    select * from placed where place = 1
  )`;

@Injectable()
export class ReviewsRepository {
  /**
   * Open pairs, of each two golden records the strongest, without those that a standing decision keeps apart. By weight a page is
   * read from an index; in another order all open pairs of the collection are looked through.
   */
  async list(
    db: Queryable,
    collection: string,
    filter: ReviewFilter,
    after: ReviewPosition | undefined,
    limit: number,
  ): Promise<ListedRow[]> {
    const walk = walks[filter.sort];
    return db.query<ListedRow>(
      `/* stewardship.reviews */
      ${walk ? walkedPairs : openPairs}
      , review as (
        select p.a, p.b, p.weight::float8 as weight, p.weight as bits, p.pairs, abs(p.weight - $3::float8) as distance,
          ${reads('p.one', '$2::timestamptz')} + ${reads('p.other', '$2::timestamptz')} as reads, ${state('p.weight', '$2::timestamptz')}
        from candidate p
        -- As a limit and an offset keep it, both are a look into the index for each pair, however few pairs are expected.
        left join lateral (select * from review where record_a = p.a and record_b = p.b limit 1) s on true
        where ($12::float8 is null or ${walk?.from ?? 'true'})
          and ($4::float8 is null or p.weight >= $4)
          and ($5::float8 is null or p.weight <= $5)
          and ($6::boolean is null or p.review = $6)
          and ($7::text is null or exists (select from record r where r.id in (p.a, p.b) and r.source = $7))
          and ($8::timestamptz is null or s.due_at < $8)
          and exists (
            select from review k where k.record_a = p.a and k.record_b = p.b and k.skipped_weight = p.weight offset 0
          ) = $9
      ), ranked as (
        select review.*, (${ranks[filter.sort]})::float8 as rank
        from review
        where ($10::text is null or ("claimedUntil" is not null and "claimedBy" = $10))
          and ($11::boolean is null or ("claimedUntil" is not null) = $11)
      )
      select * from ranked
      where $12::float8 is null or (rank, a, b) > ($12, $13::bigint, $14::bigint)
      order by ${walk?.order ?? 'rank'}, a, b
      limit $15`,
      parametersOf(collection, filter, after, limit),
    );
  }

  /** A pair of records, linked or not; nothing where there are no such records. */
  async find(db: Queryable, collection: string, a: number, b: number): Promise<SingleRow | undefined> {
    const [row] = await db.query<SingleRow>(
      `/* stewardship.review */
      select x.id as a, y.id as b, l.weight::float8 as weight, x.deleted or y.deleted as deleted,
        mx.golden_id = my.golden_id as "sameGolden",
        ${reads('mx.golden_id', 'clock_timestamp()')} + ${reads('my.golden_id', 'clock_timestamp()')} as reads,
        ${state('l.weight', 'clock_timestamp()')},
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

function parametersOf(
  collection: string,
  filter: ReviewFilter,
  after: ReviewPosition | undefined,
  limit: number,
): unknown[] {
  return [
    collection,
    filter.at,
    filter.threshold ?? 0,
    filter.minWeight ?? null,
    filter.maxWeight ?? null,
    filter.reason === undefined ? null : filter.reason === 'uncertain',
    filter.source ?? null,
    filter.dueBefore ?? null,
    filter.skipped,
    filter.assignee ?? null,
    filter.claimed ?? null,
    ...(after ?? [null, 0, 0]),
    limit,
  ];
}
