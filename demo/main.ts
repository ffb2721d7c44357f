import { makers, generatedUploads } from './generated-uploads.js';
import { sourceNames } from './generate/source-system.js';
import { type DemoOptions, readOptions, usage } from './options.js';
import { openOwnFile, type OwnFile } from './own-file.js';
import { showCollection, showExample, type Truth, truthKey } from './show-results.js';
import { sourceDefinitions } from './source-definitions.js';
import type { AurumClient } from './service/aurum-client.js';
import { valueAt } from './service/json.js';
import { loadRecords, type Upload, untilDone } from './service/load-records.js';
import { Progress } from './service/progress.js';
import { startService } from './service/start-service.js';

// A start that was interrupted may still be waiting for its service, which ends with this process.
process.exit(
  await run(process.argv.slice(2)).catch((error: unknown) => {
    console.error(`\n${error instanceof Error ? error.message : String(error)}`);
    return 1;
  }),
);

async function run(argv: readonly string[]): Promise<number> {
  const options = readOptions(argv);
  if (options === 'help') {
    console.log(usage);
    return 0;
  }
  const own = options.own && (await openOwnFile(options.own.data, options.own.mapping));
  const interrupted = new Promise<'interrupted'>((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => resolve('interrupted'));
  });
  console.log('Starting Aurum ...');
  const starting = startService(options.port === undefined ? {} : { PORT: options.port });
  const service = await Promise.race([starting, interrupted]);
  if (service === 'interrupted') return 130;
  console.log(`Aurum serves at ${service.client.url}\n`);
  try {
    const shown = own ? showOwn(service.client, own) : showGenerated(service.client, options);
    if ((await Promise.race([shown, interrupted, service.failed])) === 'interrupted') return 130;
    if (options.exit) return 0;
    console.log('Serving until Ctrl-C.');
    await Promise.race([interrupted, service.failed]);
    return 0;
  } finally {
    await service.stop();
  }
}

async function showGenerated(client: AurumClient, options: DemoOptions): Promise<void> {
  for (const source of sourceNames) await register(client, source, sourceDefinitions[source]);
  const truths = new Map<'customers' | 'products', Truth>();
  for (const collection of ['customers', 'products'] as const) {
    const population = { seed: options.seed, records: options[collection] };
    const truth = new Map<string, number>();
    const uploads = generatedUploads(makers[collection], population, (record) => {
      truth.set(truthKey(record), record.entity);
    });
    await load(client, collection, uploads, population.records);
    truths.set(collection, truth);
  }
  console.log('');
  const examples = [];
  for (const [collection, truth] of truths) examples.push(await showCollection(client, collection, truth));
  if (examples[0]) await showExample(client, examples[0]);
}

async function showOwn(client: AurumClient, { collection, definition, upload }: OwnFile): Promise<void> {
  await register(client, upload.source, definition);
  await load(client, collection, [upload], 0);
  console.log('');
  const example = await showCollection(client, collection, undefined);
  if (example) await showExample(client, example);
}

/** Registers a source; where it was another one before, waits until its held records follow. */
async function register(client: AurumClient, source: string, definition: unknown): Promise<void> {
  const operation = valueAt(await client.put(`/v1/sources/${source}`, definition), 'operation');
  if (typeof operation === 'string') await untilDone(client, await client.get(`/v1/operations/${operation}`));
}

async function load(
  client: AurumClient,
  collection: string,
  uploads: readonly Upload[],
  expected: number,
): Promise<void> {
  const progress = new Progress(collection, expected);
  const result = await loadRecords(client, collection, uploads, (done) => progress.update(done)).catch(
    (error: unknown) => {
      progress.stop();
      throw error;
    },
  );
  progress.end(result.received);
  const { rejected, quarantined, unchanged } = result;
  if (unchanged > 0) console.log(`    ${unchanged} were held already.`);
  if (rejected > 0)
    console.log(`    ${rejected} were rejected:\n${result.rejections.map((line) => `      ${line}`).join('\n')}`);
  if (quarantined > 0) console.log(`    ${quarantined} could not be resolved and are in quarantine.`);
}
