import { setTimeout } from 'node:timers/promises';
import fc from 'fast-check';
import { Application } from '../../src/application.js';
import { customer } from '../../src/customer/customer.js';
import { defineDomain, type Domain } from '../../src/domain/domain.js';
import { Configuration } from '../../src/platform/config/configuration.js';
import {
  activate,
  asking,
  ended,
  holdModels,
  models,
  operation,
  register,
  request,
  sources,
  type Operation,
} from '../support/activations.js';
import { cloneTemplate, type SuiteDatabase } from '../support/databases.js';
import { partitionOfAll, partitionOfCrosswalk, type HeldRecord } from '../support/reference.js';
import { freePort, SpawnedService } from '../support/spawn-service.js';
import { startAurum, type RunningAurum } from '../support/start-aurum.js';

async function heldPartition(url: string): Promise<string[][]> {
  const text = await (await request('GET', `${url}/v1/customers/crosswalk`)).text();
  const lines = text.split('\n').filter(Boolean);
  return partitionOfCrosswalk(lines.map((line) => JSON.parse(line) as Parameters<typeof partitionOfCrosswalk>[0][0]));
}

/** Few people who resemble each other, so that each model groups them differently. */
const person = fc.record({
  givenName: fc.constantFrom('Robert', 'Bob', 'Roberta', 'Anna', 'Anne'),
  familyName: fc.constantFrom('Schneider', 'Snyder', 'Okonkwo'),
  birthDate: fc.constantFrom('1971-06-24', '1971-06-25', '1971-24-06', '1980-02-29'),
  email: fc.constantFrom('', 'r.schneider@example.org', 'anna.o@example.com'),
});

describe('Models activated while records arrive, with workers in two processes', () => {
  const domain: Domain = defineDomain({ ...customer, maximumBlockSize: { selective: 5, broad: 4 } });
  let aurum: RunningAurum;
  let worker: Application;

  beforeAll(async () => {
    const configuration = { workerConcurrency: 2, resolutionBatchSize: 3 };
    aurum = await startAurum({ domains: [domain], configuration });
    await holdModels(aurum.databaseUrl);
    await register(aurum.url);
    const settings = { port: 0, logLevel: 'silent', shutdownSeconds: 1, role: 'worker' } as const;
    worker = await Application.start({
      configuration: Object.assign(new Configuration(), settings, configuration),
      domains: [domain],
      databaseUrl: aurum.databaseUrl,
    });
  });

  afterAll(async () => {
    await worker.stop();
    await aurum.close();
  });

  const settled = async (): Promise<void> => {
    for (;;) {
      const [row] = await aurum.database.query<{ busy: boolean }>(
        `select exists (select from pending) or exists (select from oversized_block_key where not settled) as busy`,
      );
      if (!row?.busy) return;
      await setTimeout(10);
    }
  };

  const send = async ({ source, sourceId, data }: HeldRecord): Promise<void> => {
    const { status } = await request('PUT', `${aurum.url}/v1/customers/records/${source}/${sourceId}`, { data });
    expect(status).toBeLessThan(300);
  };

  it('leave the partition of all records at once by the model that is active in the end', async () => {
    const record = fc.record({ source: fc.constantFrom(...sources), sourceId: fc.nat(11).map(String), data: person });
    const records = fc.uniqueArray(record, {
      minLength: 12,
      maxLength: 24,
      selector: ({ source, sourceId }) => `${source}/${sourceId}`,
    });
    const switches = fc.array(fc.constantFrom(...Object.keys(models)), { minLength: 1, maxLength: 4 });
    const outcomes = new Set<string>();
    await fc.assert(
      fc.asyncProperty(records, switches, async (arriving, activated) => {
        for (const source of sources)
          for (let id = 0; id < 12; id++) await request('DELETE', `${aurum.url}/v1/customers/records/${source}/${id}`);
        await settled();

        const load = Promise.all(arriving.map(send));
        const operations: string[] = [];
        for (const model of activated) operations.push((await activate(aurum.url, model)).id);
        await load;
        for (const id of operations) expect((await ended(aurum.url, id)).status).toBe('succeeded');
        await settled();

        const model = models[activated.at(-1) ?? ''] ?? customer.model;
        const expected = partitionOfAll({ ...domain, model }, arriving);
        expect(await heldPartition(aurum.url)).toEqual(expected);
        for (const other of Object.values(models))
          if (JSON.stringify(partitionOfAll({ ...domain, model: other }, arriving)) !== JSON.stringify(expected))
            outcomes.add(activated.at(-1) ?? '');
      }),
      { numRuns: 12 },
    );
    // Else the model would not matter, and the test could not fail.
    expect(outcomes.size).toBeGreaterThan(1);
  }, 120_000);
});

