import { parseArgs } from 'node:util';
import { wholeNumber } from '../demo/options.js';
import type { AurumClient } from '../demo/service/aurum-client.js';
import { numberAt, textAt } from '../demo/service/json.js';
import { untilDone } from '../demo/service/load-records.js';
import { freePort, startService } from '../demo/service/start-service.js';
import { BenchStore } from './bench-store.js';
import { loadCustomers, registerSources } from './generated-load.js';
import { markdownTable } from './markdown-table.js';
import { ProcessWatch } from './processes.js';
import { runBench } from './run-bench.js';

const usage = `Usage: npm run bench:models -- --records N
  --records N    how many customers to generate, load, train on, preview and resolve again, about (100000)`;
const models = '/v1/customers/models';

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

/** Loads, trains, previews and activates, each measured by the time and the CPU that it takes. */
async function measure(store: BenchStore, records: number): Promise<void> {
  const service = await startService({ DATABASE_URL: await store.newDatabase(), PORT: String(await freePort()) });
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
    await timed('activation once more', () => done(client, `${models}/${model}/activation`));
    console.log(
      `\n${markdownTable(['step', 'seconds', 'CPU seconds', 'records a second', 'records a CPU second'], rows)}`,
    );
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

async function cpuSeconds(watch: ProcessWatch): Promise<number> {
  return [...(await watch.usage()).values()].reduce((sum, used) => sum + used.cpuSeconds, 0);
}

/** Starts an operation and waits until it has succeeded. */
async function done(client: AurumClient, path: string): Promise<unknown> {
  return untilDone(client, await client.post(path, {}), 250);
}
