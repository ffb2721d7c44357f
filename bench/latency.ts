import type { Client } from 'pg';
import { customerRecords } from '../demo/generate/customers.js';
import { Random } from '../demo/generate/random.js';
import type { AurumClient } from '../demo/service/aurum-client.js';
import { valueAt } from '../demo/service/json.js';
import { customer } from '../src/customer/customer.js';
import { atRate, latencyColumns, latencyRow } from './at-rate.js';
import { markdownTable } from './markdown-table.js';
import { type PreparedRecord, preparedRecords } from './prepared-records.js';

type Ask = () => Promise<unknown>;

/** A process that has just begun has compiled nothing, and its connections have planned nothing. */
const warmUpSeconds = 5;

/** One record of the store, by which it is asked for. */
export interface Sample {
  readonly goldenId: string;
  readonly source: string;
  readonly sourceId: string;
  readonly attributes: unknown;
}

/**
 * How long single requests take on a store that is loaded, as a table.
 *
 * @param turn another for each table of one store: the records that are posted must be new to it
 */
export async function latencyTable(client: AurumClient, database: Client, turn = 0): Promise<string> {
  const samples = await sampleRecords(database, 2_000);
  const random = new Random(7);
  const any = (): Sample => random.pick(samples);
  const newcomers = newCustomers(3_000, turn);
  const rows: string[][] = [];
  const measure = async (name: string, perSecond: number, seconds: number, ask: Ask): Promise<void> => {
    await atRate(perSecond, ask, (asked) => asked >= perSecond * warmUpSeconds);
    rows.push(latencyRow(name, perSecond, await atRate(perSecond, ask, (asked) => asked >= perSecond * seconds)));
  };
  await measure('golden record by id', 500, 10, () => client.get(`/v1/customers/${any().goldenId}`));
  await measure('golden record by crosswalk', 500, 10, () => {
    const { source, sourceId } = any();
    return client.get(`/v1/customers?${new URLSearchParams({ source, sourceId }).toString()}`);
  });
  await measure('search by q', 10, 20, () => {
    const q = searchText(random, any());
    return client.get(`/v1/customers?${new URLSearchParams({ q, limit: '10' }).toString()}`);
  });
  await measure('search before create', 10, 20, async () => {
    const { member } = await nextOf(newcomers);
    return client.post('/v1/customers/search', { canonical: member.canonical });
  });
  await measure('single post with Prefer: wait', 10, 30, () => postNext(client, newcomers));
  return markdownTable(latencyColumns, rows);
}

/** Generated customers that neither a load nor another turn has. */
export async function* newCustomers(count: number, turn = 0): AsyncGenerator<PreparedRecord, void> {
  const records = preparedRecords(customer, customerRecords, { seed: 99 + turn, records: count }, 'shop');
  for await (const { member, ...rest } of records)
    yield { ...rest, member: { ...member, sourceId: `latency-${turn}-${member.sourceId}` } };
}

/** Posts the next record and waits for its golden record. */
export async function postNext(client: AurumClient, records: AsyncGenerator<PreparedRecord, void>): Promise<void> {
  const { member, data } = await nextOf(records);
  const path = `/v1/customers/records/shop/${member.sourceId}`;
  const answer = await client.put(path, { data }, { prefer: 'wait=10' });
  if (valueAt(answer, 'goldenId') === null) throw new Error('A record was answered before it was resolved.');
}

async function nextOf(records: AsyncGenerator<PreparedRecord, void>): Promise<PreparedRecord> {
  const { value } = await records.next();
  if (!value) throw new Error('There are not enough generated records.');
  return value;
}

/** Some records, any of those that are held. */
export async function sampleRecords(database: Client, count: number): Promise<readonly Sample[]> {
  const { rows } = await database.query<Sample>(
    `select m.golden_id as "goldenId", r.source, r.source_id as "sourceId", v.attributes
     from (select id, source, source_id from record where not deleted order by random() limit $1) r
     join membership m on m.record_id = r.id join golden g on g.id = m.golden_id
     join golden_version v on v.golden_id = g.id and v.version = g.version`,
    [count],
  );
  if (rows.length === 0) throw new Error('The store holds no records to ask for.');
  return rows;
}

/** What a person would type: a name, a name with a slip in it, a name and a town, a telephone number, an address. */
function searchText(random: Random, { attributes }: Sample): string {
  const text = (...path: string[]): string => {
    const value = valueAt(attributes, ...path);
    const one: unknown = Array.isArray(value) ? value[0] : value;
    return typeof one === 'string' ? one : '';
  };
  const name = `${text('givenName')} ${text('familyName')}`.trim() || text('name');
  const at = random.integer(0, Math.max(0, name.length - 2));
  const town = text('address', 'addressLocality');
  const kinds = [
    name,
    name.slice(0, at) + name.slice(at + 1),
    `${name} ${town}`,
    text('telephone'),
    text('email'),
    `${text('address', 'streetAddress')} ${town}`,
  ].filter((typed) => typed.trim().length > 2);
  return kinds.length > 0 ? random.pick(kinds) : 'smith';
}
