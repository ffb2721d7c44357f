import { setTimeout } from 'node:timers/promises';
import { type Queue } from 'bullmq';
import { Redis } from 'ioredis';
import { resolutionQueue } from '../../src/resolution/wake-up.js';
import { startAurum, type RunningAurum } from '../support/start-aurum.js';

const redisUrl = process.env.TEST_REDIS_URL;
const backends = [{ name: 'PostgreSQL', redisUrl: undefined }, ...(redisUrl ? [{ name: 'Redis', redisUrl }] : [])];
const headers = { 'content-type': 'application/json' };

describe.each(backends)('Jobs in $name', ({ redisUrl: url }) => {
  let aurum: RunningAurum;

  beforeAll(async () => {
    aurum = await startAurum({ configuration: { workerConcurrency: 2, ...(url ? { redisUrl: url } : {}) } });
    const body = JSON.stringify({ name: 'CRM', trust: 0.5, duplicateFree: false, mappings: {} });
    await fetch(`${aurum.url}/v1/sources/crm`, { method: 'PUT', headers, body });
  });

  afterAll(() => aurum.close());

  const put = (sourceId: string, wait: boolean): Promise<Response> =>
    fetch(`${aurum.url}/v1/customers/records/crm/${sourceId}`, {
      method: 'PUT',
      headers: wait ? { ...headers, prefer: 'wait=20' } : headers,
      body: JSON.stringify({ data: { givenName: `Ada ${sourceId}`, familyName: 'Lovelace', birthDate: '1985-12-10' } }),
    });

  const allResolved = async (): Promise<void> => {
    for (;;) {
      const [row] = await aurum.database.query<{ pending: number }>('select count(*) as pending from pending');
      if (row?.pending === 0) return;
      await setTimeout(20);
    }
  };

  it('resolve a record while its request waits', async () => {
    const response = await put('waiting', true);
    expect({ status: response.status, body: await response.json() }).toMatchObject({
      status: 200,
      body: { status: 'resolved', goldenId: expect.any(String) as string },
    });
  });

  it('may be repeated at will: nothing changes', async () => {
    await put('repeated', true);
    const events = async () =>
      (await (await fetch(`${aurum.url}/v1/events?limit=1000`)).json()) as { items: unknown[] };
    const before = await events();
    const queue = aurum.app.get<Queue>(`BullQueue_${resolutionQueue}`);
    await Promise.all(Array.from({ length: 20 }, () => queue.add('resolve', {})));
    await setTimeout(500);
    expect(await events()).toEqual(before);
  });

  it('may be lost: what is pending is found all the same', async () => {
    const queue = aurum.app.get<Queue>(`BullQueue_${resolutionQueue}`);
    const lost = jest.spyOn(queue, 'add').mockRejectedValue(new Error('The queue is away.'));
    const sent = await Promise.all(Array.from({ length: 20 }, (_, index) => put(`lost-${index}`, false)));
    expect(new Set(sent.map(({ status }) => status))).toEqual(new Set([202]));
    lost.mockRestore();
    await allResolved();
  });

  if (url)
    it('may all be flushed in mid-load', async () => {
      const redis = new Redis(url);
      try {
        const sent = Array.from({ length: 60 }, async (_, index) => {
          if (index % 15 === 0) await redis.flushall();
          return (await put(`flushed-${index}`, false)).status;
        });
        expect(new Set(await Promise.all(sent))).toEqual(new Set([202]));
        await allResolved();
      } finally {
        redis.disconnect();
      }
    });
});
