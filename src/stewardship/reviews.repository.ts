import { Injectable } from '@nestjs/common';
import type { CanonicalRecord } from '../domain/attribute.js';
import type { StandardForm } from '../matching/model.js';
import { Database } from '../platform/database/database.js';

/** Two records that a steward may have to decide on. */
export interface OpenPair {
  readonly a: number;
  readonly b: number;
  readonly weight: number;
}

/** A part of a list that was looked through only so far. */
export interface Scan {
  readonly pairs: readonly OpenPair[];
  /** The last link that was looked at; absent when there are no more. */
  readonly scannedTo?: { readonly a: number; readonly b: number };
}

/** One side of a review. */
export interface ReviewedRecord {
  readonly id: number;
  readonly source: string;
  readonly sourceId: string;
  readonly goldenId: string;
  readonly canonical: CanonicalRecord;
  readonly standard: StandardForm;
}

// How many links one page looks through for pairs that were kept apart, which no index names.
const scanLimit = 20_000;

@Injectable()
export class ReviewsRepository {
  constructor(private readonly database: Database) {}

  /** Pairs between the two thresholds whose records are in different golden records, strongest first. */
  async uncertain(collection: string, after: OpenPair | undefined, limit: number): Promise<OpenPair[]> {
    return this.database.query<OpenPair>(
      `/* stewardship.uncertain */
      select l.record_a as a, l.record_b as b, l.weight
      from link l join membership x on x.record_id = l.record_a join membership y on y.record_id = l.record_b
      where l.collection = $1 and l.review and x.golden_id <> y.golden_id
        and ($2::real is null or l.weight < $2 or (l.weight = $2 and (l.record_a, l.record_b) > ($3, $4)))
      order by l.weight desc, l.record_a, l.record_b
      limit $5`,
      [collection, after?.weight ?? null, after?.a ?? 0, after?.b ?? 0, limit],
    );
  }

  /** Pairs strong enough to be linked that the partition kept apart all the same, in order of their ids. */
  async separated(collection: string, after: { a: number; b: number }, limit: number): Promise<Scan> {
    const rows = await this.database.query<Nullable<OpenPair> & { lastA: number; lastB: number; scanned: number }>(
      `/* stewardship.separated */
      with scanned as (
        select record_a as a, record_b as b, weight from link
        where collection = $1 and not review and (record_a, record_b) > ($2, $3)
        order by record_a, record_b
        limit ${scanLimit}
      ), last as (
        select a, b, (select count(*)::int from scanned) as scanned from scanned order by a desc, b desc limit 1
      )
      select last.a as "lastA", last.b as "lastB", last.scanned, open.a, open.b, open.weight
      from last left join lateral (
        select s.* from scanned s join membership x on x.record_id = s.a join membership y on y.record_id = s.b
        where x.golden_id <> y.golden_id
        order by s.a, s.b
        limit $4
      ) open on true
      order by open.a, open.b`,
      [collection, after.a, after.b, limit],
    );
    const pairs = rows.flatMap(({ a, b, weight }) =>
      a === null || b === null || weight === null ? [] : [{ a, b, weight }],
    );
    const [first] = rows;
    if (pairs.length < limit && first?.scanned === scanLimit)
      return { pairs, scannedTo: { a: first.lastA, b: first.lastB } };
    const lastPair = pairs.length === limit ? pairs.at(-1) : undefined;
    return lastPair ? { pairs, scannedTo: lastPair } : { pairs };
  }

  async records(ids: readonly number[]): Promise<ReviewedRecord[]> {
    return this.database.query<ReviewedRecord>(
      `/* stewardship.records */
      select r.id, r.source, r.source_id as "sourceId", m.golden_id as "goldenId", r.canonical, r.standard
      from record r join membership m on m.record_id = r.id
      where r.id = any($1) and m.golden_id is not null and not r.deleted`,
      [ids],
    );
  }
}

type Nullable<Row> = { readonly [Column in keyof Row]: Row[Column] | null };
