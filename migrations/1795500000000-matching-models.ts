import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Trained models, and which one is active.
 *
 * The sequence `pending_deferred` gives pending rows ids beyond all that `pending` itself gives: workers empty the queue by
 * id, and so what was resolved before and is only to be looked at again waits behind what is new.
 */
export class MatchingModels1795500000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table matching_model (
        id text primary key,
        collection text not null,
        version integer not null,
        model json not null,
        report json not null,
        created_at timestamptz(3) not null,
        created_by text,
        activated_at timestamptz(3),
        activated_by text,
        constraint matching_model_version unique (collection, version)
      );

      create table active_model (
        collection text primary key,
        model_id text not null,
        operation_id uuid not null,
        activated_at timestamptz(3) not null,
        activated_by text
      );

      create sequence pending_deferred minvalue 4503599627370496;

      alter table operation add column attempts integer not null default 0, add column result json;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table operation drop column attempts, drop column result;
      drop sequence pending_deferred;
      drop table matching_model, active_model;
    `);
  }
}
