import { Injectable } from '@nestjs/common';
import type { Queryable, Transaction } from '../platform/database/database.js';
import type { DecisionKind, DecisionStatus, PairEvidence, Verdict } from './decision.js';

/** A decision to be kept. */
export interface NewDecision {
  readonly id: string;
  readonly collection: string;
  readonly kind: DecisionKind;
  readonly verdict: Verdict;
  readonly reason: string | undefined;
  readonly by: string | null;
  readonly at: Date;
  readonly expiresAt: Date | undefined;
  readonly model: string;
  readonly weight: number | undefined;
  readonly evidence: readonly PairEvidence[];
}

/** A record that a decision names. */
export interface NewDecisionRecord {
  readonly recordId: number;
  /** From 1. */
  readonly side: number;
  readonly unitedWith: number | undefined;
}

/** Why and by whom decisions end. */
export interface Ending {
  readonly status: Exclude<DecisionStatus, 'standing'>;
  readonly by: string | null;
  readonly reason?: string | undefined;
  readonly supersededBy?: string;
}

/** A linked pair of records of different sides. */
export interface LinkedPair {
  readonly a: number;
  readonly b: number;
  readonly weight: number;
}

/** The records of each side of what is said. */
export type Sides = readonly (readonly number[])[];

/** Writes decisions. Every change of one is made under the locks of all the records that it names. */
@Injectable()
export class DecisionsRepository {
  async insert(
    tx: Transaction,
    decision: NewDecision,
    records: readonly NewDecisionRecord[],
    goldenIds: readonly string[],
  ): Promise<void> {
    await tx.query(
      `/* stewardship.insert_decision */
      with named as (
        insert into decision_record (decision_id, record_id, side, united_with, standing)
        select $1, record_id, side, united_with, true
        from unnest($12::bigint[], $13::smallint[], $14::bigint[]) as r(record_id, side, united_with)
      ), concerned as (
        insert into decision_golden (golden_id, decision_id) select golden_id, $1 from unnest($15::uuid[]) as g(golden_id)
      )
      insert into decision (id, collection, kind, verdict, status, reason, decided_by, decided_at, expires_at, weight, model,
        evidence)
      values ($1, $2, $3, $4, 'standing', $5, $6, $7, $8, $9, $10, $11)`,
      [
        decision.id,
        decision.collection,
        decision.kind,
        decision.verdict,
        decision.reason ?? null,
        decision.by,
        decision.at,
        decision.expiresAt ?? null,
        decision.weight ?? null,
        decision.model,
        JSON.stringify(decision.evidence),
        records.map(({ recordId }) => recordId),
        records.map(({ side }) => side),
        records.map(({ unitedWith }) => unitedWith ?? null),
        goldenIds,
      ],
    );
  }

  /** Golden records that came of a decision, beside those that it was made on. */
  async concern(tx: Transaction, id: string, goldenIds: readonly string[]): Promise<void> {
    if (goldenIds.length === 0) return;
    await tx.query(
      `/* stewardship.concern */
      insert into decision_golden (golden_id, decision_id) select golden_id, $1 from unnest($2::uuid[]) as g(golden_id)
      on conflict do nothing`,
      [id, goldenIds],
    );
  }

  /** Standing decisions that tell a record of one side apart from a record of another. */
  async tellingApart(tx: Transaction, sides: Sides): Promise<string[]> {
    const rows = await tx.query<{ id: string }>(
      `/* stewardship.telling_apart */
      with said as (select * from unnest($1::bigint[], $2::smallint[]) as r(record_id, side))
      select distinct d.id
      from said one
      join decision_record x on x.record_id = one.record_id and x.standing
      join decision d on d.id = x.decision_id and d.verdict = 'noMatch'
      join decision_record y on y.decision_id = d.id and y.side <> x.side
      join said other on other.record_id = y.record_id and other.side <> one.side
      order by d.id`,
      columnsOf(sides),
    );
    return rows.map(({ id }) => id);
  }

  async end(tx: Transaction, ids: readonly string[], at: Date, ending: Ending): Promise<void> {
    if (ids.length === 0) return;
    await tx.query(
      `/* stewardship.end_decisions */
      with lifted as (update decision_record set standing = false where decision_id = any($1))
      update decision set status = $2, revision = revision + 1, ended_at = $3, ended_by = $4, end_reason = $5,
        superseded_by = $6
      where id = any($1)`,
      [ids, ending.status, at, ending.by, ending.reason ?? null, ending.supersededBy ?? null],
    );
  }

  /** Lets those stand again whose place a decision had taken, unless their time is over. */
  async restore(tx: Transaction, supersededBy: string, at: Date): Promise<string[]> {
    const rows = await tx.query<{ id: string; status: DecisionStatus }>(
      `/* stewardship.restore_decisions */
      with ended as (
        update decision set revision = revision + 1,
          status = case when expires_at <= $2 then 'expired' else 'standing' end,
          ended_at = case when expires_at <= $2 then expires_at end,
          ended_by = null, end_reason = null, superseded_by = null
        where superseded_by = $1 and status = 'superseded'
        returning id, status
      ), standing as (
        update decision_record r set standing = true from ended e where r.decision_id = e.id and e.status = 'standing'
      )
      select id, status from ended order by id`,
      [supersededBy, at],
    );
    return rows.filter(({ status }) => status === 'standing').map(({ id }) => id);
  }

  /** The records that a decision names, and those of the decisions whose place it has taken. */
  async recordsConcerned(tx: Transaction, id: string): Promise<number[]> {
    const rows = await tx.query<{ id: number }>(
      `/* stewardship.records_concerned */
      select record_id as id from decision_record
      where decision_id in (select id from decision where id = $1 or superseded_by = $1)`,
      [id],
    );
    return rows.map((row) => row.id);
  }

  /** Standing decisions whose time is over. */
  async due(db: Queryable, limit: number): Promise<{ id: string; collection: string; expiresAt: Date }[]> {
    return db.query(
      `/* stewardship.due_decisions */
      select id, collection, expires_at as "expiresAt" from decision
      where status = 'standing' and expires_at <= clock_timestamp()
      order by expires_at
      limit $1`,
      [limit],
    );
  }

  /** The strongest links between the sides. */
  async strongestPairs(tx: Transaction, sides: Sides, limit: number): Promise<LinkedPair[]> {
    return tx.query<LinkedPair>(
      `/* stewardship.strongest_pairs */
      with said as (select * from unnest($1::bigint[], $2::smallint[]) as r(record_id, side))
      select l.record_a as a, l.record_b as b, l.weight
      from said one
      join link l on l.record_a = one.record_id
      join said other on other.record_id = l.record_b and other.side <> one.side
      order by l.weight desc, a, b
      limit $3`,
      [...columnsOf(sides), limit],
    );
  }
}

function columnsOf(sides: Sides): [recordIds: number[], sides: number[]] {
  return [sides.flat(), sides.flatMap((side, index) => side.map(() => index + 1))];
}
