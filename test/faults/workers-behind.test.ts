import { AurumClient } from '../../demo/service/aurum-client.js';
import { untilDone } from '../../demo/service/load-records.js';
import { cloneTemplate, type SuiteDatabase } from '../support/databases.js';
import { freePort, SpawnedService } from '../support/spawn-service.js';

// The first start builds, where that is to be done.
jest.setTimeout(300_000);

const count = 20_000;

/** Records that have nothing in common, so that to resolve them is quick. */
function* lines(): Generator<Uint8Array> {
  for (let number = 1; number <= count; number++) {
    const data = { taxID: `T${(number * 7_919).toString(36)}X${number}`, jobTitle: 'x'.repeat(1_000) };
    yield Buffer.from(`${JSON.stringify({ sourceId: String(number), data })}\n`);
  }
}

describe('A service whose workers are behind', () => {
  let database: SuiteDatabase;
  const services: SpawnedService[] = [];

  const start = async (role: string): Promise<SpawnedService> => {
    const settings = { DATABASE_URL: database.url, AURUM_ROLE: role, PORT: String(await freePort()) };
    const service = await SpawnedService.spawn(settings);
    services.push(service);
    return service.ready();
  };

  beforeAll(async () => {
    database = await cloneTemplate();
  });

  afterAll(async () => {
    for (const service of services) await service.ended('SIGKILL');
    await database.drop();
  });

  const pending = async (service: SpawnedService): Promise<number> => {
    const metrics = await (await fetch(`${service.url}/metrics`)).text();
    return Number(/^aurum_pending_records (\d+)/m.exec(metrics)?.[1]);
  };

  it('goes on taking records, keeps them through a kill -9, and has them resolved later', async () => {
    const api = await start('api');
    await fetch(`${api.url}/v1/sources/crm`, {
      method: 'PUT',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ name: 'CRM' }),
    });
    const response = await fetch(`${api.url}/v1/customers/records?source=crm`, {
      method: 'POST',
      headers: { 'content-type': 'application/x-ndjson' },
      body: ReadableStream.from(lines()),
      duplex: 'half',
    });
    expect(response.status).toBe(202);
    const operation: unknown = await response.json();
    expect(operation).toMatchObject({ status: 'running', result: { received: count, accepted: count } });
    expect(await pending(api)).toBe(count);
    await api.ended('SIGKILL');

    const whole = await start('all');
    expect(await untilDone(new AurumClient(whole.url), operation)).toMatchObject({
      status: 'succeeded',
      result: { accepted: count, rejected: 0, quarantined: 0 },
    });
    expect(await pending(whole)).toBe(0);
    const last = await fetch(`${whole.url}/v1/customers/records/crm/${count}`);
    expect(await last.json()).toMatchObject({ status: 'resolved' });
  });
});
