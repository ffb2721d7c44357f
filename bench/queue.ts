import { mkdir, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import type { Client } from 'pg';
import { DataSource } from 'typeorm';
import { wholeNumber } from '../demo/options.js';
import { migrate, migrations } from '../src/platform/database/migrate.js';
import type { Queryable } from '../src/platform/database/database.js';
import type { ReviewFilter } from '../src/stewardship/review-filter.js';
import { ReviewsRepository, type ListedRow } from '../src/stewardship/reviews.repository.js';
import { BenchStore } from './bench-store.js';
import { markdownTable } from './markdown-table.js';
import { percentile } from './percentiles.js';
import { runBench } from './run-bench.js';

const usage = `Usage: npm run bench:queue -- --pairs N
  --pairs N    how many open pairs the queue has (100000)`;
const results = fileURLToPath(new URL('../../bench/results/', import.meta.url));
const page = 50;
const runs = 5;

await runBench(main);

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: { pairs: { type: 'string', default: '100000' }, help: { type: 'boolean', default: false } },
  });
  if (values.help) {
    console.log(usage);
    return;
  }
  const pairs = wholeNumber('--pairs', values.pairs);
  const store = await BenchStore.open();
  try {
    const url = await store.newDatabase();
    const dataSource = await new DataSource({ type: 'postgres', url, migrations }).initialize();
    await migrate(dataSource, url);
    await dataSource.destroy();
    const client = await store.connect(url);
    await seed(client, pairs);
    const table = await measure(client);
    await client.end();
    console.log(table);
    await report(pairs, table);
  } finally {
    await store.close();
  }
}

/**
 * Open pairs between the golden records of twice as many records: most golden records of one record, every fifth of several,
 * half of the pairs alone between their two. Every tenth golden record was read, every fiftieth pair was skipped, every
 * fiftieth one has a due date, and of every fiftieth one a steward has said that it is none.
 */
async function seed(client: Client, pairs: number): Promise<void> {
  await client.query(`
    insert into record (collection, source, source_id, data, canonical, standard, block_keys, content_hash, observed_at,
      received_at, source_version)
    select 'customers', (array['crm', 'erp', 'shop'])[1 + n % 3], n::text, '{}', '{}', '[]', '{}', '', now(), now(), 1
    from generate_series(1, ${2 * pairs}) n;
    insert into membership (record_id, golden_id)
    select id, lpad(to_hex(case when id % 5 = 0 then id - id % 10 else id end), 32, '0')::uuid from record;
    insert into golden (id, collection, version, status, search_text, created_at, updated_at)
    select distinct golden_id, 'customers', 1, 'active', '', now(), now() from membership;
    insert into link (record_a, record_b, collection, weight, review, open)
    select distinct on (least(a, b), greatest(a, b)) least(a, b), greatest(a, b), 'customers', (n * 7919 % 9973)::real / 1000 - 2,
      true, true
    from (
      select n, 2 * n - 1 as a, case when n % 2 = 0 then 2 * n else 1 + n * 31 % ${2 * pairs} end as b
      from generate_series(1, ${pairs}) n
    ) drawn
    where a <> b;
    insert into golden_read (golden_id, reads, counted_at)
    select id, 1 + abs(hashtext(id::text)) % 20, now() - interval '10 days' from golden where abs(hashtext(id::text)) % 10 = 0;
    insert into review (record_a, record_b, skipped_at, skipped_weight)
    select record_a, record_b, now(), weight from link where record_a % 50 = 1;
    insert into review (record_a, record_b, due_at)
    select record_a, record_b, now() + record_a % 30 * interval '1 day' from link where record_a % 50 = 5;
    insert into decision (id, collection, kind, verdict, status, decided_at, model, evidence)
    select lpad(to_hex(record_a), 32, '0')::uuid, 'customers', 'review', 'noMatch', 'standing', now(), 'shipped', '[]'
    from link where record_a % 50 = 3;
    insert into decision_record (decision_id, record_id, side, standing)
    select lpad(to_hex(record_a), 32, '0')::uuid, case side when 1 then record_a else record_b end, side, true
    from link cross join (values (1), (2)) s(side) where record_a % 50 = 3;
    analyze`);
}

async function measure(client: Client): Promise<string> {
  const repository = new ReviewsRepository();
  const db = {
    query: async (sql: string, parameters: unknown[]) => (await client.query(sql, parameters)).rows as ListedRow[],
  } as unknown as Queryable;
  const lists: readonly (readonly [name: string, filter: Partial<ReviewFilter>])[] = [
    ['by priority', { sort: 'priority' }],
    ['strongest first', { sort: 'weight' }],
    ['weakest first', { sort: '-weight' }],
    ['by due date', { sort: 'dueAt' }],
    ['nearest to the threshold', { sort: 'uncertainty', threshold: 3, claimed: false }],
    ['by priority, of one source', { sort: 'priority', source: 'crm' }],
    ['by priority, from 5 bits', { sort: 'priority', minWeight: 5 }],
    ['skipped', { sort: 'priority', skipped: true }],
  ];
  const rows: string[][] = [];
  for (const [name, wanted] of lists) {
    const filter: ReviewFilter = { skipped: false, sort: 'priority', at: new Date(), ...wanted };
    const list = (after?: ListedRow) =>
      repository.list(db, 'customers', filter, after && [after.rank, after.a, after.b], page);
    const [first, next]: [number[], number[]] = [[], []];
    let last: ListedRow | undefined;
    for (let run = 0; run < runs; run += 1) {
      first.push(await timed(async () => (last = (await list()).at(-1))));
      next.push(await timed(() => list(last)));
    }
    rows.push([name, ...[first, next].flatMap((times) => figures(times))]);
  }
  return markdownTable(['ms for a page of 50', 'first: median', 'worst', 'second: median', 'worst'], rows);
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const started = performance.now();
  await work();
  return performance.now() - started;
}

function figures(times: readonly number[]): string[] {
  const sorted = times.toSorted((x, y) => x - y);
  return [50, 100].map((part) => percentile(sorted, part).toFixed(0));
}

async function report(pairs: number, table: string): Promise<void> {
  await mkdir(results, { recursive: true });
  await writeFile(
    `${results}queue.md`,
    `# The review queue

A page of 50 reviews out of ${pairs} open pairs between the golden records of ${2 * pairs} records, read as
\`GET /v1/{collection}/reviews\` reads it, by itself and after the first page: ${runs} times each. A tenth of the golden records was
read, a fiftieth of the pairs skipped, as many have a due date, and of as many a steward has said that they are none. Made by \`npm run bench:queue\`.

${table}
`,
  );
}
