import { setTimeout as pause } from 'node:timers/promises';
import type { Client } from 'pg';
import type { LoadResult } from '../demo/service/load-records.js';
import { freePort, type Service, startService } from '../demo/service/start-service.js';
import type { BenchStore } from './bench-store.js';
import { sizeTable, startCounting, statementTable } from './database-report.js';
import { registerSources, WrittenCustomers } from './generated-load.js';
import { latencyTable } from './latency.js';
import { markdownTable } from './markdown-table.js';
import { ProcessWatch, type Usage } from './processes.js';

const reportEvery = 50_000;
/** What the first and the last of a load are, to compare their rates. */
const endSize = 100_000;

/** What is to be measured. */
export interface Plan {
  readonly records: number;
  readonly workers: number;
  readonly latency: boolean;
  /** Where CPU profiles are kept, if at all. */
  readonly profile: string | undefined;
}

/** Loads generated customers into a new database and prints what that took. @returns records a second */
export async function measureLoad(store: BenchStore, plan: Plan): Promise<number> {
  const customers = await WrittenCustomers.of(plan.records);
  const databaseUrl = await store.newDatabase();
  let services = await startAll(databaseUrl, plan);
  const [api] = services.values();
  if (!api) throw new Error('No service was started.');
  const database = await store.connect(databaseUrl);
  const watch = new ProcessWatch(await families(store, services));
  try {
    const counting = await startCounting(database);
    const before = await watch.usage();
    const started = performance.now();
    const failed = [...services.values()].map((service) => service.failed);
    const result = await Promise.race([load(api, customers), ...failed]);
    const seconds = (performance.now() - started) / 1_000;
    const rate = result.received / seconds;
    console.log(`\n${result.received} records resolved in ${seconds.toFixed(1)} s: ${rate.toFixed(0)} a second.`);
    console.log(`${result.rejected} rejected, ${result.quarantined} in quarantine.\n`);
    console.log(processTable(before, await watch.usage(), seconds));
    if (counting) console.log(`\n${await statementTable(database)}`);
    console.log(`\n${await sizeTable(database, result.received)}`);
    if (plan.latency) await measureLatency(api, database);
    if (plan.latency && plan.workers > 0) {
      await stopAll(services);
      services = await startAll(databaseUrl, { ...plan, workers: 0 });
      const [service] = services.values();
      if (service) await measureLatency(service, database, 1);
    }
    return rate;
  } finally {
    watch.stop();
    await database.end();
    await stopAll(services);
    await customers.remove();
  }
}

/** The first is the one that serves the API. */
async function startAll(databaseUrl: string, { workers, profile }: Plan): Promise<ReadonlyMap<string, Service>> {
  const options = profile === undefined ? [] : ['--cpu-prof', `--cpu-prof-dir=${profile}`, '--cpu-prof-interval=2000'];
  const start = async (settings: Readonly<Record<string, string>>): Promise<Service> =>
    startService({ ...settings, DATABASE_URL: databaseUrl, PORT: String(await freePort()) }, options);
  if (workers === 0) return new Map([['service', await start({})]]);
  const services = new Map([['api', await start({ AURUM_ROLE: 'api' })]]);
  for (let worker = 1; worker <= workers; worker += 1) {
    services.set(`worker ${worker}`, await start({ AURUM_ROLE: 'worker' }));
  }
  return services;
}

async function stopAll(services: ReadonlyMap<string, Service>): Promise<void> {
  for (const service of [...services.values()].reverse()) await service.stop();
}

/** The process of each service, of the database where it is ours, and this one. */
async function families(
  store: BenchStore,
  services: ReadonlyMap<string, Service>,
): Promise<ReadonlyMap<string, number>> {
  const ids = new Map([...services].map(([name, { processId }]) => [name, processId]));
  const server = await store.processId();
  if (server !== undefined) ids.set('postgres', server);
  return ids.set('this load', process.pid);
}

async function load(api: Service, customers: WrittenCustomers): Promise<LoadResult> {
  await registerSources(api.client);
  const progress = new Progress();
  const result = await customers.load(api.client, (done) => progress.note(done));
  progress.end();
  return result;
}

/** Prints the rate of every so many records, and how that of the last compares with that of the first. */
class Progress {
  private readonly seen: { done: number; at: number }[] = [{ done: 0, at: performance.now() }];
  private reported = 0;

  note(done: number): void {
    this.seen.push({ done, at: performance.now() });
    if (done - (this.seen[this.reported]?.done ?? 0) < reportEvery) return;
    console.log(`${done} records: ${this.rate(this.reported, this.seen.length - 1).toFixed(0)} a second`);
    this.reported = this.seen.length - 1;
  }

  end(): void {
    const total = this.seen.at(-1)?.done ?? 0;
    if (total < 2 * endSize) return;
    const first = this.rate(
      0,
      this.seen.findIndex(({ done }) => done >= endSize),
    );
    const last = this.rate(
      this.seen.findIndex(({ done }) => done >= total - endSize),
      this.seen.length - 1,
    );
    const share = (last / first).toFixed(2);
    console.log(`The first ${endSize}: ${first.toFixed(0)} a second; the last: ${last.toFixed(0)}, ${share} of that.`);
  }

  private rate(from: number, to: number): number {
    const [start, end] = [this.seen[from], this.seen[to]];
    return start && end ? (1_000 * (end.done - start.done)) / (end.at - start.at) : Number.NaN;
  }
}

function processTable(before: ReadonlyMap<string, Usage>, after: ReadonlyMap<string, Usage>, seconds: number): string {
  const rows = [...after].map(([name, { cpuSeconds, peakResidentBytes }]) => {
    const used = cpuSeconds - (before.get(name)?.cpuSeconds ?? 0);
    return [name, used.toFixed(1), (used / seconds).toFixed(2), (peakResidentBytes / 1_048_576).toFixed(0)];
  });
  return markdownTable(['process', 'CPU seconds', 'cores', 'peak MiB'], rows);
}

/** Requests as they come once the load is over and what it left to settle is settled, so that nothing else goes on beside them. */
async function measureLatency(api: Service, database: Client, turn = 0): Promise<void> {
  const seconds = await untilSettled(database);
  // What autovacuum and a checkpoint would come to in their own time, they do not do in the middle of what is measured.
  await database.query('vacuum analyze');
  await database.query('checkpoint');
  console.log(`\nAfter ${seconds.toFixed(0)} s in which what a load leaves to settle was settled:\n`);
  console.log(await latencyTable(api.client, database, turn));
}

async function untilSettled(database: Client): Promise<number> {
  const started = performance.now();
  const unsettled = `select exists (select from pending) or exists (select from oversized_block_key where not settled) as left`;
  for (;;) {
    const { rows } = await database.query<{ left: boolean }>(unsettled);
    if (rows[0]?.left !== true) return (performance.now() - started) / 1_000;
    await pause(1_000);
  }
}
