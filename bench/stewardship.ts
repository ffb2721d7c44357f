import { mkdir, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import type { AurumClient } from '../demo/service/aurum-client.js';
import { freePort, startService } from '../demo/service/start-service.js';
import { BenchStore } from './bench-store.js';
import { DecidingSteward, type ReviewOrder } from './deciding-steward.js';
import { findLabelledSets, type LabelledSet } from './labelled-set.js';
import { loadLabelledSet, trainAndActivate } from './load-labelled-set.js';
import { markdownTable } from './markdown-table.js';
import { qualityOfSet } from './quality-of-set.js';
import { runBench } from './run-bench.js';

/** What a steward has brought a set to after so many decisions. */
interface Milestone {
  readonly set: string;
  readonly order: ReviewOrder;
  readonly after: string;
  readonly steward: { readonly match: number; readonly noMatch: number; readonly passedOver: number };
  readonly precision: number;
  readonly recall: number;
  readonly f1: number;
}

const usage = 'Usage: npm run bench:stewardship -- --data DIR [--set NAME]';
const results = fileURLToPath(new URL('../../bench/results/', import.meta.url));
const usualSets = ['amazon_google', 'splink_fake_1000'];
/** Measured after so many decisions. */
const steps = [25, 50, 100, 200, 400, 800];
const most = Math.max(...steps);

const head = ['set', 'order', 'decisions', 'match', 'no match', 'passed over', 'precision', 'recall', 'F1'];

await runBench(main);

async function main(): Promise<void> {
  const { values } = parseArgs({ options: { data: { type: 'string' }, set: { type: 'string', multiple: true } } });
  if (values.data === undefined) throw new Error(usage);
  const sets = findLabelledSets(values.data, values.set ?? usualSets);
  const store = await BenchStore.open();
  const rows: string[][] = [];
  try {
    for (const set of sets) {
      for await (const milestone of measure(store, set)) {
        rows.push(row(milestone));
        console.log(row(milestone).join('  '));
      }
    }
  } finally {
    await store.close();
  }
  const table = markdownTable(head, rows);
  console.log(`\n${table}`);
  if (!values.set) await report(table);
}

/** Loads and trains once, and lets a steward begin from there in each order. */
async function* measure(store: BenchStore, set: LabelledSet): AsyncGenerator<Milestone> {
  const trained = await store.newDatabase();
  await withService(trained, async (client) => {
    await loadLabelledSet(client, set);
    await trainAndActivate(client, set.mapping.collection);
  });
  for (const order of ['queue', 'next'] as const)
    yield* await withService(await store.newDatabase(trained), (client) => decide(client, set, order));
}

async function withService<Result>(
  databaseUrl: string,
  work: (client: AurumClient) => Promise<Result>,
): Promise<Result> {
  const service = await startService({ DATABASE_URL: databaseUrl, PORT: String(await freePort()) });
  try {
    return await Promise.race([work(service.client), service.failed]);
  } finally {
    await service.stop();
  }
}

/** Decides until nothing is open or enough is decided, and at last trains on the decisions too. */
async function decide(client: AurumClient, set: LabelledSet, order: ReviewOrder): Promise<readonly Milestone[]> {
  const steward = DecidingSteward.of(client, set, order);
  const milestones: Milestone[] = [];
  const measureNow = async (after: string): Promise<void> => {
    const { precision, recall, f1 } = (await qualityOfSet(client, set)).quality;
    const { passedOver, answered } = steward;
    milestones.push({ set: set.name, order, after, steward: { ...answered, passedOver }, precision, recall, f1 });
  };
  await measureNow('0');
  for await (const decisions of steward.decideAll()) {
    if (steps.includes(decisions)) await measureNow(String(decisions));
    if (decisions === most) break;
  }
  if (!steps.includes(steward.decisions)) await measureNow(`${steward.decisions}, all`);
  await trainAndActivate(client, set.mapping.collection);
  await measureNow('trained again');
  return milestones;
}

function row({ set, order, after, steward, precision, recall, f1 }: Milestone): string[] {
  const counts = [steward.match, steward.noMatch, steward.passedOver].map(String);
  return [set, order, after, ...counts, ...[precision, recall, f1].map((share) => share.toFixed(4))];
}

async function report(table: string): Promise<void> {
  await mkdir(results, { recursive: true });
  await writeFile(
    `${results}stewardship.md`,
    `# What stewards bring

Each set is loaded into a fresh store through the REST API, a model is trained on it without labels and activated; then
the open reviews are decided one by one, as the labels have it, over \`POST .../reviews/{id}/decision\`. In the order \`queue\`
a steward takes them from \`GET .../reviews?status=open\` as it sorts them by itself, ten at a time; in the order \`next\` from
\`GET .../reviews/next\`. Precision, recall and F1 are of pairs of records that share a golden record, against the labelled
pairs; of two sources, pairs across them. Two records of one of two sources are answered as a match where both have the
same partner in the other. Passed over is what had closed before its turn, and what an earlier decision contradicts.
\`all\`: nothing is open any more. \`trained again\`: a model trained once more, now on the decisions too, is activated.
Made by \`npm run bench:stewardship -- --data DIR\`.

${table}
`,
  );
}
