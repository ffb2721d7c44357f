import type { Client } from 'pg';
import { markdownTable } from './markdown-table.js';

/** Makes the database count the time of each statement, where it can. */
export async function startCounting(client: Client): Promise<boolean> {
  try {
    await client.query('create extension if not exists pg_stat_statements');
    await client.query('select pg_stat_statements_reset()');
    return true;
  } catch {
    return false;
  }
}

/** The time of each statement, longest first: by its name (`/* room.name *\/`) where it has one. */
export async function statementTable(client: Client): Promise<string> {
  const { rows } = await client.query<{ name: string; calls: string; seconds: string; rows: string; blocks: string }>(`
    select coalesce(substring(query from '/\\* *([a-z._A-Z-]+) *\\*/'), left(regexp_replace(query, '\\s+', ' ', 'g'), 60)) as name,
      sum(calls)::text as calls, round(sum(total_exec_time)::numeric / 1000, 1)::text as seconds,
      sum(rows)::text as rows, sum(shared_blks_hit + shared_blks_read)::text as blocks
    from pg_stat_statements where dbid = (select oid from pg_database where datname = current_database())
    group by 1 order by sum(total_exec_time) desc limit 25`);
  return markdownTable(
    ['statement', 'seconds', 'calls', 'rows', 'blocks'],
    rows.map(({ name, seconds, calls, rows: count, blocks }) => [name, seconds, calls, count, blocks]),
  );
}

/** The rows and the size of each table, largest first, and what that is for each record loaded. */
export async function sizeTable(client: Client, records: number): Promise<string> {
  await client.query('analyze');
  const { rows } = await client.query<{ name: string; rows: string; data: number; indexes: number }>(`
    select relname as name, greatest(reltuples, 0)::bigint::text as rows,
      pg_table_size(oid)::float8 as data, pg_indexes_size(oid)::float8 as indexes
    from pg_class where relkind = 'r' and relnamespace = 'public'::regnamespace and pg_total_relation_size(oid) > 65536
    order by pg_total_relation_size(oid) desc`);
  const size = (name: string, count: string, data: number, indexes: number): string[] => [
    name,
    count,
    (data / 1_048_576).toFixed(1),
    (indexes / 1_048_576).toFixed(1),
    ((data + indexes) / records).toFixed(0),
  ];
  const sum = (of: 'data' | 'indexes'): number => rows.reduce((total, row) => total + row[of], 0);
  return markdownTable(
    ['table', 'rows', 'data MiB', 'indexes MiB', 'bytes a record'],
    [
      ...rows.map(({ name, rows: count, data, indexes }) => size(name, count, data, indexes)),
      size('all', '', sum('data'), sum('indexes')),
    ],
  );
}
