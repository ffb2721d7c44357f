import { setTimeout } from 'node:timers/promises';
import { ContractClient, type ContractAnswer } from '../support/contract-client.js';
import { startAurum, type RunningAurum } from '../support/start-aurum.js';
import { routes } from './api-contract.js';
import { stewardRoutes } from './steward-contract.js';
import type { ContractRoute } from './contract-route.js';

/** A record of each collection, and one that is nothing like it. */
const samples = {
  customers: {
    one: {
      givenName: 'Marguerite',
      familyName: 'Okonkwo',
      birthDate: '1975-04-14',
      email: 'marguerite@okonkwo.example',
    },
    other: {
      givenName: 'Bartholomew',
      familyName: 'Zielinski',
      birthDate: '1931-10-02',
      email: 'bz@zielinski.example',
    },
  },
  products: {
    one: { name: 'Kettler Montana Pro rowing machine RX-4410', brand: 'Kettler', gtin: '4006381333931' },
    other: { name: 'Osram Parathom dimmable lamp E27 60W', brand: 'Osram', gtin: '9780201379624' },
  },
};

/** Fields that are there only where there is something to say. */
const optional = new Set(['next', 'operation', 'error']);
/** What no test can bring about from outside. */
const outOfReach = new Set(['get /health/ready 503']);

const later = '2025-01-01T00:00:00Z';
const sooner = '2024-01-01T00:00:00Z';

