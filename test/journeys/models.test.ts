import { customerRecords } from '../../demo/generate/customers.js';
import { sourceNames } from '../../demo/generate/source-system.js';
import { sourceDefinitions } from '../../demo/source-definitions.js';
import type { ModelView } from '../../src/models/models.dto.js';
import type { PreviewResult } from '../../src/models/model-results.dto.js';
import { ContractClient, type ContractAnswer } from '../support/contract-client.js';
import { operationOf, settled, type OperationAnswer } from '../support/settled.js';
import { startAurum, type RunningAurum } from '../support/start-aurum.js';

interface Page {
  readonly items: ModelView[];
  readonly next?: string;
}

const models = '/v1/customers/models';
const unknown = '01890000-0000-7000-8000-000000000000';

describe('Matching models', () => {
  let aurum: RunningAurum;
  let client: ContractClient;

  beforeAll(async () => {
    aurum = await startAurum();
    client = await ContractClient.connect(aurum.url);
  });

  afterAll(() => aurum.close());

  const load = async (records: number): Promise<void> => {
    for (const source of sourceNames) {
      await client.put(`/v1/sources/${source}`, sourceDefinitions[source]);
      const lines = [...customerRecords({ seed: 7, records }, source)].map((record) =>
        JSON.stringify({ sourceId: record.sourceId, data: record.data }),
      );
      const type = { 'content-type': 'application/x-ndjson' };
      await done(await client.post(`/v1/customers/records?source=${source}`, lines.join('\n'), type));
    }
  };

  const done = async (answer: ContractAnswer): Promise<OperationAnswer> => {
    expect(answer.status).toBe(202);
    const operation = await settled(client, operationOf(answer));
    expect(operation).toMatchObject({ status: 'succeeded', error: null });
    expect(operation.progress.done).toBe(operation.progress.total);
    return operation;
  };

  const train = async (): Promise<string> => (await done(await client.post(models, {}))).result.model as string;

  const model = async (id: string, query = ''): Promise<ModelView> =>
    (await client.get(`${models}/${id}${query}`)).body as ModelView;

  const list = async (query = ''): Promise<Page> => (await client.get(models + query)).body as Page;

  const events = async (): Promise<number> =>
    ((await client.get('/v1/events?limit=1000')).body as { items: unknown[] }).items.length;

  it('start with the shipped one, which says what it compares and by which weights', async () => {
    const { items } = await list();
    expect(items).toMatchObject([{ id: 'shipped', version: 0, origin: 'shipped', status: 'active', expected: null }]);
    const shipped = await model('shipped');
    expect(shipped.report).toBeNull();
    const levels = shipped.comparisons.flatMap((comparison) => comparison.levels);
    expect(levels.length).toBeGreaterThan(20);
    for (const { when, m, u, weight } of levels)
      expect(weight).toBeCloseTo(when.kind === 'missing' ? 0 : Math.log2(m / u), 12);
    const [table] = shipped.frequencies.toSorted((x, y) => y.size - x.size);
    expect(table!.values.length).toBe(20);
    expect(table!.values[0]!.frequency).toBeGreaterThanOrEqual(table!.values[1]!.frequency);
    const full = (await model('shipped', '?frequencies=full')).frequencies.find(({ name }) => name === table!.name);
    expect(full!.values.length).toBe(table!.size);
  });

  it('cannot be learnt from nothing', async () => {
    const operation = await settled(client, operationOf(await client.post('/v1/products/models', undefined)));
    expect(operation).toMatchObject({ kind: 'training', status: 'failed', result: null, error: { status: 409 } });
  });

  it('are trained on what is held, and are candidates until they are activated', async () => {
    await load(300);
    const before = await events();
    const answer = await client.post(models, { sampleSize: 200 });
    expect(answer.body).toMatchObject({ kind: 'training', status: 'running', result: null, collection: 'customers' });
    const first = (await done(answer)).result.model as string;
    const second = await train();
    const { items } = await list();
    expect(items.map(({ id, version, status }) => [id, version, status])).toEqual([
      [second, 2, 'candidate'],
      [first, 1, 'candidate'],
      ['shipped', 0, 'active'],
    ]);
    const trained = await model(first);
    expect(trained).toMatchObject({ origin: 'trained', activatedAt: null, createdBy: null });
    // Training finds out what the last one stands in for.
    const shipped = (await model('shipped')).comparisons.map(({ name }) => name);
    expect([...trained.comparisons.map(({ name }) => name), 'corroboration']).toEqual(shipped);
    const { report, thresholds } = trained;
    expect(report!.sample.drawn).toBe(200);
    expect(report!.sample.records).toBeGreaterThanOrEqual(200);
    const bits = report!.thresholds.map(({ threshold }) => threshold);
    expect(bits).toEqual(bits.toSorted((x, y) => x - y));
    expect(report!.expected.threshold).toBe(thresholds.link);
    expect(await events()).toBe(before);
  });

  it('are listed page by page, each once', async () => {
    const all = (await list()).items.map(({ id }) => id);
    const paged: string[] = [];
    let page = await list('?limit=1');
    for (; page.next !== undefined; page = await list(`?limit=1&cursor=${page.next}`))
      paged.push(...page.items.map(({ id }) => id));
    paged.push(...page.items.map(({ id }) => id));
    expect(paged).toEqual(all);
    expect((await client.get(`${models}?cursor=x`)).status).toBe(400);
    expect((await client.get(`${models}?limit=0`)).status).toBe(400);
  });

  it('tell what they would change, and change exactly that once activated', async () => {
    const [{ id } = { id: '' }] = (await list()).items;
    const before = await golden();
    const feed = await events();
    const operation = await done(await client.post(`${models}/${id}/preview`, undefined));
    const preview = operation.result as unknown as PreviewResult;
    expect(operation).toMatchObject({ kind: 'preview', result: { model: id } });
    expect(await golden()).toEqual(before);
    expect(await events()).toBe(feed);
    const { stay, merge, split, regroup } = preview.golden;
    expect(stay + merge + split + regroup).toBe(preview.golden.before);
    expect(preview.golden.before).toBe(new Set(before.values()).size);

    expect(await done(await client.post(`${models}/${id}/activation`, undefined))).toMatchObject({
      kind: 'activation',
      result: { model: id, resolved: before.size, quarantined: 0 },
    });
    const after = await golden();
    expect(preview.golden.after).toBe(new Set(after.values()).size);
    const recordsOf = (goldenId: string, held: ReadonlyMap<string, string>): string =>
      [...held].flatMap(([name, at]) => (at === goldenId ? name : [])).join();
    const ids = [...new Set(before.values())];
    expect(stay).toBe(ids.filter((goldenId) => recordsOf(goldenId, before) === recordsOf(goldenId, after)).length);
    expect(preview.records).toBe(before.size);
  });

  it('are active from then on, and the one before is retired', async () => {
    const { items } = await list();
    expect(items.map(({ status }) => status)).toEqual(['active', 'candidate', 'retired']);
    expect(items[0]!.activatedAt).not.toBeNull();
    const { prior } = items[0]!;
    const [crm] = customerRecords({ seed: 7, records: 300 }, 'crm');
    const search = await client.post('/v1/customers/search', { source: 'crm', data: crm!.data });
    const [best] = (search.body as { items: { evidence: { prior: number } }[] }).items;
    expect(best!.evidence.prior).toBe(prior);
    expect((await model('shipped')).prior).not.toBe(prior);
  });

  it('change nothing when they are activated once more', async () => {
    const [{ id } = { id: '' }] = (await list()).items;
    const [before, feed] = [await golden(), await events()];
    await done(await client.post(`${models}/${id}/activation`, undefined));
    expect(await golden()).toEqual(before);
    expect(await events()).toBe(feed);
    const preview = await done(await client.post(`${models}/${id}/preview`, undefined));
    expect(preview.result).toMatchObject({
      golden: { merge: 0, split: 0, regroup: 0, stay: new Set(before.values()).size },
      examples: { merge: [], split: [] },
    });
  });

  it('make way for the shipped one again', async () => {
    await done(await client.post(`${models}/shipped/activation`, undefined));
    expect((await list()).items.map(({ status }) => status)).toEqual(['retired', 'candidate', 'active']);
  });

  it('are refused where there are none, and where what is asked makes no sense', async () => {
    const trained = (await list()).items[0]!.id;
    for (const id of [unknown, 'nothing', '0'])
      for (const [method, path] of [
        ['get', ''],
        ['post', '/activation'],
        ['post', '/preview'],
      ] as const)
        expect((await client.request(method, `${models}/${id}${path}`)).status).toBe(404);
    expect((await client.post(`/v1/products/models/${trained}/activation`, undefined)).status).toBe(404);
    expect((await client.get(`/v1/products/models/${trained}`)).status).toBe(404);
    expect((await client.get(`${models}/shipped?frequencies=some`)).status).toBe(400);
    for (const body of [{ sampleSize: 1 }, { sampleSize: 'all' }, { labels: [] }, [], 'x'])
      expect((await client.post(models, body === 'x' ? '"x"' : body, json)).status).toBe(422);
    expect((await client.post(models, { sampleSize: 1 })).body).toMatchObject({ errors: [{ path: 'sampleSize' }] });
  });

  const json = { 'content-type': 'application/json' };

  const golden = async (): Promise<Map<string, string>> => {
    const { body } = await client.get('/v1/customers/crosswalk');
    return new Map(
      (body as { source: string; sourceId: string; goldenId: string }[]).map(
        ({ source, sourceId, goldenId }) => [`${source}/${sourceId}`, goldenId] as const,
      ),
    );
  };
});
