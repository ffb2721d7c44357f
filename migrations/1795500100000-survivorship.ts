import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Survivorship rules as versioned data, and the pins of stewards. Neither is ever deleted.
 *
 * A pin names records, never a golden record, so that its place follows from membership alone: it is on the golden record
 * that the first of its anchors that is not deleted belongs to.
 */
export class Survivorship1795500100000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table survivorship_rules (
        collection text not null,
        version integer not null,
        rules json not null,
        created_at timestamptz(3) not null default clock_timestamp(),
        created_by text,
        constraint survivorship_rules_version primary key (collection, version)
      );

      create table pin (
        id uuid primary key,
        collection text not null,
        attribute text not null,
        value json,
        ignored json,
        reason text not null,
        anchors bigint[] not null,
        golden_id uuid not null,
        created_at timestamptz(3) not null,
        created_by text,
        expires_at timestamptz(3),
        ended_at timestamptz(3),
        ended_by text,
        end_cause text constraint pin_end_cause check (end_cause in ('withdrawn', 'replaced', 'expired')),
        end_reason text,
        constraint pin_content check ((value is null) <> (ignored is null))
      );
      create index pin_anchors on pin using gin (anchors);
      create index pin_expiry on pin (expires_at) where ended_at is null and expires_at is not null;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop table survivorship_rules, pin;`);
  }
}
