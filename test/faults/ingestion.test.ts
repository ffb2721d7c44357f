import { once } from 'node:events';
import { request } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import { OperationWorker } from '../../src/operations/operation.worker.js';
import { ContractClient, type ContractAnswer } from '../support/contract-client.js';
import { operationOf, settled, type OperationAnswer } from '../support/settled.js';
import { startAurum, type RunningAurum } from '../support/start-aurum.js';

describe('ingestion, when something goes wrong', () => {
  let aurum: RunningAurum;
  let client: ContractClient;

  beforeAll(async () => {
    aurum = await startAurum();
    client = await ContractClient.connect(aurum.url);
    await client.put('/v1/sources/crm', { mappings: { customers: { givenName: 'first' } } });
  });
  afterAll(() => aurum.close());

  const line = (sourceId: string, first: string): string => `${JSON.stringify({ sourceId, data: { first } })}\n`;
  const post = (body: string, headers = {}): Promise<ContractAnswer> =>
    client.post('/v1/customers/records?source=crm', body, { 'content-type': 'application/x-ndjson', ...headers });
  const held = async (prefix: string): Promise<number> => {
    const [row] = await aurum.database.query<{ count: number }>(
      `select count(*) as count from record where source_id like $1 || '%'`,
      [prefix],
    );
    return row?.count ?? 0;
  };
  /** The latest operation, once `wanted` is true of it. */
  const latest = async (wanted: (operation: OperationAnswer) => boolean): Promise<OperationAnswer> => {
    for (;;) {
      const { body } = await client.get('/v1/operations?limit=1');
      const [operation] = (body as { items: OperationAnswer[] }).items;
      if (operation && wanted(operation)) return operation;
      await sleep(10);
    }
  };

  it('keeps whole batches of a stream whose connection breaks, and fails its operation', async () => {
    const stream = request(`${aurum.url}/v1/customers/records?source=crm`, {
      method: 'POST',
      headers: { 'content-type': 'application/x-ndjson' },
    });
    stream.on('error', () => undefined);
    for (let index = 0; index < 1_300; index++) stream.write(line(`broken-${index}`, `Name ${index}`));
    const { id } = await latest(({ result }) => result.received === 1_000);
    stream.destroy();
    const operation = await latest(({ status }) => status !== 'running');
    expect(operation).toMatchObject({ id, status: 'failed', error: { title: 'Input ended' } });
    // Two batches were full; the third was not, and is absent.
    expect(operation.result).toMatchObject({ received: 1_000, accepted: 1_000 });
    expect(await held('broken-')).toBe(1_000);
  });

  it('takes the same records from many streams at once, each of them once', async () => {
    const bodies = Array.from({ length: 4 }, (_, stream) =>
      Array.from({ length: 800 }, (_unused, index) => (stream % 2 === 0 ? index : 799 - index))
        .map((index) => line(`same-${index}`, `Name ${index}`))
        .join(''),
    );
    const operations = await Promise.all(bodies.map(async (body) => settled(client, operationOf(await post(body)))));
    const sum = (of: string): number => operations.reduce((total, { result }) => total + Number(result[of]), 0);
    expect(operations.map(({ status }) => status)).toEqual(bodies.map(() => 'succeeded'));
    expect([sum('received'), sum('accepted'), sum('unchanged')]).toEqual([3_200, 800, 2_400]);
    expect(await held('same-')).toBe(800);
  });

  it('reads every record by what its source says last, whenever that changes', async () => {
    await client.put('/v1/sources/turning', { mappings: { customers: { givenName: 'a' } } });
    const stream = request(`${aurum.url}/v1/customers/records?source=turning`, {
      method: 'POST',
      headers: { 'content-type': 'application/x-ndjson' },
    });
    for (let index = 0; index < 2_500; index++) {
      stream.write(`${JSON.stringify({ sourceId: `turning-${index}`, data: { a: `A ${index}`, b: `B ${index}` } })}\n`);
      if (index === 1_200) {
        await latest(({ result }) => Number(result.received) >= 1_000);
        await client.put('/v1/sources/turning', { mappings: { customers: { givenName: 'b' } } });
      }
    }
    stream.end();
    await once(stream, 'response');
    await latest(({ kind, status }) => kind !== 'reprocessing' || status === 'succeeded');
    for (;;) {
      const [row] = await aurum.database.query<{ old: number }>(
        `select count(*) as old from record where source = 'turning' and canonical->>'givenName' not like 'B %'`,
      );
      if (row?.old === 0) break;
      await sleep(20);
    }
    expect(await held('turning-')).toBe(2_500);
  });

  it('fails the operation of a process that is gone', async () => {
    const id = '019c0000-0000-7000-8000-00000000000a';
    await aurum.database.query(
      `insert into operation (id, kind, collection, source, state, received, accepted, lease_until, created_at, updated_at)
      values ($1, 'ingestion', 'customers', 'crm', 'running', 500, 500, now() - interval '1 second', now(), now())`,
      [id],
    );
    expect(await settled(client, id)).toMatchObject({
      status: 'failed',
      result: { received: 500 },
      error: { title: 'Operation interrupted' },
    });
  });

  describe('of a request with an idempotency key', () => {
    const take = (key: string, lease: string): Promise<unknown> =>
      aurum.database.query(
        `insert into idempotency_key (scope, key, holder, lease_until)
        values (' /v1/customers/records', $1, gen_random_uuid(), now() + $2::interval)`,
        [key, lease],
      );

    it('that is still under way, a second one is told so', async () => {
      await take('under-way', '1 hour');
      expect((await post(line('key-1', 'A'), { 'idempotency-key': 'under-way' })).status).toBe(409);
      expect(await held('key-1')).toBe(0);
    });

    it('whose process is gone, it may be made again', async () => {
      await take('gone', '-1 second');
      expect((await post(line('key-2', 'A'), { 'idempotency-key': 'gone' })).status).toBe(202);
      expect(await held('key-2')).toBe(1);
    });

    it('two at the same time have one effect', async () => {
      const both = await Promise.all([1, 2].map(() => post(line('key-3', 'A'), { 'idempotency-key': 'both' })));
      const statuses = both.map(({ status }) => status).toSorted((a, b) => a - b);
      expect([
        [202, 202],
        [202, 409],
      ]).toContainEqual(statuses);
      const operations = both.filter(({ status }) => status === 202).map(operationOf);
      expect(new Set(operations).size).toBe(1);
    });
  });

  it('goes on with a background operation whose worker failed, and gives up on one that always fails', async () => {
    const id = '019c0000-0000-7000-8000-00000000000b';
    await aurum.database.query(
      `insert into operation (id, kind, collection, source, state, payload, created_at, updated_at)
      values ($1, 'reprocessing', null, 'no-such-source', 'running', $2, now(), now())`,
      [id, JSON.stringify({ collections: ['customers'], after: { collection: '', sourceId: '' } })],
    );
    const worker = aurum.app.get(OperationWorker, { strict: false });
    for (let attempt = 0; attempt < 5; attempt++) await worker.process();
    expect(await settled(client, id)).toMatchObject({ status: 'failed', error: { status: 404 } });
  });

  it('answers whatever is sent with a 4xx', async () => {
    const path = '/v1/customers/records/crm/odd';
    const json = { 'content-type': 'application/json' };
    const bodies = ['', 'null', '[]', '"x"', '{"data":null}', `{"data":${'['.repeat(100_000)}`, '{"data":{"a":1e400}}'];
    for (const body of bodies) expect((await client.put(path, body, json)).status).toBeGreaterThanOrEqual(400);
    for (const body of bodies) expect((await client.put(path, body, json)).status).toBeLessThan(500);
    const deep = `{"sourceId":"deep","data":{"a":${'['.repeat(5_000)}${']'.repeat(5_000)}}}\n`;
    const answer = await post(`${deep}${line('after', 'Ok')}\0\n{"sourceId":"\\ud800","data":{}}\n`);
    expect((await settled(client, operationOf(answer))).result).toMatchObject({
      received: 4,
      accepted: 1,
      rejections: [{ line: 1, sourceId: 'deep' }, { line: 3 }, { line: 4 }],
    });
  });
});
