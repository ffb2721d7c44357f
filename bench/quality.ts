import { mkdir, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import type { AurumClient } from '../demo/service/aurum-client.js';
import { freePort, startService } from '../demo/service/start-service.js';
import { BenchStore } from './bench-store.js';
import { findLabelledSets, type LabelledSet } from './labelled-set.js';
import { loadLabelledSet, trainAndActivate } from './load-labelled-set.js';
import { markdownTable } from './markdown-table.js';
import { ablate } from './quality/ablation.js';
import { compareText } from './quality/text-comparators.js';
import { ablationVariants } from './quality/variants.js';
import { describeQuality } from './quality/describe-quality.js';
import { prepare, resolve } from './quality/resolve-offline.js';
import { qualityOfSet, type SetQuality } from './quality-of-set.js';
import { domains } from '../src/domains.js';
import { runBench } from './run-bench.js';

/** How well one labelled set was matched by the service, with the shipped model and with one trained on it. */
interface Measurement {
  readonly set: string;
  readonly records: number;
  readonly truePairs: number;
  readonly shipped: Matched;
  readonly trained: Matched;
  /** The share of true pairs that share a block key. */
  readonly pairCompleteness: number;
  readonly candidatesPerRecord: number;
}

interface Matched extends SetQuality {
  /** Of loading; of training and activating. */
  readonly seconds: number;
}

const usage = 'Usage: npm run bench:quality -- --data DIR [--set NAME]';
const results = fileURLToPath(new URL('../../bench/results/', import.meta.url));

const head = [
  'set',
  'records',
  'true pairs',
  'F1 shipped',
  'precision',
  'recall',
  'F1 trained',
  'golden',
  'completeness',
  'candidates',
  's load',
  's train',
];

await runBench(main);

async function main(): Promise<void> {
  const { values } = parseArgs({ options: { data: { type: 'string' }, set: { type: 'string', multiple: true } } });
  if (values.data === undefined) throw new Error(usage);
  const sets = findLabelledSets(values.data, values.set);
  const store = await BenchStore.open();
  const measurements: Measurement[] = [];
  try {
    for (const set of sets) {
      measurements.push(await measure(set, await store.newDatabase()));
      console.log(row(measurements.at(-1)).join('  '));
    }
  } finally {
    await store.close();
  }
  const table = markdownTable(head, measurements.map(row));
  console.log(`\n${table}`);
  if (values.set) return;
  await report(table, await ablate(sets, ablationVariants(sets), domains), await compareText(sets, domains));
}

async function measure(set: LabelledSet, databaseUrl: string): Promise<Measurement> {
  const service = await startService({ DATABASE_URL: databaseUrl, PORT: String(await freePort()) });
  try {
    return await Promise.race([loadAndCompare(service.client, set), service.failed]);
  } finally {
    await service.stop();
  }
}

async function loadAndCompare(client: AurumClient, set: LabelledSet): Promise<Measurement> {
  const started = performance.now();
  const { received } = await loadLabelledSet(client, set);
  const shipped = await compare(client, set, started);
  const training = performance.now();
  await trainAndActivate(client, set.mapping.collection);
  const trained = await compare(client, set, training);
  const truePairs = shipped.quality.truePairs;
  return { set: set.name, records: received, truePairs, shipped, trained, ...(await candidatesOf(set)) };
}

async function compare(client: AurumClient, set: LabelledSet, since: number): Promise<Matched> {
  const seconds = (performance.now() - since) / 1_000;
  return { ...(await qualityOfSet(client, set)), seconds };
}

/** What the block keys of a set bring: the same functions that the service uses, as it does not tell of pairs it never made. */
async function candidatesOf(set: LabelledSet) {
  const { collection } = set.mapping;
  const domain = domains.find((one) => one.collection === collection);
  if (!domain) throw new Error(`There is no collection ${collection}.`);
  const { pairCompleteness, candidatesPerRecord } = resolve(await prepare(set, domain), domain.model);
  return { pairCompleteness, candidatesPerRecord };
}

function row(measurement: Measurement | undefined): string[] {
  if (!measurement) return [];
  const { set, records, truePairs, shipped, trained, pairCompleteness, candidatesPerRecord } = measurement;
  const { precision, recall, f1 } = trained.quality;
  const shares = [shipped.quality.f1, precision, recall, f1].map((share) => share.toFixed(4));
  return [
    set,
    String(records),
    String(truePairs),
    ...shares,
    String(trained.golden),
    pairCompleteness.toFixed(4),
    candidatesPerRecord.toFixed(1),
    shipped.seconds.toFixed(1),
    trained.seconds.toFixed(1),
  ];
}

async function report(table: string, ablation: string, comparators: string): Promise<void> {
  await mkdir(results, { recursive: true });
  await writeFile(`${results}quality.md`, describeQuality(table, ablation, comparators));
}