describe('The running service keeps the contract', () => {
  let aurum: RunningAurum;
  let client: ContractClient;

  beforeAll(async () => {
    aurum = await startAurum();
    client = await ContractClient.connect(aurum.url);
    const body = { name: 'CRM', trust: 0.8, duplicateFree: false, mappings: {} };
    await keeps('put', '/v1/sources/{source}', 201, '/v1/sources/crm', { body });
    await keeps('put', '/v1/sources/{source}', 200, '/v1/sources/crm', { body });
  });

  afterAll(() => aurum.close());

  /** Sends a request, expects the status, and holds the answer against the contract's own words. */
  async function keeps(
    method: ContractRoute['method'],
    template: string,
    status: number,
    path: string,
    request: { body?: unknown; headers?: Record<string, string> } = {},
  ): Promise<ContractAnswer> {
    const answer = await client.request(method, path, request);
    expect({ method, path, status: answer.status, body: answer.body }).toMatchObject({ status });
    const route = routes.find((one) => one.method === method && one.path === template);
    if (!route) throw new Error(`${method} ${template} is not in the contract`);
    expect(route.statuses).toContain(status);
    const { media, headers = [], fields = [] } = route.answers?.find((one) => one.status === status) ?? {};
    for (const header of headers) expect(answer.headers.has(header)).toBe(true);
    if (media !== undefined) expect(answer.headers.get('content-type')).toContain(media);
    if (status >= 400) expect(answer.headers.get('content-type')).toContain('application/problem+json');
    for (const field of fields)
      if (!optional.has(field))
        expect({ path, field, held: hasField(answer.body, field) }).toMatchObject({ held: true });
    return answer;
  }

  const done = async (answer: ContractAnswer): Promise<{ readonly result: unknown }> => {
    const location = answer.headers.get('location') ?? '';
    expect(location).toBe(`/v1/operations/${(answer.body as { id: string }).id}`);
    for (;;) {
      const { body } = await keeps('get', '/v1/operations/{operationId}', 200, location);
      if ((body as { status: string }).status !== 'running') {
        expect(body).toMatchObject({ status: 'succeeded' });
        return body as { readonly result: unknown };
      }
      await setTimeout(50);
    }
  };

  it('for sources', async () => {
    const template = '/v1/sources/{source}';
    const json = { 'content-type': 'application/json' };
    await keeps('put', template, 400, '/v1/sources/crm', { body: '{"name":', headers: json });
    await keeps('put', template, 422, '/v1/sources/crm', { body: { name: 'CRM', trust: 7 } });
    await keeps('get', template, 200, '/v1/sources/crm');
    await keeps('get', template, 404, '/v1/sources/unknown');
    await keeps('get', '/v1/sources', 200, '/v1/sources');
    await keeps('get', '/v1/sources', 400, '/v1/sources?limit=many');
  });

  it('for operations, events and health', async () => {
    await keeps('get', '/v1/operations/{operationId}', 404, '/v1/operations/00000000-0000-7000-8000-000000000000');
    await keeps('get', '/v1/events', 400, '/v1/events?after=never');
    await keeps('get', '/health/live', 200, '/health/live');
    await keeps('get', '/health/ready', 200, '/health/ready');
  });

  describe.each(['customers', 'products'] as const)('for %s', (collection) => {
    const { one, other } = samples[collection];
    const base = `/v1/${collection}`;
    const wait = { prefer: 'wait=20' };

    it('records, one at a time', async () => {
      const template = '/v1/{collection}/records/{source}/{sourceId}';
      const path = `${base}/records/crm/1`;
      const first = await keeps('put', template, 200, path, { body: { data: one, observedAt: later }, headers: wait });
      expect(first.body).toMatchObject({ source: 'crm', sourceId: '1', status: 'resolved', data: one });
      await keeps('put', template, 202, path, { body: { data: one } });
      await keeps('put', template, 409, path, { body: { data: other, observedAt: sooner } });
      await keeps('put', template, 422, path, { body: { data: { ...one, surname: 'x' } } });
      await keeps('put', template, 404, `${base}/records/unknown/1`, { body: { data: one } });
      await keeps('put', template, 400, path, { body: '{', headers: { 'content-type': 'application/json' } });
      await keeps('put', template, 413, path, { body: { data: { name: 'x'.repeat(2_000_000) } } });
      await keeps('get', template, 200, path);
      await keeps('get', template, 404, `${base}/records/crm/none`);
      await keeps('delete', template, 404, `${base}/records/crm/none`);
    });

    it('records, many at once', async () => {
      const template = '/v1/{collection}/records';
      const path = `${base}/records?source=crm`;
      const line = JSON.stringify({ sourceId: '2', data: other });
      const ndjson = { 'content-type': 'application/x-ndjson' };
      const bodies: [string, string][] = [
        ['application/x-ndjson', `${line}\n{"sourceId":"bad","data":{"surname":"x"}}\n`],
        ['application/json', `[${line}]`],
        ['text/csv', `id,name\n3,"Quetzalcoatl, Ltd"\n`],
      ];
      for (const [type, body] of bodies) {
        const url = type === 'text/csv' ? `${path}&idColumn=id` : path;
        await done(await keeps('post', template, 202, url, { body, headers: { 'content-type': type } }));
      }
      await keeps('post', template, 400, `${base}/records`, { body: line, headers: ndjson });
      await keeps('post', template, 404, `${base}/records?source=unknown`, { body: line, headers: ndjson });
      await keeps('post', template, 415, path, { body: line, headers: { 'content-type': 'text/plain' } });

      const headers = { ...ndjson, 'idempotency-key': `${collection}-1` };
      const once = await keeps('post', template, 202, path, { body: line, headers });
      const again = await keeps('post', template, 202, path, { body: line, headers });
      expect(again.body).toMatchObject({ id: (once.body as { id: string }).id });
      await keeps('post', template, 422, path, { body: `${line}\n`, headers });
    });

    it('golden records', async () => {
      const template = '/v1/{collection}/{goldenId}';
      const post = async (sourceId: string, data: object): Promise<string> => {
        const { body } = await client.put(`${base}/records/crm/${sourceId}`, { data }, wait);
        return (body as { goldenId: string }).goldenId;
      };
      const [survivor, merged] = [await post('1', one), await post('4', other)];
      const { headers } = await keeps('get', template, 200, `${base}/${survivor}`);
      await keeps('get', template, 304, `${base}/${survivor}`, {
        headers: { 'if-none-match': headers.get('etag') ?? '' },
      });
      await keeps('get', template, 400, `${base}/${survivor}?asOf=yesterday`);
      await keeps('get', template, 404, `${base}/00000000-0000-7000-8000-000000000000`);
      await keeps('get', `${template}/versions`, 200, `${base}/${survivor}/versions`);
      await keeps('get', `${template}/versions`, 400, `${base}/${survivor}/versions?limit=0`);
      await keeps('get', `${template}/versions`, 404, `${base}/nothing/versions`);

      await client.delete(`${base}/records/crm/2`, wait);
      const lonely = await post('4', { name: 'Xochitl Vanderplanck 77-QZ' });
      await post('4', one);
      const gone = lonely === survivor ? merged : lonely;
      await keeps('get', template, 308, `${base}/${gone}`);

      const alone = await post('5', { name: 'Wolfeschlegelsteinhausen Q-1881' });
      await keeps('delete', '/v1/{collection}/records/{source}/{sourceId}', 202, `${base}/records/crm/5`);
      while ((await client.get(`${base}/${alone}`)).status === 200) await setTimeout(20);
      await keeps('get', template, 410, `${base}/${alone}`);
    });

    it('finding them', async () => {
      await keeps('get', '/v1/{collection}', 200, `${base}?source=crm&sourceId=1`);
      await keeps('get', '/v1/{collection}', 200, `${base}?q=${encodeURIComponent(Object.values(one)[0] ?? '')}`);
      await keeps('get', '/v1/{collection}', 400, `${base}?limit=0`);
      await keeps('get', '/v1/{collection}/crosswalk', 200, `${base}/crosswalk`, {
        headers: { accept: 'application/x-ndjson' },
      });
      await keeps('get', '/v1/{collection}/crosswalk', 400, `${base}/crosswalk?source=NOT-A-SOURCE`);
      const search = '/v1/{collection}/search';
      await keeps('post', search, 200, `${base}/search`, { body: { source: 'crm', data: one } });
      await keeps('post', search, 404, `${base}/search`, { body: { source: 'unknown', data: one } });
      await keeps('post', search, 422, `${base}/search`, { body: {} });
      await keeps('get', '/v1/events', 200, `/v1/events?collection=${collection}&limit=2`);
    });
  });

  it.each(['customers', 'products'] as const)('matching models of %s', async (collection) => {
    const [template, base] = ['/v1/{collection}/models', `/v1/${collection}/models`];
    const trained = await done(await keeps('post', template, 202, base, { body: {} }));
    const { model } = trained.result as { model: string };
    await keeps('post', template, 422, base, { body: { sampleSize: 'all' } });
    await keeps('get', template, 200, base);
    await keeps('get', template, 400, `${base}?limit=0`);
    await keeps('get', `${template}/{modelId}`, 200, `${base}/${model}`);
    await keeps('get', `${template}/{modelId}`, 200, `${base}/shipped`);
    await keeps('get', `${template}/{modelId}`, 404, `${base}/none`);
    for (const action of ['preview', 'activation']) {
      await done(await keeps('post', `${template}/{modelId}/${action}`, 202, `${base}/${model}/${action}`));
      await keeps('post', `${template}/{modelId}/${action}`, 404, `${base}/none/${action}`);
    }
    const explain = `/v1/${collection}/explain`;
    await keeps('get', '/v1/{collection}/explain', 200, `${explain}?a=crm/1&b=crm/4`);
    await keeps('get', '/v1/{collection}/explain', 400, `${explain}?a=crm/1`);
    await keeps('get', '/v1/{collection}/explain', 404, `${explain}?a=crm/1&b=crm/none`);
  });

  it('refuses headers past the limit', async () => {
    const response = await fetch(`${aurum.url}/v1/sources`, { headers: { 'x-long': 'x'.repeat(100_000) } });
    expect(response.status).toBe(431);
  });

  it('and every status of it has been seen', () => {
    // The journeys of stewards see theirs, in a domain of their own.
    const missing = routes
      .filter((route) => !stewardRoutes.includes(route))
      .flatMap(({ method, path, statuses }) =>
        ['customers', 'products'].flatMap((collection) =>
          statuses
            .map((status) => `${method} ${path.replace('{collection}', collection)} ${status}`)
            .filter((key) => !client.seen.has(key) && !outOfReach.has(key)),
        ),
      );
    expect([...new Set(missing)]).toEqual([]);
  });
});

/** Whether a body has a field by its path; of a list the first item, where there is one. */
function hasField(body: unknown, path: string): boolean {
  const [head = '', ...rest] = path.split('.');
  const holder = Array.isArray(body) ? (body as unknown[])[0] : body;
  if (typeof holder !== 'object' || holder === null) return false;
  const value = (holder as Record<string, unknown>)[head.replace('[]', '')];
  if (value === undefined) return false;
  if (rest.length === 0 || (Array.isArray(value) && value.length === 0)) return true;
  return hasField(value, rest.join('.'));
}