describe('A service that is killed in mid-activation', () => {
  const records = Array.from({ length: 120 }, (_, index): HeldRecord => {
    const [person, copy] = [Math.floor(index / 2), index % 2];
    const familyName = ['Schneider', 'Okonkwo', 'Fairley', 'Lindqvist', 'Abernathy', 'Quiroga'][person % 6];
    const givenName = ['Robert', 'Anna', 'Ifeoma', 'Sven', 'Marguerite'][person % 5];
    const birthDate = `19${40 + (person % 50)}-0${1 + (person % 9)}-1${copy * (person % 2)}`;
    return {
      source: sources[copy] ?? 'crm',
      sourceId: String(person),
      data: { givenName, familyName, birthDate, address: { postalCode: String(10_000 + person) } },
    };
  });
  let database: SuiteDatabase;
  let settings: Record<string, string>;
  const services: SpawnedService[] = [];

  const start = async (role: string): Promise<SpawnedService> => {
    const service = await SpawnedService.spawn({ ...settings, AURUM_ROLE: role });
    services.push(service);
    return service.ready();
  };

  beforeAll(async () => {
    database = await cloneTemplate();
    settings = {
      DATABASE_URL: database.url,
      PORT: String(await freePort()),
      AURUM_WORKER_CONCURRENCY: '1',
      AURUM_RESOLUTION_BATCH_SIZE: '2',
    };
  }, 300_000);

  afterAll(async () => {
    for (const service of services) await service.ended('SIGKILL');
    await database.drop();
  });

  it('goes on where it was, and ends as the model has it', async () => {
    const service = await start('all');
    await holdModels(database.url);
    await register(service.url);
    for (const source of sources) {
      const own = records.filter((record) => record.source === source);
      const lines = own.map(({ sourceId, data }) => ({ sourceId, data }));
      const loaded = await request('POST', `${service.url}/v1/customers/records?source=${source}`, lines);
      expect((await ended(service.url, ((await loaded.json()) as Operation).id)).status).toBe('succeeded');
    }
    const byShipped = partitionOfAll(customer, records);
    const byStrict = partitionOfAll({ ...customer, model: asking(12) }, records);
    expect(byStrict).not.toEqual(byShipped);
    expect(await heldPartition(service.url)).toEqual(byShipped);
    await service.ended('SIGTERM');

    // Nobody works here: the activation stays under way, and another one of the same model is the same.
    const api = await start('api');
    const { id } = await activate(api.url, 'strict');
    expect((await activate(api.url, 'strict')).id).toBe(id);
    await api.ended('SIGKILL');

    const first = await start('all');
    for (let seen = await operation(first.url, id); seen.progress.done === 0; seen = await operation(first.url, id))
      expect(seen.status).toBe('running');
    await first.ended('SIGKILL');

    const second = await start('api');
    const left = await operation(second.url, id);
    expect(left).toMatchObject({ status: 'running', progress: { total: records.length } });
    expect(left.progress.done).toBeGreaterThan(0);
    await second.ended('SIGKILL');

    const third = await start('all');
    expect(await ended(third.url, id)).toMatchObject({
      status: 'succeeded',
      progress: { done: records.length, total: records.length },
      result: { model: 'strict', resolved: records.length, quarantined: 0 },
    });
    expect(await heldPartition(third.url)).toEqual(byStrict);
    expect(await third.ended('SIGTERM')).toBe(0);
  }, 300_000);
});
