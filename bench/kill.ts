import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import type { AurumClient } from '../demo/service/aurum-client.js';
import { crosswalkOf } from '../demo/service/crosswalk.js';
import { listAt, textAt } from '../demo/service/json.js';
import { wholeNumber } from '../demo/options.js';
import { temporaryDirectory } from './bench-store.js';
import { FeedReplay, recordName } from './feed-replay.js';
import { Fleet, type FleetOptions } from './fleet.js';
import { loadCustomers, registerSources } from './generated-load.js';
import { compareMembership, type Difference, isSame } from './membership.js';
import { runBench } from './run-bench.js';

const usage = `Usage: npm run bench:kill -- [--records N] [--kills K] [--workers W] [--redis]
  --records N    how many customers to load, about (20000)
  --kills K      how often something is killed with -9 during the load (6)
  --workers W    processes that resolve, beside one that serves the API; 0: one process does both (2)
  --redis        jobs go through a Redis, which is killed and flushed too (redis-server must be installed)
What is killed is the API, a worker, PostgreSQL or Redis, each in its turn, at a moment that nobody chose.`;

await runBench(main);

async function main(): Promise<boolean> {
  const { values } = parseArgs({
    options: {
      records: { type: 'string', default: '20000' },
      kills: { type: 'string', default: '6' },
      workers: { type: 'string', default: '2' },
      redis: { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
  });
  if (values.help) {
    console.log(usage);
    return true;
  }
  const records = wholeNumber('--records', values.records);
  const options = { workers: wholeNumber('--workers', values.workers), redis: values.redis };
  const root = await temporaryDirectory();
  try {
    const undisturbed = await inFleet({ ...options, directory: join(root, 'undisturbed') }, (fleet) =>
      runOnce(fleet, records),
    );
    console.log(`Undisturbed: ${undisturbed.membership.size} records in ${undisturbed.seconds.toFixed(1)} s.`);
    const kills = wholeNumber('--kills', values.kills);
    const disturbed = await inFleet({ ...options, directory: join(root, 'disturbed') }, async (fleet) => {
      await killDuringLoads(fleet, records, kills, undisturbed.seconds);
      return runOnce(fleet, records);
    });
    const difference = compareMembership(undisturbed.membership, disturbed.membership);
    return report(difference, [...undisturbed.problems, ...disturbed.problems], disturbed.events);
  } finally {
    await rm(root, { recursive: true, force: true });
  }
}

async function inFleet<Result>(options: FleetOptions, work: (fleet: Fleet) => Promise<Result>): Promise<Result> {
  const fleet = await Fleet.start(options);
  try {
    return await work(fleet);
  } finally {
    await fleet.stop();
  }
}

interface Outcome {
  readonly membership: ReadonlyMap<string, string>;
  readonly events: number;
  readonly problems: readonly string[];
  readonly seconds: number;
}

/** Loads everything, waits, and reads back what the store and the feed hold. */
async function runOnce({ api }: Fleet, records: number): Promise<Outcome> {
  await registerSources(api.client);
  const started = performance.now();
  await Promise.race([loadCustomers(api.client, records), api.failed]);
  const seconds = (performance.now() - started) / 1_000;
  return { ...(await readBack(api.client)), seconds };
}

/** Goes on loading, from the start again where the load was cut off, while one target after the other is hit. */
async function killDuringLoads(fleet: Fleet, records: number, kills: number, seconds: number): Promise<void> {
  const loading = new AbortController();
  const load = loadUntil(loading.signal, fleet, records);
  for (let kill = 0; kill < kills; kill += 1) {
    const after = (0.1 + Math.random()) * (seconds / kills);
    await pause(after * 1_000);
    const target = fleet.targets[kill % fleet.targets.length] ?? 'api';
    await fleet.hit(target, kill);
    console.log(`After another ${after.toFixed(1)} s: ${target}.`);
  }
  loading.abort();
  await load;
}

async function loadUntil(stop: AbortSignal, fleet: Fleet, records: number): Promise<void> {
  while (!stop.aborted) {
    try {
      await registerSources(fleet.api.client);
      await loadCustomers(fleet.api.client, records);
      return;
    } catch {
      // The load was cut off: that is what this is about.
      await pause(200);
    }
  }
}

async function readBack(client: AurumClient): Promise<Omit<Outcome, 'seconds'>> {
  const { membership, problems } = await readSettled(client);
  const feed = await readFeed(client, membership);
  return { membership, events: feed.events, problems: [...problems, ...feed.problems] };
}

/** Links made before a block was known to be oversized are looked at again behind all that is new: reads until nothing changes. */
async function readSettled(client: AurumClient): Promise<Pick<Outcome, 'membership' | 'problems'>> {
  for (let before = await readMembership(client); ;) {
    await pause(5_000);
    const now = await readMembership(client);
    if (sameMap(before.membership, now.membership)) return now;
    before = now;
  }
}

async function readMembership(client: AurumClient): Promise<Pick<Outcome, 'membership' | 'problems'>> {
  const membership = new Map<string, string>();
  const problems: string[] = [];
  for await (const { goldenId, ...record } of crosswalkOf(client, 'customers')) {
    const name = recordName(record);
    if (membership.has(name)) problems.push(`${name} is there twice.`);
    if (goldenId === undefined) problems.push(`${name} has no golden record.`);
    membership.set(name, goldenId ?? '');
  }
  return { membership, problems };
}

/** Events get their places shortly after their commit: the feed is read until it tells what the store holds. */
async function readFeed(client: AurumClient, membership: ReadonlyMap<string, string>): Promise<FeedReplay> {
  const feed = new FeedReplay();
  let after = '';
  for (let idle = 0; idle < 20;) {
    const page = await client.get(`/v1/events?limit=1000${after === '' ? '' : `&after=${encodeURIComponent(after)}`}`);
    const items = listAt(page, 'items');
    for (const event of items) feed.apply(event);
    after = textAt(page, 'next');
    if (items.length > 0) continue;
    if (sameMap(feed.membership(), membership)) return feed;
    idle += 1;
    await pause(500);
  }
  feed.problems.push('The feed does not tell what the store holds.');
  return feed;
}

function sameMap(a: ReadonlyMap<string, string>, b: ReadonlyMap<string, string>): boolean {
  return a.size === b.size && [...a].every(([key, value]) => b.get(key) === value);
}

function report(difference: Difference, problems: readonly string[], events: number): boolean {
  const { missing, added, moved } = difference;
  console.log(`Against the undisturbed run: ${missing.length} missing, ${added.length} added, ${moved.length} moved.`);
  console.log(`The feed of ${events} events: ${problems.length} problems.`);
  for (const line of [...problems, ...missing, ...added, ...moved].slice(0, 20)) console.log(`  ${line}`);
  return isSame(difference) && problems.length === 0;
}
