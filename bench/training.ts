import { mkdir, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { wholeNumber } from '../demo/options.js';
import { numberAt, textAt } from '../demo/service/json.js';
import { untilDone } from '../demo/service/load-records.js';
import { freePort, startService } from '../demo/service/start-service.js';
import { customer } from '../src/customer/customer.js';
import { BenchStore } from './bench-store.js';
import { fillRecords } from './fill-records.js';
import { registerSources } from './generated-load.js';
import { markdownTable } from './markdown-table.js';
import { ProcessWatch } from './processes.js';
import { runBench } from './run-bench.js';

const usage = `Usage: npm run bench:training -- [--records N ...]
  --records N    how many generated customers a model is trained on, about; may be given several times (200000)`;
const results = fileURLToPath(new URL('../../bench/results/', import.meta.url));
const models = '/v1/customers/models';
const head = ['records', 'sample', 'drawn', 'pairs', 'iterations', 's', 'CPU s', 'MiB service', 'MiB PostgreSQL'];

await runBench(main);

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      records: { type: 'string', multiple: true, default: ['200000'] },
      help: { type: 'boolean', default: false },
    },
  });
  if (values.help) {
    console.log(usage);
    return;
  }
  const sizes = values.records.map((text) => wholeNumber('--records', text));
  const store = await BenchStore.open();
  const rows: string[][] = [];
  try {
    for (const records of sizes) rows.push(await measure(store, records));
  } finally {
    await store.close();
  }
  const table = markdownTable(head, rows);
  console.log(`\n${table}`);
  await report(table);
}

/** Fills a fresh store and trains on it through the API, measured from the request until the model is there. */
async function measure(store: BenchStore, records: number): Promise<string[]> {
  const databaseUrl = await store.newDatabase();
  const service = await startService({ DATABASE_URL: databaseUrl, PORT: String(await freePort()) });
  try {
    const { client } = service;
    await registerSources(client);
    const connection = await store.connect(databaseUrl);
    const filled = await fillRecords(connection, customer, records, (count) => {
      if (count % 100_000 === 0) console.log(`${count} records filled in`);
    });
    await connection.end();
    const watch = new ProcessWatch(
      new Map([
        ['service', service.processId],
        ['postgres', (await store.processId()) ?? 0],
      ]),
      100,
    );
    const before = (await watch.usage()).get('service')?.cpuSeconds ?? 0;
    const started = performance.now();
    const operation = await untilDone(client, await client.post(models, {}), 250);
    const seconds = (performance.now() - started) / 1_000;
    const usage = await watch.usage();
    watch.stop();
    const trained = await client.get(`${models}/${textAt(operation, 'result', 'model')}`);
    const told = ['records', 'drawn', 'candidatePairs'].map((name) => numberAt(trained, 'report', 'sample', name));
    const peaks = ['service', 'postgres'].map((name) => (usage.get(name)?.peakResidentBytes ?? 0) / 1_048_576);
    return [
      ...[filled, ...told, numberAt(trained, 'report', 'iterations')].map(String),
      seconds.toFixed(1),
      ((usage.get('service')?.cpuSeconds ?? 0) - before).toFixed(1),
      ...peaks.map((mebibytes) => mebibytes.toFixed(0)),
    ];
  } finally {
    await service.stop();
  }
}

async function report(table: string): Promise<void> {
  await mkdir(results, { recursive: true });
  await writeFile(
    `${results}training.md`,
    `# Training

Generated customers are written into a fresh store with their standard forms and block keys, as ingestion would, but without
being resolved, which training does not read; then \`POST /v1/customers/models\` trains a model, measured from the request until
the model is there. The sample is what was read of the records: those drawn at random and all that share a block key with them;
pairs are its candidates. Memory is the most that was resident in one process meanwhile, the heap of the service limited to
320 MB, as \`npm start\` limits it; CPU seconds are the service's. Made by \`npm run bench:training -- --records N\`.

${table}
`,
  );
}
