import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import type { AurumClient } from '../demo/service/aurum-client.js';
import { crosswalkOf } from '../demo/service/crosswalk.js';
import { listAt, textAt } from '../demo/service/json.js';
import { freePort, type Service, startService } from '../demo/service/start-service.js';
import { wholeNumber } from '../demo/options.js';
import { temporaryDirectory } from './bench-store.js';
import { FeedReplay, recordName } from './feed-replay.js';
import { loadCustomers, registerSources } from './generated-load.js';
import { compareMembership, type Difference, isSame } from './membership.js';

const usage = `Usage: npm run bench:kill -- [--records N] [--kills K]
  --records N    how many customers to load, about (20000)
  --kills K      how often the service is killed with -9 during the load (3)`;

try {
  process.exitCode = (await main()) ? 0 : 1;
} catch (error) {
  console.error(error instanceof Error ? error.message : String(error));
  process.exitCode = 1;
}

async function main(): Promise<boolean> {
  const { values } = parseArgs({
    options: {
      records: { type: 'string', default: '20000' },
      kills: { type: 'string', default: '3' },
      help: { type: 'boolean', default: false },
    },
  });
  if (values.help) {
    console.log(usage);
    return true;
  }
  const records = wholeNumber('--records', values.records);
  const directory = await temporaryDirectory();
  try {
    const undisturbed = await inStore(join(directory, 'undisturbed'), (settings) => runOnce(settings, records));
    console.log(`Undisturbed: ${undisturbed.membership.size} records in ${undisturbed.seconds.toFixed(1)} s.`);
    const kills = wholeNumber('--kills', values.kills);
    const disturbed = await inStore(join(directory, 'disturbed'), async (settings) => {
      await killDuringLoads(settings, records, kills, undisturbed.seconds);
      return runOnce(settings, records);
    });
    const difference = compareMembership(undisturbed.membership, disturbed.membership);
    return report(difference, [...undisturbed.problems, ...disturbed.problems], disturbed.events);
  } finally {
    await rm(directory, { recursive: true, force: true });
  }
}

type Settings = Readonly<Record<string, string>>;

async function inStore<Result>(directory: string, work: (settings: Settings) => Promise<Result>): Promise<Result> {
  return work({ AURUM_DATA_DIR: directory, DATABASE_URL: '', PORT: String(await freePort()) });
}

interface Outcome {
  readonly membership: ReadonlyMap<string, string>;
  readonly events: number;
  readonly problems: readonly string[];
  readonly seconds: number;
}

/** Loads everything, waits, and reads back what the store and the feed hold. */
async function runOnce(settings: Settings, records: number): Promise<Outcome> {
  const service = await startService(settings);
  try {
    await registerSources(service.client);
    const started = performance.now();
    await Promise.race([loadCustomers(service.client, records), service.failed]);
    const seconds = (performance.now() - started) / 1_000;
    return { ...(await readBack(service.client)), seconds };
  } finally {
    await service.stop();
  }
}

/** Starts the same load again and again, and kills the service at a moment that nobody chose. */
async function killDuringLoads(settings: Settings, records: number, kills: number, seconds: number): Promise<void> {
  for (let kill = 1; kill <= kills; kill += 1) {
    const service = await startService(settings);
    const after = 0.05 + Math.random() * 0.8 * seconds;
    const load = loadUntilCut(service, records);
    await pause(after * 1_000);
    await service.kill();
    await load;
    console.log(`Killed after ${after.toFixed(2)} s.`);
  }
}

async function loadUntilCut(service: Service, records: number): Promise<void> {
  try {
    await registerSources(service.client);
    await loadCustomers(service.client, records);
  } catch {
    // The connection was cut: that is what this is about.
  }
}

async function readBack(client: AurumClient): Promise<Omit<Outcome, 'seconds'>> {
  const membership = new Map<string, string>();
  const problems: string[] = [];
  for await (const { goldenId, ...record } of crosswalkOf(client, 'customers')) {
    const name = recordName(record);
    if (membership.has(name)) problems.push(`${name} is there twice.`);
    if (goldenId === undefined) problems.push(`${name} has no golden record.`);
    membership.set(name, goldenId ?? '');
  }
  const feed = await readFeed(client, membership);
  return { membership, events: feed.events, problems: [...problems, ...feed.problems] };
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
