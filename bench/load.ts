import { parseArgs } from 'node:util';
import { wholeNumber } from '../demo/options.js';
import { customerRecords } from '../demo/generate/customers.js';
import { customer } from '../src/customer/customer.js';
import { BarePipeline } from './bare-pipeline.js';
import { BenchStore } from './bench-store.js';
import { measureLoad, type Plan } from './measure-load.js';
import { type PreparedRecord, preparedRecordsOfAll } from './prepared-records.js';
import { runBench } from './run-bench.js';

const usage = `Usage: npm run bench:load -- [options]
  --records N      how many customers to generate and load, about (200000)
  --workers W      0: one process does all; otherwise one serves the API and W processes resolve (0)
  --no-latency     leaves out how long single requests take on the store that was loaded; with workers, these are then
                   measured once more with one process that does all, as npm start runs it
  --no-bare        leaves out the bare pipeline, which does only the SQL: the mark to measure by
  --profile DIR    keeps a CPU profile of every service process there (slower; see node --cpu-prof)`;
/** So many records of the bare pipeline are worked out at a time; only what comes after that is timed. */
const chunk = 10_000;

await runBench(main);

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      records: { type: 'string', default: '200000' },
      workers: { type: 'string', default: '0' },
      'no-latency': { type: 'boolean', default: false },
      'no-bare': { type: 'boolean', default: false },
      profile: { type: 'string' },
      help: { type: 'boolean', default: false },
    },
  });
  if (values.help) {
    console.log(usage);
    return;
  }
  const plan: Plan = {
    records: wholeNumber('--records', values.records),
    workers: wholeNumber('--workers', values.workers),
    latency: !values['no-latency'],
    profile: values.profile,
  };
  const store = await BenchStore.open();
  try {
    const rate = await measureLoad(store, plan);
    if (values['no-bare']) return;
    const bareRate = await measureBare(store, plan.records);
    console.log(`\nThe bare pipeline: ${bareRate.toFixed(0)} a second. Ratio: ${(rate / bareRate).toFixed(2)}.`);
  } finally {
    await store.close();
  }
}

/** @returns records a second */
async function measureBare(store: BenchStore, count: number): Promise<number> {
  const url = await store.newDatabase();
  const clients = [await store.connect(url), await store.connect(url)];
  const pipeline = new BarePipeline(customer, clients);
  await pipeline.createTables();
  let [records, seconds]: [PreparedRecord[], number] = [[], 0];
  let loaded = 0;
  for await (const record of preparedRecordsOfAll(customer, customerRecords, { seed: 1, records: count })) {
    if (records.push(record) < chunk) continue;
    seconds += await pipeline.load(records);
    loaded += records.length;
    records = [];
  }
  seconds += await pipeline.load(records);
  loaded += records.length;
  for (const client of clients) await client.end();
  return loaded / seconds;
}
