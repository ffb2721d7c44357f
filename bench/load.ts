import { parseArgs } from 'node:util';
import { freePort, type Service, startService } from '../demo/service/start-service.js';
import { wholeNumber } from '../demo/options.js';
import { BenchStore } from './bench-store.js';
import { sizeTable, startCounting, statementTable } from './database-report.js';
import { loadCustomers, registerSources } from './generated-load.js';
import { markdownTable } from './markdown-table.js';
import { ProcessWatch } from './processes.js';

const usage = `Usage: npm run bench:load -- --records N [--workers W]
  --records N    how many customers to generate and load, about (200000)
  --workers W    0: one process does all; otherwise one serves the API and W processes resolve (0)
  --profile DIR  keeps a CPU profile of every service process there (slower; see node --cpu-prof)`;
const reportEvery = 50_000;

try {
  await main();
} catch (error) {
  console.error(error instanceof Error ? error.message : String(error));
  process.exitCode = 1;
}

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      records: { type: 'string', default: '200000' },
      workers: { type: 'string', default: '0' },
      profile: { type: 'string' },
      help: { type: 'boolean', default: false },
    },
  });
  if (values.help) {
    console.log(usage);
    return;
  }
  const records = wholeNumber('--records', values.records);
  const workers = wholeNumber('--workers', values.workers);
  const store = await BenchStore.open();
  try {
    await measure(store, records, workers, values.profile);
  } finally {
    await store.close();
  }
}

async function measure(
  store: BenchStore,
  records: number,
  workers: number,
  profile: string | undefined,
): Promise<void> {
  const databaseUrl = await store.newDatabase();
  const services = await startAll(databaseUrl, workers, profile);
  const [api] = services.values();
  if (!api) throw new Error('No service was started.');
  const database = await store.connect(databaseUrl);
  const families = new Map([...services].map(([name, { processId }]) => [name, processId]));
  const server = await store.processId();
  if (server !== undefined) families.set('postgres', server);
  families.set('this load', process.pid);
  const watch = new ProcessWatch(families);
  try {
    const counting = await startCounting(database);
    const before = await watch.usage();
    const started = performance.now();
    const failed = [...services.values()].map((service) => service.failed);
    const result = await Promise.race([load(api, records), ...failed]);
    const seconds = (performance.now() - started) / 1_000;
    const { received, rejected, quarantined } = result;
    console.log(
      `\n${received} records resolved in ${seconds.toFixed(1)} s: ${(received / seconds).toFixed(0)} a second.`,
    );
    console.log(`${rejected} rejected, ${quarantined} in quarantine.\n`);
    const rows = [...(await watch.usage())].map(([name, { cpuSeconds, peakResidentBytes }]) => {
      const used = cpuSeconds - (before.get(name)?.cpuSeconds ?? 0);
      return [name, used.toFixed(1), (used / seconds).toFixed(2), (peakResidentBytes / 1_048_576).toFixed(0)];
    });
    console.log(markdownTable(['process', 'CPU seconds', 'cores', 'peak MiB'], rows));
    if (counting) console.log(`\n${await statementTable(database)}`);
    console.log(`\n${await sizeTable(database)}`);
  } finally {
    watch.stop();
    await database.end();
    for (const service of [...services.values()].reverse()) await service.stop();
  }
}

/** The first is the one that serves the API. */
async function startAll(
  databaseUrl: string,
  workers: number,
  profile: string | undefined,
): Promise<ReadonlyMap<string, Service>> {
  const options = profile === undefined ? [] : ['--cpu-prof', `--cpu-prof-dir=${profile}`, '--cpu-prof-interval=2000'];
  const settings = { DATABASE_URL: databaseUrl };
  const port = async (): Promise<string> => String(await freePort());
  if (workers === 0) return new Map([['service', await startService({ ...settings, PORT: await port() }, options)]]);
  const services = new Map([
    ['api', await startService({ ...settings, PORT: await port(), AURUM_ROLE: 'api' }, options)],
  ]);
  for (let worker = 1; worker <= workers; worker += 1) {
    services.set(
      `worker ${worker}`,
      await startService({ ...settings, PORT: await port(), AURUM_ROLE: 'worker' }, options),
    );
  }
  return services;
}

async function load(api: Service, records: number): Promise<Awaited<ReturnType<typeof loadCustomers>>> {
  await registerSources(api.client);
  let [last, lastTime] = [0, performance.now()];
  return loadCustomers(api.client, records, (done) => {
    if (done - last < reportEvery) return;
    const now = performance.now();
    console.log(`${done} records: ${((1_000 * (done - last)) / (now - lastTime)).toFixed(0)} a second`);
    [last, lastTime] = [done, now];
  });
}
