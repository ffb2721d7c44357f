import { parseArgs } from 'node:util';
import { customerRecords } from '../demo/generate/customers.js';
import { inChunks } from '../demo/service/aurum-client.js';
import { numberAt } from '../demo/service/json.js';
import { untilDone } from '../demo/service/load-records.js';
import { freePort, startService } from '../demo/service/start-service.js';
import { wholeNumber } from '../demo/options.js';
import { BenchStore } from './bench-store.js';
import { registerSources } from './generated-load.js';
import { markdownTable } from './markdown-table.js';
import { ProcessWatch } from './processes.js';
import { runBench } from './run-bench.js';

const usage = `Usage: npm run bench:stream-memory -- [--megabytes N] [--notes N] [--no-workers]
  --megabytes N    the size of the stream (1024)
  --notes N        the length of the free text that makes a record long, in bytes (4000)
  --no-workers     only takes the records in: how it is when workers are behind`;
const mebibyte = 1_048_576;

await runBench(main);

/** Streams a long NDJSON body in one request and samples the memory of every process until all of it is resolved. */
async function main(): Promise<boolean> {
  const { values } = parseArgs({
    options: {
      megabytes: { type: 'string', default: '1024' },
      notes: { type: 'string', default: '4000' },
      'no-workers': { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
  });
  if (values.help) {
    console.log(usage);
    return true;
  }
  const size = wholeNumber('--megabytes', values.megabytes) * mebibyte;
  const notes = wholeNumber('--notes', values.notes);
  const store = await BenchStore.open();
  const service = await startService({
    DATABASE_URL: await store.newDatabase(),
    PORT: String(await freePort()),
    AURUM_ROLE: values['no-workers'] ? 'api' : 'all',
  });
  const server = await store.processId();
  const watch = new ProcessWatch(
    new Map([['service', service.processId], ...(server === undefined ? [] : [['postgres', server] as const])]),
    200,
  );
  try {
    await registerSources(service.client);
    const started = performance.now();
    const seconds = (): string => `${((performance.now() - started) / 1_000).toFixed(0)} s`;
    const body = inChunks(lines(size, notes));
    const path = '/v1/customers/records?source=crm';
    const posted = await Promise.race([service.client.postRecords(path, 'application/x-ndjson', body), service.failed]);
    console.log(`${numberAt(posted, 'result', 'received')} records in ${size / mebibyte} MiB taken in ${seconds()}.`);
    if (!values['no-workers']) {
      await Promise.race([untilDone(service.client, posted, 1_000), service.failed]);
      console.log(`All resolved after ${seconds()}.\n`);
    }
    return await report(watch);
  } finally {
    watch.stop();
    await service.stop();
    await store.close();
  }
}

/** @returns whether the service kept to what it may take */
async function report(watch: ProcessWatch): Promise<boolean> {
  const usage = [...(await watch.usage())].map(
    ([name, { peakResidentBytes }]) => [name, peakResidentBytes / mebibyte] as const,
  );
  console.log(
    markdownTable(
      ['process', 'peak MiB'],
      usage.map(([name, peak]) => [name, peak.toFixed(0)]),
    ),
  );
  return usage.every(([name, peak]) => name !== 'service' || peak < 500);
}

function* lines(size: number, notes: number): Generator<string> {
  let sent = 0;
  for (const { sourceId, data } of customerRecords({ seed: 2, records: 100_000_000 }, 'crm')) {
    const line = `${JSON.stringify({ sourceId, data: { ...data, notes: 'n'.repeat(notes) } })}\n`;
    sent += line.length;
    yield line;
    if (sent >= size) return;
  }
}
