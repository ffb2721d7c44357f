import type { Client } from 'pg';
import { customerRecords } from '../demo/generate/customers.js';
import type { Domain } from '../src/domain/domain.js';
import { storeForm } from '../src/matching/stored-form.js';
import { blockKeyHashes } from '../src/resolution/candidates.js';
import { type PreparedRecord, preparedRecordsOfAll } from './prepared-records.js';

const atOnce = 2_000;

/**
 * Stores about so many generated customers as ingestion would, with their standard forms and block keys, and nothing that
 * resolving them would bring: far quicker than to load them, for what reads records alone. Their sources must be registered.
 *
 * @returns how many there are
 */
export async function fillRecords(
  client: Client,
  domain: Domain,
  records: number,
  report: (filled: number) => void = () => undefined,
): Promise<number> {
  let [filled, batch]: [number, PreparedRecord[]] = [0, []];
  const store = async (): Promise<void> => {
    await client.query(insert, [domain.collection, JSON.stringify(batch.map((record) => rowOf(domain, record)))]);
    filled += batch.length;
    report(filled);
    batch = [];
  };
  for await (const record of preparedRecordsOfAll(domain, customerRecords, { seed: 1, records })) {
    batch.push(record);
    if (batch.length === atOnce) await store();
  }
  await store();
  await client.query('analyze record, block_key');
  return filled;
}

const insert = `/* bench.fill_records */
  with inserted as (
    insert into record (collection, source, source_id, data, canonical, standard, block_keys, content_hash, observed_at,
      received_at, source_version)
    select $1, source, source_id, data, canonical, standard, block_keys, '', now(), now(), 1
    from json_to_recordset($2::json) as given(source text, source_id text, data json, canonical json, standard json,
      block_keys bigint[])
    returning id, block_keys
  )
  insert into block_key (key, record_id) select unnest(block_keys), id from inserted`;

function rowOf(domain: Domain, { member, data, form }: PreparedRecord) {
  const { source, sourceId, canonical } = member;
  return {
    source,
    source_id: sourceId,
    data,
    canonical,
    standard: storeForm(domain.features, form),
    block_keys: blockKeyHashes(domain, form),
  };
}
