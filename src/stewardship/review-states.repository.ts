import { Injectable } from '@nestjs/common';
import type { Queryable, Transaction } from '../platform/database/database.js';

/** Two records under review, the smaller id first. */
export interface ReviewPair {
  readonly a: number;
  readonly b: number;
}

/** Who keeps a review, until when. */
export interface Claim {
  readonly by: string | null;
  readonly until: Date;
}

/** Writes what stewards do with reviews short of deciding them. */
@Injectable()
export class ReviewStatesRepository {
  /** @returns whether the claim is the steward's now: false where another has it */
  async claim(
    db: Queryable,
    { a, b }: ReviewPair,
    by: string | null,
    { leaseSeconds, dueAt }: { leaseSeconds: number; dueAt: Date | undefined },
  ): Promise<boolean> {
    const rows = await db.query(
      `/* stewardship.claim_review */
      insert into review as s (record_a, record_b, claimed_by, claimed_until, due_at)
      values ($1, $2, $3, clock_timestamp() + make_interval(secs => $4), $5)
      on conflict (record_a, record_b) do update
      set claimed_by = excluded.claimed_by, claimed_until = excluded.claimed_until,
        due_at = coalesce(excluded.due_at, s.due_at)
      where s.claimed_until is null or s.claimed_until <= clock_timestamp()
        or s.claimed_by is not distinct from excluded.claimed_by
      returning 1`,
      [a, b, by, leaseSeconds, dueAt ?? null],
    );
    return rows.length > 0;
  }

  /** @returns whether nobody has it now: false where another has it */
  async release(db: Queryable, { a, b }: ReviewPair, by: string | null): Promise<boolean> {
    const [row] = await db.query<{ held: boolean }>(
      `/* stewardship.release_review */
      with released as (
        update review set claimed_by = null, claimed_until = null
        where record_a = $1 and record_b = $2
          and (claimed_until <= clock_timestamp() or claimed_by is not distinct from $3)
        returning 1
      )
      select exists (
        select from review where record_a = $1 and record_b = $2 and claimed_until > clock_timestamp()
      ) and not exists (select from released) as held`,
      [a, b, by],
    );
    return !row?.held;
  }

  /** Whose claim holds reviews back from a steward, where one does. */
  async claimedByAnother(tx: Transaction, pairs: readonly ReviewPair[], by: string | null): Promise<Claim | undefined> {
    const [claim] = await tx.query<Claim>(
      `/* stewardship.claimed_by_another */
      select s.claimed_by as by, s.claimed_until as until
      from review s join unnest($1::bigint[], $2::bigint[]) as p(a, b) on s.record_a = p.a and s.record_b = p.b
      where s.claimed_until > clock_timestamp() and s.claimed_by is distinct from $3
      order by s.record_a, s.record_b
      limit 1`,
      [...columnsOf(pairs), by],
    );
    return claim;
  }

  /** Puts reviews off until their weight changes. */
  async skip(
    tx: Transaction,
    pairs: readonly ReviewPair[],
    by: string | null,
    reason: string | undefined,
  ): Promise<void> {
    await tx.query(
      `/* stewardship.skip_review */
      insert into review (record_a, record_b, skipped_by, skipped_at, skip_reason, skipped_weight)
      select l.record_a, l.record_b, $3::text, clock_timestamp(), $4::text, l.weight
      from link l join unnest($1::bigint[], $2::bigint[]) as p(a, b) on l.record_a = p.a and l.record_b = p.b
      order by l.record_a, l.record_b
      on conflict (record_a, record_b) do update
      set skipped_by = excluded.skipped_by, skipped_at = excluded.skipped_at, skip_reason = excluded.skip_reason,
        skipped_weight = excluded.skipped_weight, claimed_by = null, claimed_until = null`,
      [...columnsOf(pairs), by, reason ?? null],
    );
  }

  /** Lets a review wait again that was put off. */
  async unskip(db: Queryable, collection: string, { a, b }: ReviewPair): Promise<void> {
    await db.query(
      `/* stewardship.unskip_review */
      update review s set skipped_by = null, skipped_at = null, skip_reason = null, skipped_weight = null
      from record r where s.record_a = $2 and s.record_b = $3 and r.id = s.record_a and r.collection = $1`,
      [collection, a, b],
    );
  }

  /** A decision ends the claims and the skips. */
  async settle(tx: Transaction, pairs: readonly ReviewPair[]): Promise<void> {
    await tx.query(
      `/* stewardship.settle_reviews */
      update review s set claimed_by = null, claimed_until = null, skipped_by = null, skipped_at = null, skip_reason = null,
        skipped_weight = null
      from unnest($1::bigint[], $2::bigint[]) as p(a, b)
      where s.record_a = p.a and s.record_b = p.b`,
      columnsOf(pairs),
    );
  }
}

function columnsOf(pairs: readonly ReviewPair[]): [a: number[], b: number[]] {
  return [pairs.map(({ a }) => a), pairs.map(({ b }) => b)];
}
