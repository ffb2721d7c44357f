import { createReadStream } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import type { AurumClient } from '../demo/service/aurum-client.js';
import { type Crosswalk, crosswalkOf } from '../demo/service/crosswalk.js';
import { loadRecords } from '../demo/service/load-records.js';
import { agreementWithPairs, type PairQuality } from '../demo/service/pair-quality.js';
import { freePort, startService } from '../demo/service/start-service.js';
import { BenchStore } from './bench-store.js';
import { findLabelledSets, type LabelledSet, readTruth, recordKey } from './labelled-set.js';
import { markdownTable } from './markdown-table.js';

/** How well one labelled set was matched by the service, with the shipped defaults. */
interface Measurement {
  readonly set: string;
  readonly records: number;
  readonly golden: number;
  readonly quality: PairQuality;
  readonly seconds: number;
}

const usage = 'Usage: npm run bench:quality -- --data DIR [--set NAME]';
const results = fileURLToPath(new URL('../../bench/results/', import.meta.url));

try {
  await main();
} catch (error) {
  console.error(error instanceof Error ? error.message : String(error));
  process.exitCode = 1;
}

async function main(): Promise<void> {
  const { values } = parseArgs({ options: { data: { type: 'string' }, set: { type: 'string', multiple: true } } });
  if (values.data === undefined) throw new Error(usage);
  const found = await findLabelledSets(values.data);
  const sets = values.set ? found.filter(({ name }) => values.set?.includes(name)) : found;
  if (sets.length === 0) throw new Error(`There is no such set with a mapping in ${values.data}.`);
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
  const table = markdownTable(
    ['set', 'records', 'golden', 'true pairs', 'precision', 'recall', 'F1', 'seconds'],
    measurements.map(row),
  );
  console.log(`\n${table}`);
  if (!values.set) await report(table);
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
  const truth = await readTruth(set);
  for (const { source, definition } of set.sources) await client.put(`/v1/sources/${source}`, definition);
  const started = performance.now();
  const uploads = set.sources.map(({ source, file, idColumn }) => {
    return { source, format: 'text/csv' as const, idColumn, body: createReadStream(file) };
  });
  const { received, rejected, rejections } = await loadRecords(client, set.collection, uploads);
  const seconds = (performance.now() - started) / 1_000;
  if (rejected > 0) console.error(`${set.name}: ${rejected} of ${received} rejected, ${rejections.join(', ')}`);
  const clusters = await readClusters(client, set.collection);
  const across = set.sources.length > 1;
  const quality = agreementWithPairs(
    truth,
    clusters,
    ({ source, sourceId }) => recordKey(source, sourceId),
    (a, b) => !across || a.source !== b.source,
  );
  return { set: set.name, records: received, golden: clusters.length, quality, seconds };
}

async function readClusters(client: AurumClient, collection: string): Promise<readonly (readonly Crosswalk[])[]> {
  const clusters = new Map<string, Crosswalk[]>();
  for await (const line of crosswalkOf(client, collection)) {
    const key = line.goldenId ?? recordKey(line.source, line.sourceId);
    clusters.set(key, [...(clusters.get(key) ?? []), line]);
  }
  return [...clusters.values()];
}

function row(measurement: Measurement | undefined): string[] {
  if (!measurement) return [];
  const { set, records, golden, quality, seconds } = measurement;
  const parts = [quality.precision, quality.recall, quality.f1].map((part) => part.toFixed(4));
  return [set, String(records), String(golden), String(quality.truePairs), ...parts, seconds.toFixed(1)];
}

async function report(table: string): Promise<void> {
  await mkdir(results, { recursive: true });
  const text = `# Match quality

Pairs of records that share a golden record, against labelled pairs; of two sources, pairs across them. Each set is loaded
into a fresh store through the REST API, with the shipped defaults and nothing but its mapping. Made by
\`npm run bench:quality -- --data DIR\`.

${table}
`;
  await writeFile(`${results}quality.md`, text);
}
