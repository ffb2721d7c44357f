import { parseArgs } from 'node:util';
import { Random } from '../demo/generate/random.js';
import { wholeNumber } from '../demo/options.js';
import type { AurumClient } from '../demo/service/aurum-client.js';
import { numberAt, textAt } from '../demo/service/json.js';
import { untilDone } from '../demo/service/load-records.js';
import { freePort, startService } from '../demo/service/start-service.js';
import { atRate, latencyColumns, latencyRow } from './at-rate.js';
import { BenchStore } from './bench-store.js';
import { loadCustomers, registerSources } from './generated-load.js';
import { newCustomers, postNext, type Sample, sampleRecords } from './latency.js';
import { markdownTable } from './markdown-table.js';
import { ProcessWatch } from './processes.js';
import { runBench } from './run-bench.js';

const usage = `Usage: npm run bench:models -- --records N
  --records N    how many customers to generate, load, train on, preview and resolve again, about (100000)`;
const models = '/v1/customers/models';
const readsPerSecond = 50;
const postsPerSecond = 5;

await runBench(main);

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: { records: { type: 'string', default: '100000' }, help: { type: 'boolean', default: false } },
  });
  if (values.help) {
    console.log(usage);
    return;
  }
  const records = wholeNumber('--records', values.records);
  const store = await BenchStore.open();
  try {
    await measure(store, records);
  } finally {
    await store.close();
  }
}

/**
 * Loads, trains, previews and activates, each measured by the time and the CPU that it takes; and how long readers and writers
 * wait while all is resolved again, beside how long they wait without that.
 */
async function measure(store: BenchStore, records: number): Promise<void> {
  const databaseUrl = await store.newDatabase();
  const service = await startService({ DATABASE_URL: databaseUrl, PORT: String(await freePort()) });
  const families = new Map([['service', service.processId]]);
  const server = await store.processId();
  if (server !== undefined) families.set('postgres', server);
  const watch = new ProcessWatch(families);
  const rows: string[][] = [];
  const timed = async <Result>(what: string, work: () => Promise<Result>): Promise<Result> => {
    const [before, started] = [await cpuSeconds(watch), performance.now()];
    const result = await work();
    const seconds = (performance.now() - started) / 1_000;
    const cpu = (await cpuSeconds(watch)) - before;
    rows.push([what, seconds.toFixed(1), cpu.toFixed(1), (records / seconds).toFixed(0), (records / cpu).toFixed(0)]);
    console.log(`${what}: ${seconds.toFixed(1)} s`);
    return result;
  };
  try {
    const { client } = service;
    await registerSources(client);
    await timed('load until resolved', () => loadCustomers(client, records));
    const model = textAt(await timed('training', () => done(client, models)), 'result', 'model');
    const preview = await timed('preview', () => done(client, `${models}/${model}/preview`));
    await timed('activation until resolved again', () => done(client, `${models}/${model}/activation`));
    await timed('activation once more, all computed anew', () => done(client, `${models}/${model}/activation`));
    const waits = await measureWaits(client, await sampleOf(store, databaseUrl), () =>
      timed('activation of the shipped model beside readers and writers', () =>
        done(client, `${models}/shipped/activation`),
      ),
    );
    console.log(
      `\n${markdownTable(['step', 'seconds', 'CPU seconds', 'records a second', 'records a CPU second'], rows)}`,
    );
    console.log(`\n${waits}`);
    const counts = ['before', 'after', 'stay', 'merge', 'split', 'regroup'];
    console.log(
      `\nPreview: ${counts.map((name) => `${name} ${numberAt(preview, 'result', 'golden', name)}`).join(', ')}.`,
    );
    for (const [name, { peakResidentBytes }] of await watch.usage())
      console.log(`${name}: at most ${(peakResidentBytes / 1_048_576).toFixed(0)} MiB a process.`);
  } finally {
    watch.stop();
    await service.stop();
  }
}

async function sampleOf(store: BenchStore, databaseUrl: string): Promise<readonly Sample[]> {
  const database = await store.connect(databaseUrl);
  const samples = await sampleRecords(database, 2_000);
  await database.end();
  return samples;
}

/** How long reads and posts take at a light rate by themselves, and while `work` is done beside them, as a table. */
async function measureWaits(
  client: AurumClient,
  samples: readonly Sample[],
  work: () => Promise<unknown>,
): Promise<string> {
  const [random, newcomers] = [new Random(7), newCustomers(20_000)];
  const both = (enough: () => boolean): Promise<[readonly number[], readonly number[]]> =>
    Promise.all([
      atRate(readsPerSecond, () => client.get(`/v1/customers/${random.pick(samples).goldenId}`), enough),
      atRate(postsPerSecond, () => postNext(client, newcomers), enough),
    ]);
  const forSeconds = (seconds: number): Promise<[readonly number[], readonly number[]]> => {
    const end = performance.now() + seconds * 1_000;
    return both(() => performance.now() > end);
  };
  await forSeconds(2);
  const [readsAlone, postsAlone] = await forSeconds(20);
  let ended = false;
  const [[reads, posts]] = await Promise.all([both(() => ended), work().finally(() => (ended = true))]);
  return markdownTable(latencyColumns, [
    latencyRow('golden record by id', readsPerSecond, readsAlone),
    latencyRow('golden record by id, while all is resolved again', readsPerSecond, reads),
    latencyRow('single post with Prefer: wait', postsPerSecond, postsAlone),
    latencyRow('single post with Prefer: wait, while all is resolved again', postsPerSecond, posts),
  ]);
}

async function cpuSeconds(watch: ProcessWatch): Promise<number> {
  return [...(await watch.usage()).values()].reduce((sum, used) => sum + used.cpuSeconds, 0);
}

/** Starts an operation and waits until it has succeeded. */
async function done(client: AurumClient, path: string): Promise<unknown> {
  return untilDone(client, await client.post(path, {}), 250);
}
