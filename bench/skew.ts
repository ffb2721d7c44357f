import { setTimeout as pause } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import type { Client } from 'pg';
import { customerEntity } from '../demo/generate/customer-entity.js';
import { type AurumClient, inChunks } from '../demo/service/aurum-client.js';
import { crosswalkOf } from '../demo/service/crosswalk.js';
import { listAt, textAt, valueAt } from '../demo/service/json.js';
import { loadRecords } from '../demo/service/load-records.js';
import { freePort, type Service, startService } from '../demo/service/start-service.js';
import { wholeNumber } from '../demo/options.js';
import { BenchStore } from './bench-store.js';
import { loadCustomers, registerSources } from './generated-load.js';
import { markdownTable } from './markdown-table.js';
import { runBench } from './run-bench.js';

const usage = `Usage: npm run bench:skew -- [--records N] [--skewed K]
  --records N    how many ordinary customers are loaded, about (20000)
  --skewed K     how many records of people who share city, e-mail, telephone and birth date come in between (20000)`;

/** What every skewed record holds: values that are known to stand for none, and such as only their number gives away. */
const sharedValues = {
  none: undefined,
  placeholder: { birthDate: '1900-01-01', email: 'test@test.com', telephone: '+1 000 000 0000' },
  unheardOf: { birthDate: '1985-05-17', email: 'kiosk.seven@example.net', telephone: '+1 312 484 2231' },
};

type Skew = keyof typeof sharedValues;

interface Measurement {
  readonly skew: Skew;
  /** Seconds until the ordinary customers are resolved, whose load ends when the skewed ones may still wait. */
  readonly ordinary: number;
  /** Seconds until all are. */
  readonly seconds: number;
  /** Seconds until all has been looked at again that oversized blocks had brought together. */
  readonly settled: number;
  readonly skewedGoldens: number;
  readonly largest: number;
  readonly generic: readonly string[];
}

await runBench(main);

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      records: { type: 'string', default: '20000' },
      skewed: { type: 'string', default: '20000' },
      help: { type: 'boolean', default: false },
    },
  });
  if (values.help) {
    console.log(usage);
    return;
  }
  const [records, skewed] = [wholeNumber('--records', values.records), wholeNumber('--skewed', values.skewed)];
  const store = await BenchStore.open();
  const measurements: Measurement[] = [];
  try {
    for (const skew of ['none', 'placeholder', 'unheardOf'] as const) {
      const url = await store.newDatabase();
      const service = await startService({ DATABASE_URL: url, PORT: String(await freePort()) });
      const database = await store.connect(url);
      try {
        const measured = measure(service, database, skew, records, skewed);
        measurements.push(await Promise.race([measured, service.failed]));
      } finally {
        await database.end();
        await service.stop();
      }
    }
  } finally {
    await store.close();
  }
  console.log(tableOf(measurements));
}

function tableOf(measurements: readonly Measurement[]): string {
  return markdownTable(
    [
      'shared values',
      'seconds until the ordinary are resolved',
      'seconds until all are resolved',
      'until settled',
      'golden records of the skewed',
      'largest',
      'told as generic',
    ],
    measurements.map(({ skew, ordinary, seconds, settled, skewedGoldens, largest, generic }) => [
      skew,
      ordinary.toFixed(1),
      seconds.toFixed(1),
      settled.toFixed(1),
      String(skewedGoldens),
      String(largest),
      generic.join(', '),
    ]),
  );
}

async function measure(
  { client }: Service,
  database: Client,
  skew: Skew,
  records: number,
  skewed: number,
): Promise<Measurement> {
  await registerSources(client);
  await client.put('/v1/sources/skewed', { name: 'Skewed', trust: 0.5 });
  const started = performance.now();
  const elapsed = (): number => (performance.now() - started) / 1_000;
  const ordinary = loadCustomers(client, records).then(elapsed);
  const upload = { source: 'skewed', format: 'application/x-ndjson' as const, body: inChunks(lines(skew, skewed)) };
  await Promise.all([ordinary, loadRecords(client, 'customers', [upload])]);
  const seconds = elapsed();
  await untilSettled(database);
  const settled = elapsed();
  const sizes = new Map<string, number>();
  for await (const { source, goldenId = '' } of crosswalkOf(client, 'customers'))
    if (source === 'skewed') sizes.set(goldenId, (sizes.get(goldenId) ?? 0) + 1);
  return {
    skew,
    ordinary: await ordinary,
    seconds,
    settled,
    skewedGoldens: sizes.size,
    largest: Math.max(...sizes.values()),
    generic: await genericBlocks(client),
  };
}

async function untilSettled(database: Client): Promise<void> {
  const left = `select from pending union all select from oversized_block_key where not settled limit 1`;
  while (((await database.query(left)).rowCount ?? 0) > 0) await pause(100);
}

/** The labels of all blocks that stand for a value which tells nothing. */
async function genericBlocks(client: AurumClient): Promise<string[]> {
  const generic: string[] = [];
  for (let cursor: unknown = ''; typeof cursor === 'string';) {
    const page = await client.get(`/v1/customers/blocks/oversized?limit=100${cursor && `&cursor=${cursor}`}`);
    for (const block of listAt(page, 'items'))
      if (valueAt(block, 'generic') === true) generic.push(textAt(block, 'label'));
    cursor = valueAt(page, 'next');
  }
  return generic;
}

/** People of one city, each of them another one, who share all else: or, without skew, have it for themselves. */
function* lines(skew: Skew, count: number): Generator<string> {
  let sourceId = 0;
  for (let entity = 0; sourceId < count; entity += 2) {
    const { given, family, born, email, mobile } = customerEntity(99, entity).current;
    if (given === undefined || family === undefined) continue;
    const own = {
      birthDate: born && [born.year, born.month, born.day].map((part) => String(part).padStart(2, '0')).join('-'),
      email,
      telephone: mobile && `+${mobile.country.callingCode}${mobile.national}`,
    };
    const address = { addressLocality: 'Springfield', addressCountry: 'US' };
    const data = { givenName: given, familyName: family, address, ...(sharedValues[skew] ?? own) };
    sourceId += 1;
    yield `${JSON.stringify({ sourceId: String(sourceId), data })}\n`;
  }
}
