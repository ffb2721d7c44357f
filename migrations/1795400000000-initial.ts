import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * The store. Every table serves every collection, so that a new domain needs no migration.
 *
 * - Documents (`data`, `canonical`, `standard`, ...) are `json`, not `jsonb`: the database never looks inside them,
 *   and `json` keeps them as given and costs less to write.
 * - Tables on the hot path carry no foreign keys: their check would lock and read a parent row for every row written.
 *   The writers of each keep them whole inside one transaction.
 */
export class Initial1795400000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create extension if not exists pg_trgm;

      create table source (
        source text primary key,
        name text not null,
        trust real not null,
        duplicate_free boolean not null,
        default_region text,
        mappings json not null,
        version integer not null,
        created_at timestamptz(3) not null,
        updated_at timestamptz(3) not null
      );

      create table record (
        id bigint generated always as identity primary key,
        collection text not null,
        source text not null,
        source_id text not null,
        data json not null,
        canonical json not null,
        flags json,
        standard json not null,
        block_keys bigint[] not null,
        content_hash bytea not null,
        observed_at timestamptz(3) not null,
        received_at timestamptz(3) not null,
        revision integer not null default 1,
        source_version integer not null,
        deleted boolean not null default false,
        constraint record_source_id unique (source, collection, source_id)
      );

      create table block_key (
        key bigint not null,
        record_id bigint not null
      );
      create index block_key_key on block_key (key);

      create table oversized_block_key (
        key bigint primary key,
        collection text not null,
        label text not null,
        detected_at timestamptz(3) not null default clock_timestamp(),
        barrier bigint,
        settled boolean not null default false
      );
      create index oversized_block_key_unsettled on oversized_block_key (key) where not settled;

      create table pending (
        id bigint generated always as identity primary key,
        record_id bigint not null,
        operation_id uuid,
        removed_keys bigint[],
        enqueued_at timestamptz(3) not null default clock_timestamp()
      );
      create index pending_record on pending (record_id);
      create index pending_operation on pending (operation_id) where operation_id is not null;

      create table quarantine (
        record_id bigint primary key,
        collection text not null,
        operation_id uuid,
        reason text not null,
        quarantined_at timestamptz(3) not null default clock_timestamp()
      );
      create index quarantine_operation on quarantine (operation_id) where operation_id is not null;

      create table membership (
        record_id bigint primary key,
        golden_id uuid
      ) with (fillfactor = 80);
      create index membership_golden on membership (golden_id) where golden_id is not null;

      create table link (
        record_a bigint not null,
        record_b bigint not null,
        collection text not null,
        weight real not null,
        review boolean not null,
        constraint link_pair primary key (record_a, record_b),
        constraint link_order check (record_a < record_b)
      );
      create index link_record_b on link (record_b);
      create index link_review on link (collection, weight) where review;

      create table golden (
        id uuid primary key,
        collection text not null,
        version integer not null,
        status text not null constraint golden_status check (status in ('active', 'merged', 'deleted')),
        merged_into uuid,
        search_text text not null,
        created_at timestamptz(3) not null,
        updated_at timestamptz(3) not null
      ) with (fillfactor = 90);
      create index golden_search on golden
        using gin (array_to_tsvector(array_remove(string_to_array(search_text, ' '), ''))) with (gin_pending_list_limit = 1024)
        where status = 'active';

      create table search_word (
        word text primary key
      );
      create index search_word_like on search_word using gin (word gin_trgm_ops) with (gin_pending_list_limit = 256);

      create table golden_version (
        golden_id uuid not null,
        version integer not null,
        change text not null,
        attributes json not null,
        lineage json not null,
        records json not null,
        related json,
        created_at timestamptz(3) not null,
        constraint golden_version_key primary key (golden_id, version)
      );

      create table outbox (
        id bigint generated always as identity primary key,
        golden_id uuid not null,
        version integer not null,
        collection text not null
      );

      create table event (
        position bigint primary key,
        golden_id uuid not null,
        version integer not null,
        collection text not null
      );
      create index event_collection on event (collection, position);

      create table feed_head (
        singleton boolean primary key default true constraint feed_head_singleton check (singleton),
        position bigint not null
      );
      insert into feed_head (position) values (0);

      create table operation (
        id uuid primary key,
        kind text not null,
        collection text,
        source text,
        state text not null constraint operation_state check (state in ('running', 'succeeded', 'failed')),
        input_complete boolean not null default false,
        expected bigint,
        received bigint not null default 0,
        accepted bigint not null default 0,
        unchanged bigint not null default 0,
        stale bigint not null default 0,
        rejected bigint not null default 0,
        quarantined bigint,
        payload json,
        error json,
        lease_until timestamptz(3),
        created_at timestamptz(3) not null,
        updated_at timestamptz(3) not null
      );
      create index operation_running on operation (created_at) where state = 'running';

      create table rejection (
        id bigint generated always as identity primary key,
        collection text not null,
        source text not null,
        operation_id uuid not null,
        line integer not null,
        source_id text,
        input text,
        errors json not null,
        rejected_at timestamptz(3) not null default clock_timestamp()
      );
      create index rejection_operation on rejection (operation_id, id);
      create index rejection_source on rejection (collection, source, id);

      create table idempotency_key (
        scope text not null,
        key text not null,
        holder uuid not null,
        lease_until timestamptz(3),
        body_hash bytea,
        status integer,
        headers json,
        body json,
        created_at timestamptz(3) not null default clock_timestamp(),
        constraint idempotency_key_scope primary key (scope, key)
      );
      create index idempotency_key_created on idempotency_key (created_at);
      create index idempotency_key_holder on idempotency_key (holder) where status is null;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop table source, record, block_key, oversized_block_key, pending, quarantine, membership, link, golden,
        golden_version, outbox, event, feed_head, operation, rejection, idempotency_key, search_word;
    `);
  }
}
