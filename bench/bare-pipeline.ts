import { randomUUID } from 'node:crypto';
import type { Client } from 'pg';
import type { Domain } from '../src/domain/domain.js';
import { pack, unpack } from '../src/platform/database/packed-column.js';
import type { StandardForm } from '../src/matching/model.js';
import { restoreForm, storeForm, type StoredForm } from '../src/matching/stored-form.js';
import { compileModel } from '../src/matching/score.js';
import { blockKeyHashes } from '../src/resolution/candidates.js';
import type { PreparedRecord } from './prepared-records.js';

const batchSize = 500;

interface Candidate {
  readonly id: number;
  readonly golden_id: string;
  readonly standard: StoredForm;
}

/** A record of the batch in hand, with the golden record that it goes to. */
interface Placed {
  readonly record: PreparedRecord;
  readonly keys: readonly number[];
  readonly goldenId: string;
}

/**
 * What the database and the scoring alone would cost, as a mark to measure the service by: records with their documents and
 * block keys, one look for candidates by a btree, scoring in memory, golden records with their history and events, all in one
 * durable transaction a batch. It knows no HTTP, mapping, locks, order, components, partition, survivorship or lineage, and gives
 * wrong answers where they matter.
 */
export class BarePipeline {
  private readonly model;

  constructor(
    private readonly domain: Domain,
    private readonly clients: readonly Client[],
  ) {
    this.model = compileModel(domain.model);
  }

  async createTables(): Promise<void> {
    await this.clients[0]?.query(`
      create table record (
        id bigint generated always as identity primary key, source text not null, source_id text not null, golden_id uuid not null,
        data json not null, canonical json not null, standard json not null, unique (source, source_id));
      create table block_key (key bigint not null, record_id bigint not null);
      create index on block_key (key);
      create table golden (id uuid primary key, version integer not null, attributes json not null);
      create table golden_version (golden_id uuid, version integer, attributes json not null, primary key (golden_id, version));
      create table event (position bigint generated always as identity primary key, golden_id uuid not null)`);
  }

  /** Takes in records, a batch on each connection at a time. @returns the seconds that it took */
  async load(records: readonly PreparedRecord[]): Promise<number> {
    const started = performance.now();
    let next = 0;
    const work = async (client: Client): Promise<void> => {
      while (next < records.length) {
        const batch = records.slice(next, next + batchSize);
        next += batch.length;
        await this.loadBatch(client, batch);
      }
    };
    await Promise.all(this.clients.map(work));
    return (performance.now() - started) / 1_000;
  }

  private async loadBatch(client: Client, records: readonly PreparedRecord[]): Promise<void> {
    await client.query('begin');
    const keyed = records.map((record) => ({ record, keys: blockKeyHashes(this.domain, record.form) }));
    const placed = this.place(keyed, await this.candidates(client, [...new Set(keyed.flatMap(({ keys }) => keys))]));
    await insertRecords(client, this.domain, placed);
    await writeGoldens(client, new Map(placed.map((one) => [one.goldenId, one.record])));
    await client.query('commit');
  }

  private async candidates(client: Client, keys: readonly number[]): Promise<ReadonlyMap<number, Candidate[]>> {
    const { rows: blocks } = await client.query<{ key: number; id: number }>(
      `select k.key, b.record_id as id from unnest($1::bigint[]) k(key)
       cross join lateral (select record_id from block_key where key = k.key
         limit case when k.key & 1 = 1 then $3::int else $2::int end) b`,
      [keys, this.domain.maximumBlockSize.selective, this.domain.maximumBlockSize.broad],
    );
    const { rows } = await client.query<Candidate>('select id, golden_id, standard from record where id = any($1)', [
      [...new Set(blocks.map(({ id }) => id))],
    ]);
    const records = new Map(rows.map((row) => [row.id, row]));
    const found = new Map<number, Candidate[]>();
    for (const { key, id } of blocks) {
      const record = records.get(id);
      if (record) found.set(key, [...(found.get(key) ?? []), record]);
    }
    return found;
  }

  /** Puts each record to the golden record of its best candidate, of those before it in the batch too. */
  private place(
    batch: readonly { readonly record: PreparedRecord; readonly keys: readonly number[] }[],
    stored: ReadonlyMap<number, readonly Candidate[]>,
  ): Placed[] {
    const before = new Map<number, Placed[]>();
    return batch.map(({ record, keys }) => {
      let [weight, goldenId]: [number, string] = [this.model.thresholds.link, randomUUID()];
      const consider = (form: StandardForm, id: string): void => {
        const between = this.model.weigh(record.form, form);
        if (between >= weight) [weight, goldenId] = [between, id];
      };
      for (const one of new Set(keys.flatMap((key) => stored.get(key) ?? [])))
        consider(restoreForm(this.domain.features, one.standard), one.golden_id);
      for (const one of new Set(keys.flatMap((key) => before.get(key) ?? []))) consider(one.record.form, one.goldenId);
      const placed = { record, keys, goldenId };
      for (const key of keys) before.set(key, [...(before.get(key) ?? []), placed]);
      return placed;
    });
  }
}

async function insertRecords(client: Client, { features }: Domain, placed: readonly Placed[]): Promise<void> {
  await client.query(
    `with inserted as (
       insert into record (source, source_id, golden_id, data, canonical, standard)
       select source, source_id, golden_id::uuid, data::json, canonical::json, standard::json
       from unnest(${[1, 2, 3, 4, 5, 6].map((parameter) => unpack(parameter)).join(', ')})
         as r(source, source_id, golden_id, data, canonical, standard)
       returning id, source, source_id
     )
     insert into block_key (key, record_id)
     select unnest(r.keys::bigint[]), i.id
     from inserted i join unnest(${[1, 2, 7].map((parameter) => unpack(parameter)).join(', ')}) as r(source, source_id, keys)
       on r.source = i.source and r.source_id = i.source_id`,
    [
      pack(placed.map(({ record }) => record.member.source)),
      pack(placed.map(({ record }) => record.member.sourceId)),
      pack(placed.map(({ goldenId }) => goldenId)),
      pack(placed.map(({ record }) => JSON.stringify(record.data))),
      pack(placed.map(({ record }) => JSON.stringify(record.member.canonical))),
      pack(placed.map(({ record }) => JSON.stringify(storeForm(features, record.form)))),
      pack(placed.map(({ keys }) => `{${keys.join(',')}}`)),
    ],
  );
}

async function writeGoldens(client: Client, goldens: ReadonlyMap<string, PreparedRecord>): Promise<void> {
  await client.query(
    `with golden as (
       insert into golden (id, version, attributes)
       select id::uuid, 1, attributes::json from unnest(${unpack(1)}, ${unpack(2)}) as g(id, attributes) order by id
       on conflict (id) do update set version = golden.version + 1, attributes = excluded.attributes
       returning id, version, attributes
     ), history as (
       insert into golden_version (golden_id, version, attributes) select id, version, attributes from golden
     )
     insert into event (golden_id) select id from golden`,
    [pack([...goldens.keys()]), pack([...goldens.values()].map(({ member }) => JSON.stringify(member.canonical)))],
  );
}
