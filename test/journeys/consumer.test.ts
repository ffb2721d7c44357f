import { setTimeout } from 'node:timers/promises';
import { ContractClient, type ContractAnswer } from '../support/contract-client.js';
import { startAurum, type RunningAurum } from '../support/start-aurum.js';

interface Golden {
  readonly id: string;
  readonly version: number;
  readonly attributes: Readonly<Record<string, unknown>>;
  readonly lineage: Readonly<Record<string, { source: string; sourceId: string; strategy: string; lost: number }>>;
  readonly records: readonly { source: string; sourceId: string }[];
  readonly createdAt: string;
  readonly updatedAt: string;
}

const ada = {
  givenName: 'Ada',
  familyName: 'Lovelace',
  birthDate: '1985-12-10',
  email: 'ada.lovelace@example.com',
  telephone: '+1 415 555 0132',
  address: { streetAddress: '12 Analytical Way', addressLocality: 'Springfield', postalCode: '62704' },
};
const jose = { givenName: 'José', familyName: 'Müller', birthDate: '1971-03-02', email: 'jose.muller@example.org' };

describe('A consumer reads golden records', () => {
  let aurum: RunningAurum;
  let client: ContractClient;

  beforeAll(async () => {
    aurum = await startAurum();
    client = await ContractClient.connect(aurum.url);
    await client.put('/v1/sources/crm', { name: 'CRM', trust: 0.9, duplicateFree: false, mappings: {} });
    const mappings = {
      customers: { givenName: 'first', familyName: 'last', birthDate: 'born', email: 'mail', telephone: 'phone' },
    };
    await client.put('/v1/sources/shop', { name: 'Shop', trust: 0.4, duplicateFree: false, mappings });
  });

  afterAll(() => aurum.close());

  const post = async (path: string, data: object): Promise<{ goldenId: string; observedAt: string }> => {
    const { status, body } = await client.put(`/v1/customers/records/${path}`, { data }, { prefer: 'wait=20' });
    expect({ path, status }).toEqual({ path, status: 200 });
    return body as { goldenId: string; observedAt: string };
  };

  const withdraw = (path: string) => client.delete(`/v1/customers/records/${path}`, { prefer: 'wait=20' });

  const read = async (id: string, query = ''): Promise<Golden> => {
    const { status, body } = await client.get(`/v1/customers/${id}${query}`);
    expect(status).toBe(200);
    return body as Golden;
  };

  const items = ({ body }: ContractAnswer): Golden[] => (body as { items: Golden[] }).items;

  const until = async (condition: () => Promise<boolean>): Promise<void> => {
    for (let waited = 0; !(await condition()); waited += 20) {
      if (waited > 20_000) throw new Error('It never came to be.');
      await setTimeout(20);
    }
  };

  it('finds one golden record of the records of two systems, with the lineage of each value', async () => {
    const { goldenId } = await post('crm/1', ada);
    const other = await post('shop/a', {
      first: 'Ada',
      last: 'Lovelace',
      born: '10.12.1985',
      mail: 'ada.lovelace@example.com',
      phone: '+14155550132',
    });
    expect(other.goldenId).toBe(goldenId);

    const golden = await read(goldenId);
    expect(golden.records.map(({ source, sourceId }) => `${source}/${sourceId}`)).toEqual(['crm/1', 'shop/a']);
    expect(golden.attributes).toMatchObject({ givenName: 'Ada', birthDate: '1985-12-10', telephone: '+14155550132' });
    expect(golden.attributes.address).toMatchObject({ postalCode: '62704' });
    expect(golden.lineage.address).toMatchObject({ source: 'crm', sourceId: '1' });
    expect(Object.keys(golden.lineage).toSorted()).toEqual(Object.keys(golden.attributes).toSorted());
  });

  it('finds it by the record of either system, and nothing by a record that there is not', async () => {
    const [byCrm] = items(await client.get('/v1/customers?source=crm&sourceId=1'));
    const [byShop] = items(await client.get('/v1/customers?source=shop&sourceId=a'));
    expect(byCrm).toBeDefined();
    expect(byShop).toEqual(byCrm);
    expect(items(await client.get('/v1/customers?source=crm&sourceId=none'))).toEqual([]);
    expect((await client.get('/v1/customers?source=crm')).status).toBe(400);
    expect((await client.get('/v1/customers?source=crm&sourceId=1&q=ada')).status).toBe(400);
  });

  it('asks again only for what it does not have', async () => {
    const [golden] = items(await client.get('/v1/customers?source=crm&sourceId=1'));
    const path = `/v1/customers/${golden!.id}`;
    const tag = (await client.get(path)).headers.get('etag');
    expect(tag).toMatch(/^"[^"]+"$/);
    for (const known of [tag!, `W/${tag!}`, `"0", ${tag!}`, '*'])
      expect((await client.get(path, { 'if-none-match': known })).status).toBe(304);
    expect((await client.get(path, { 'if-none-match': '"0"' })).status).toBe(200);
  });

  it('finds it by what a person types', async () => {
    await post('crm/2', jose);
    await post('crm/3', { givenName: 'Grace', familyName: 'Hopper', birthDate: '1906-12-09' });
    const first = async (text: string) =>
      items(await client.get(`/v1/customers?q=${encodeURIComponent(text)}`))[0]?.attributes.familyName;
    expect(await first('lovelace')).toBe('Lovelace');
    expect(await first('LOVELCAE ada')).toBe('Lovelace');
    expect(await first('jose muller')).toBe('Müller');
    expect(await first('Müller')).toBe('Müller');
    expect(await first('ada.lovelace@example.com')).toBe('Lovelace');
    expect(await first('xyzzyq')).toBeUndefined();
    expect(await first('!?')).toBeUndefined();
    const scores = (
      (await client.get('/v1/customers?q=ada%20lovelace')).body as { items: { score: number }[] }
    ).items.map(({ score }) => score);
    expect(scores[0]).toBeGreaterThan(0.5);
    expect(scores).toEqual(scores.toSorted((x, y) => y - x));
  });

  it('pages through all of them', async () => {
    const found: string[] = [];
    for (let cursor = ''; ;) {
      const { body } = await client.get(`/v1/customers?limit=1${cursor && `&cursor=${cursor}`}`);
      const page = body as { items: Golden[]; next?: string };
      found.push(...page.items.map(({ id }) => id));
      expect(page.items.length).toBe(1);
      if (page.next === undefined) break;
      cursor = page.next;
    }
    expect(found).toHaveLength(3);
    expect(new Set(found).size).toBe(3);
    expect((await client.get('/v1/customers?cursor=nonsense')).status).toBe(400);
    expect((await client.get('/v1/customers?limit=0')).status).toBe(400);
  });

  it('reads it as it stood, and its history', async () => {
    const { goldenId } = await post('crm/4', {
      ...jose,
      givenName: 'Anton',
      familyName: 'Zeman',
      email: 'a@zeman.example',
    });
    const before = await read(goldenId);
    await setTimeout(20);
    const between = new Date().toISOString();
    await setTimeout(20);
    await post('crm/4', { ...jose, givenName: 'Anton', familyName: 'Zemanek', email: 'a@zeman.example' });

    const now = await read(goldenId);
    expect(now).toMatchObject({ version: 2, attributes: { familyName: 'Zemanek' }, createdAt: before.createdAt });
    expect(await read(goldenId, `?asOf=${between}`)).toEqual(before);
    expect((await client.get(`/v1/customers/${goldenId}?asOf=2001-01-01T00:00:00Z`)).status).toBe(404);
    expect((await client.get(`/v1/customers/${goldenId}?asOf=2024-02-31T00:00:00Z`)).status).toBe(400);

    const history = await client.get(`/v1/customers/${goldenId}/versions?limit=1`);
    const { items: latest, next } = history.body as { items: object[]; next: string };
    expect(latest).toMatchObject([{ version: 2, change: 'updated', attributes: { familyName: 'Zemanek' } }]);
    const rest = await client.get(`/v1/customers/${goldenId}/versions?limit=1&cursor=${next}`);
    expect(rest.body).toMatchObject({
      items: [{ version: 1, change: 'created', attributes: { familyName: 'Zeman' } }],
    });
    expect(rest.body).not.toHaveProperty('next');
  });

  it('is led from a merged golden record to the survivor, as often as it was merged', async () => {
    const person = (name: string) => ({
      ...ada,
      givenName: name,
      familyName: 'Okafor',
      email: `${name}@okafor.example`,
    });
    const first = await post('crm/m1', { ...person('Chidi'), birthDate: '1990-01-05' });
    const second = await post('crm/m2', { ...person('Ngozi'), birthDate: '1956-07-28', telephone: '+1 212 555 0101' });
    const third = await post('crm/m3', { ...person('Ifeoma'), birthDate: '1977-11-19', telephone: '+1 212 555 0102' });
    expect(new Set([first.goldenId, second.goldenId, third.goldenId]).size).toBe(3);
    const before = new Date().toISOString();
    await setTimeout(20);

    await post('crm/m3', { ...person('Ngozi'), birthDate: '1956-07-28', telephone: '+1 212 555 0101' });
    await post('crm/m2', { ...person('Chidi'), birthDate: '1990-01-05' });
    await post('crm/m3', { ...person('Chidi'), birthDate: '1990-01-05' });

    const merged = await client.get(`/v1/customers/${third.goldenId}?asOf=${new Date().toISOString()}`);
    expect(merged.status).toBe(308);
    expect(merged.headers.get('location')).toMatch(new RegExp(`^/v1/customers/${first.goldenId}\\?asOf=`));
    expect((await read(first.goldenId)).records).toHaveLength(3);
    expect((await read(third.goldenId, `?asOf=${before}`)).attributes).toMatchObject({ givenName: 'Ifeoma' });
    const history = await client.get(`/v1/customers/${third.goldenId}/versions`);
    expect(history.status).toBe(200);
    const survivor = (await client.get(`/v1/customers/${first.goldenId}/versions`)).body as { items: object[] };
    expect(survivor.items).toContainEqual(expect.objectContaining({ change: 'merged' }));
  });

  it('is told that a golden record is gone, and still reads what it was', async () => {
    const { goldenId } = await post('crm/5', {
      ...jose,
      givenName: 'Vera',
      familyName: 'Petrova',
      email: 'v@petrova.example',
    });
    const before = new Date().toISOString();
    await setTimeout(20);
    await withdraw('crm/5');
    await until(async () => (await client.get(`/v1/customers/${goldenId}`)).status === 410);
    expect((await read(goldenId, `?asOf=${before}`)).attributes).toMatchObject({ familyName: 'Petrova' });
    expect(items(await client.get('/v1/customers?source=crm&sourceId=5'))).toEqual([]);
    expect(items(await client.get('/v1/customers?q=petrova')).map(({ id }) => id)).not.toContain(goldenId);
  });

  it('does not find what there is not', async () => {
    for (const id of ['00000000-0000-7000-8000-000000000000', 'nonsense', "'--"])
      expect((await client.get(`/v1/customers/${id}`)).status).toBe(404);
    expect((await client.get('/v1/nothing')).status).toBe(404);
    const [golden] = items(await client.get('/v1/customers?source=crm&sourceId=1'));
    expect((await client.get(`/v1/products/${golden!.id}`)).status).toBe(404);
  });

  it('exports the crosswalk: every live record once, and by source', async () => {
    const { status, headers, body } = await client.get('/v1/customers/crosswalk', { accept: 'application/x-ndjson' });
    expect(status).toBe(200);
    expect(headers.get('content-type')).toMatch(/^application\/x-ndjson/);
    const lines = body as { source: string; sourceId: string; goldenId: string }[];
    expect(lines.map(({ source, sourceId }) => `${source}/${sourceId}`).toSorted()).toEqual([
      ...['crm/1', 'crm/2', 'crm/3', 'crm/4', 'crm/m1', 'crm/m2', 'crm/m3', 'shop/a'],
    ]);
    for (const { source, sourceId, goldenId } of lines)
      expect(items(await client.get(`/v1/customers?source=${source}&sourceId=${sourceId}`))[0]?.id).toBe(goldenId);
    const ofShop = await client.get('/v1/customers/crosswalk?source=shop');
    expect(ofShop.body).toMatchObject([{ source: 'shop', sourceId: 'a' }]);
  });

  it('searches before it creates, and nothing is stored', async () => {
    const before = (await client.get('/v1/customers/crosswalk')).body;
    const record = { first: 'Ada', last: 'Lovelace', born: '1985-12-10', mail: 'ada.lovelace@example.com' };
    const { body } = await client.post('/v1/customers/search', { source: 'shop', data: record });
    const [best] = (body as { items: Match[] }).items;
    expect(best).toMatchObject({
      golden: { attributes: { familyName: 'Lovelace' } },
      score: { verdict: 'link' },
    });
    const sum = best!.evidence.comparisons.reduce(
      (total, one) => total + one.weight + one.termFrequency,
      best!.evidence.prior,
    );
    expect(best!.score.weight).toBeCloseTo(sum, 6);

    const canonical = await client.post('/v1/customers/search', { canonical: ada, limit: 1 });
    expect(canonical.body).toMatchObject({ items: [{ golden: { id: best!.golden.id } }] });
    expect((await client.get('/v1/customers/crosswalk')).body).toEqual(before);
  });

  it('is told what is wrong with a search', async () => {
    const search = async (body: object) => {
      const answer = await client.post('/v1/customers/search', body);
      const { errors = [] } = answer.body as { errors?: { path: string }[] };
      return [answer.status, ...errors.map(({ path }) => path)];
    };
    expect(await search({ data: {}, source: 'unknown' })).toEqual([404]);
    expect(await search({ data: {} })).toEqual([422, 'source']);
    expect(await search({})).toEqual([422, 'data']);
    expect(await search({ canonical: { surname: 'x' } })).toEqual([422, 'canonical.surname']);
    expect(await search({ canonical: [] })).toEqual([422, 'canonical']);
  });
});

interface Match {
  readonly golden: { readonly id: string };
  readonly score: { readonly weight: number };
  readonly evidence: {
    readonly prior: number;
    readonly comparisons: readonly { readonly weight: number; readonly termFrequency: number }[];
  };
}
