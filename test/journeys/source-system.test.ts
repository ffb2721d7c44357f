import { ContractClient, type ContractAnswer } from '../support/contract-client.js';
import { startAurum, type RunningAurum } from '../support/start-aurum.js';
import { operationOf, settled } from '../support/settled.js';

/** A source system, from its registration to the withdrawal of a record. Every answer is held against the document. */
describe('a source system', () => {
  let aurum: RunningAurum;
  let client: ContractClient;

  beforeAll(async () => {
    aurum = await startAurum();
    client = await ContractClient.connect(aurum.url);
  });
  afterAll(() => aurum.close());

  const ann = { first_name: 'Ann', last_name: 'Lee', street: 'Main St', house_no: 5, born: '1990-02-31' };
  const mapping = {
    givenName: 'first_name',
    familyName: '$uppercase(last_name)',
    birthDate: 'born',
    'address.streetAddress': "street & ' ' & house_no",
    'identifiers.passport': 'passport',
  };

  const statusOf = async (answer: Promise<ContractAnswer>): Promise<number> => (await answer).status;

  describe('registers', () => {
    it('itself, and is read back as it said', async () => {
      const registered = await client.put('/v1/sources/crm', {
        name: 'CRM',
        trust: 0.8,
        duplicateFree: false,
        defaultRegion: 'US',
        mappings: { customers: mapping },
      });
      expect(registered.status).toBe(201);
      expect(registered.body).toMatchObject({
        source: 'crm',
        name: 'CRM',
        trust: 0.8,
        mappings: { customers: mapping },
      });
      expect(await client.get('/v1/sources/crm')).toMatchObject({ status: 200, body: registered.body });
      expect(await client.get('/v1/sources')).toMatchObject({ status: 200, body: { items: [registered.body] } });
    });

    it('again without a change, which starts nothing', async () => {
      const { body } = await client.get('/v1/sources/crm');
      const { name, trust, duplicateFree, defaultRegion, mappings } = body as Record<string, unknown>;
      const again = await client.put('/v1/sources/crm', { name, trust, duplicateFree, defaultRegion, mappings });
      expect(again.status).toBe(200);
      expect(again.body).not.toHaveProperty('operation');
    });

    it.each([
      ['an id of capitals', '/v1/sources/CRM', {}, 400, 'source'],
      ['trust above 1', '/v1/sources/bad', { trust: 1.1 }, 422, 'trust'],
      ['an unknown field', '/v1/sources/bad', { trusted: 1 }, 422, 'trusted'],
      ['an unknown collection', '/v1/sources/bad', { mappings: { people: {} } }, 422, 'mappings.people'],
      [
        'an unknown attribute',
        '/v1/sources/bad',
        { mappings: { customers: { nick: 'a' } } },
        422,
        'mappings.customers.nick',
      ],
      [
        'an unknown part',
        '/v1/sources/bad',
        { mappings: { customers: { 'address.x': 'a' } } },
        422,
        'mappings.customers.address.x',
      ],
      ['no JSONata', '/v1/sources/bad', { mappings: { customers: { name: 'a +' } } }, 422, 'mappings.customers.name'],
      [
        'an expression that is no text',
        '/v1/sources/bad',
        { mappings: { customers: { name: 5 } } },
        422,
        'mappings.customers.name',
      ],
    ])('not with %s', async (_what, path, body, status, where) => {
      const answer = await client.put(path, body);
      expect(answer.status).toBe(status);
      expect(answer.body).toMatchObject({ errors: [{ path: where }] });
    });

    it('not with JSON that is none, and names where JSONata stops', async () => {
      expect(await statusOf(client.put('/v1/sources/bad', '{', { 'content-type': 'application/json' }))).toBe(400);
      const answer = await client.put('/v1/sources/bad', { mappings: { customers: { name: 'a + ) b' } } });
      expect(JSON.stringify(answer.body)).toMatch(/at character \d+/);
    });
  });

  describe('puts a record', () => {
    it('and waits for its golden record', async () => {
      const answer = await client.put('/v1/customers/records/crm/1', { data: ann }, { prefer: 'wait=20' });
      expect(answer.status).toBe(200);
      expect(answer.headers.get('preference-applied')).toBe('wait=20');
      expect(answer.body).toMatchObject({
        source: 'crm',
        sourceId: '1',
        data: ann,
        canonical: {
          givenName: 'Ann',
          familyName: 'LEE',
          birthDate: '1990-02-31',
          address: { streetAddress: 'Main St 5' },
        },
        status: 'resolved',
        goldenId: expect.stringMatching(/^[0-9a-f-]{36}$/) as string,
        flags: [{ path: 'birthDate' }],
      });
      expect((await client.get('/v1/customers/records/crm/1')).body).toEqual(answer.body);
    });

    it('that is durable at once where it does not wait', async () => {
      const observedAt = '2026-05-01T10:00:00.000Z';
      const answer = await client.put('/v1/customers/records/crm/2', { data: { first_name: 'Bo' }, observedAt });
      expect(answer).toMatchObject({ status: 202, body: { sourceId: '2', data: { first_name: 'Bo' }, observedAt } });
      expect(await client.get('/v1/customers/records/crm/2')).toMatchObject({ status: 200, body: { observedAt } });
    });

    it('again, and changes nothing; an older one is refused, a newer one taken', async () => {
      const put = (data: object, observedAt?: string): Promise<ContractAnswer> =>
        client.put('/v1/customers/records/crm/3', { data, ...(observedAt && { observedAt }) }, { prefer: 'wait=20' });
      const first = await put({ first_name: 'Cy', last_name: 'Ott' }, '2026-05-02T00:00:00Z');
      expect((await put({ last_name: 'Ott', first_name: 'Cy' })).body).toEqual(first.body);
      expect(await statusOf(put({ first_name: 'Old' }, '2026-05-01T00:00:00Z'))).toBe(409);
      expect((await client.get('/v1/customers/records/crm/3')).body).toEqual(first.body);
      expect((await put({ first_name: 'New' }, '2026-05-03T00:00:00Z')).body).toMatchObject({
        canonical: { givenName: 'New' },
        observedAt: '2026-05-03T00:00:00.000Z',
      });
    });

    it('whose mapping fails, and is told of the attribute', async () => {
      const answer = await client.put('/v1/customers/records/crm/4', { data: { last_name: 7 } });
      expect(answer).toMatchObject({ status: 422, body: { errors: [{ path: 'familyName' }] } });
      expect(await statusOf(client.get('/v1/customers/records/crm/4'))).toBe(404);
    });

    it('that holds what is hard to hold, as it was given', async () => {
      const data = JSON.parse(
        '{"first_name":"a\\u0000b\\ud800","__proto__":{"x":1},"constructor":"c","n":1e300,"deep":[[[[[[1]]]]]]}',
      ) as object;
      const answer = await client.put('/v1/customers/records/crm/hard', { data });
      expect(answer.status).toBe(202);
      expect(JSON.stringify((answer.body as { data: object }).data)).toBe(JSON.stringify(data));
    });

    it.each([
      ['no data', {}, 'data'],
      ['data that is a list', { data: [] }, 'data'],
      ['a field too many', { data: {}, sourceID: '1' }, 'sourceID'],
      ['a time that is none', { data: {}, observedAt: '2026-02-30T00:00:00Z' }, 'observedAt'],
      ['a time before all times', { data: {}, observedAt: '0000-01-01T00:00:00Z' }, 'observedAt'],
      ['a number out of range', '{"data":{"a":{"b":1e999}}}', 'data.a.b'],
    ])('not with %s', async (_what, body, path) => {
      const answer = await client.put('/v1/customers/records/crm/5', body, { 'content-type': 'application/json' });
      expect(answer).toMatchObject({ status: 422, body: { errors: [{ path }] } });
    });

    it.each([
      ['of an unknown source', '/v1/customers/records/none/1', 404],
      ['of an unknown collection', '/v1/people/records/crm/1', 404],
      ['with control characters in its id', '/v1/customers/records/crm/a%00b', 400],
      ['with an id that is too long', `/v1/customers/records/crm/${'x'.repeat(513)}`, 400],
    ])('not one %s', async (_what, path, status) => {
      expect(await statusOf(client.put(path, { data: {} }))).toBe(status);
    });

    it('whose id needs escaping in a path', async () => {
      const path = `/v1/customers/records/crm/${encodeURIComponent('a/b ?ü%😀')}`;
      expect(await statusOf(client.put(path, { data: { first_name: 'X' } }))).toBe(202);
      expect((await client.get(path)).body).toMatchObject({ sourceId: 'a/b ?ü%😀' });
    });
  });

  describe('withdraws a record', () => {
    it('which is then deleted, and comes back when it is put again', async () => {
      const path = '/v1/customers/records/crm/6';
      const held = await client.put(path, { data: { first_name: 'Di', last_name: 'Eck' } }, { prefer: 'wait=20' });
      const { goldenId } = held.body as { goldenId: string };
      const deleted = await client.delete(path, { prefer: 'wait=20' });
      expect(deleted).toMatchObject({ status: 200, body: { status: 'deleted', goldenId: null } });
      expect(await statusOf(client.get(`/v1/customers/${goldenId}`))).toBe(410);
      expect(await client.get(path)).toMatchObject({ status: 200, body: { status: 'deleted' } });
      expect(await statusOf(client.delete(path))).toBe(202);
      const back = await client.put(path, { data: { first_name: 'Di', last_name: 'Eck' } }, { prefer: 'wait=20' });
      expect(back).toMatchObject({ status: 200, body: { status: 'resolved' } });
      expect((back.body as { goldenId: string }).goldenId).not.toBe(goldenId);
    });

    it('not one that it has never given', async () => {
      expect(await statusOf(client.delete('/v1/customers/records/crm/never'))).toBe(404);
    });
  });

  describe('changes what it says', () => {
    it('and has its records read again', async () => {
      await client.put('/v1/sources/shop', { mappings: { customers: { givenName: 'a', familyName: 'x' } } });
      for (const id of ['1', '2', '3'])
        await client.put(`/v1/customers/records/shop/${id}`, { data: { a: `A${id}`, b: `B${id}`, x: 'Xu' } });
      const changed = await client.put('/v1/sources/shop', {
        mappings: { customers: { givenName: 'b', familyName: 'x' } },
      });
      const operation = await settled(client, (changed.body as { operation: string }).operation);
      expect(operation).toMatchObject({
        kind: 'reprocessing',
        status: 'succeeded',
        progress: { done: 3, total: 3 },
        result: { received: 3, accepted: 3, rejected: 0 },
      });
      const record = await client.get('/v1/customers/records/shop/2');
      expect(record.body).toMatchObject({ canonical: { givenName: 'B2' }, status: 'resolved' });
    });

    it('and the next record is read as it says now, taken or refused', async () => {
      const says = (givenName: string): Promise<ContractAnswer> =>
        client.put('/v1/sources/stall', { mappings: { customers: { givenName, familyName: 'x' } } });
      const put = (id: string): Promise<ContractAnswer> =>
        client.put(`/v1/customers/records/stall/${id}`, { data: { a: 'Ann', b: 'Bea', x: 'Xu' } });
      await says('a');
      expect((await put('1')).body).toMatchObject({ canonical: { givenName: 'Ann' } });
      await says('b');
      expect((await put('2')).body).toMatchObject({ canonical: { givenName: 'Bea' } });
      await says("$error('no')");
      expect(await put('3')).toMatchObject({ status: 422, body: { errors: [{ path: 'givenName' }] } });
      await says('a');
      expect((await put('3')).body).toMatchObject({ canonical: { givenName: 'Ann' } });
    });

    it('so that some can no longer be read: they are quarantined, and tried again', async () => {
      const broken = await client.put('/v1/sources/shop', {
        mappings: { customers: { givenName: "a = 'A2' ? $error('no') : a", familyName: 'x' } },
      });
      const operation = await settled(client, (broken.body as { operation: string }).operation);
      expect(operation).toMatchObject({
        status: 'succeeded',
        result: {
          received: 3,
          accepted: 2,
          rejected: 1,
          rejections: [{ sourceId: '2', errors: [{ path: 'givenName' }] }],
        },
      });
      expect((await client.get('/v1/customers/records/shop/2')).body).toMatchObject({ status: 'quarantined' });
      const list = await client.get('/v1/customers/quarantine?source=shop');
      expect(list.body).toMatchObject({
        items: [{ source: 'shop', sourceId: '2', reason: expect.stringContaining('givenName') as string }],
      });

      await settled(
        client,
        (
          (await client.put('/v1/sources/shop', { mappings: { customers: { givenName: 'a', familyName: 'x' } } }))
            .body as { operation: string }
        ).operation,
      );
      expect((await client.get('/v1/customers/records/shop/2')).body).toMatchObject({ status: 'resolved' });
      const replay = await client.post('/v1/customers/quarantine/replay', {
        records: [{ source: 'shop', sourceId: '2' }],
      });
      expect(replay.status).toBe(202);
      expect(await settled(client, operationOf(replay))).toMatchObject({ result: { received: 0 } });
    });
  });
});
