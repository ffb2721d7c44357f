import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What stewards decide, and the state of their queue.
 *
 * - Decisions name records, never golden records, so that they outlive every merge, split and re-match. The resolver reads
 *   `decision_record` alone: `united_with` is to it an edge, as a link is.
 * - `link.open` says whether a link's records are in different golden records, so that the queue is read from an index.
 */
export class Stewardship1795500200000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table decision (
        id uuid primary key,
        collection text not null,
        kind text not null constraint decision_kind check (kind in ('review', 'merge', 'split')),
        verdict text not null constraint decision_verdict check (verdict in ('match', 'noMatch')),
        status text not null
          constraint decision_status check (status in ('standing', 'revoked', 'superseded', 'expired')),
        revision integer not null default 1,
        reason text,
        decided_by text,
        decided_at timestamptz(3) not null,
        expires_at timestamptz(3),
        weight real,
        model text not null,
        evidence json not null,
        ended_at timestamptz(3),
        ended_by text,
        end_reason text,
        superseded_by uuid
      );
      create index decision_collection on decision (collection, id);
      create index decision_expiry on decision (expires_at) where status = 'standing' and expires_at is not null;
      create index decision_superseded_by on decision (superseded_by) where superseded_by is not null;

      create table decision_record (
        decision_id uuid not null,
        record_id bigint not null,
        side smallint not null,
        united_with bigint,
        standing boolean not null,
        constraint decision_record_key primary key (decision_id, record_id)
      );
      create index decision_record_record on decision_record (record_id);
      create index decision_record_united on decision_record (united_with) where standing and united_with is not null;

      create table decision_golden (
        golden_id uuid not null,
        decision_id uuid not null,
        constraint decision_golden_key primary key (golden_id, decision_id)
      );

      create table review (
        record_a bigint not null,
        record_b bigint not null,
        claimed_by text,
        claimed_until timestamptz(3),
        due_at timestamptz(3),
        skipped_by text,
        skipped_at timestamptz(3),
        skip_reason text,
        skipped_weight real,
        constraint review_pair primary key (record_a, record_b)
      );

      create table golden_read (
        golden_id uuid primary key,
        reads real not null,
        counted_at timestamptz(3) not null
      );

      alter table link add open boolean;
      update link l set open = x.golden_id is distinct from y.golden_id
      from membership x, membership y where x.record_id = l.record_a and y.record_id = l.record_b;
      alter table link alter open set not null;
      drop index link_review;
      create index link_open on link (collection, weight) where open;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop table decision, decision_record, decision_golden, review, golden_read;
      drop index link_open;
      alter table link drop open;
      create index link_review on link (collection, weight) where review;
    `);
  }
}
