import { ContractClient, type ContractAnswer } from '../support/contract-client.js';
import { operationOf, settled, type OperationAnswer } from '../support/settled.js';
import { startAurum, type RunningAurum } from '../support/start-aurum.js';

/** A source system that posts many records at once. Every answer is held against the document. */
describe('a bulk load', () => {
  let aurum: RunningAurum;
  let client: ContractClient;

  beforeAll(async () => {
    aurum = await startAurum();
    client = await ContractClient.connect(aurum.url);
    await client.put('/v1/sources/crm', {
      mappings: { customers: { givenName: 'first', familyName: 'last', email: 'mail ? $lowercase(mail)' } },
    });
  });
  afterAll(() => aurum.close());

  const types = { ndjson: 'application/x-ndjson', json: 'application/json', csv: 'text/csv' };
  type Format = keyof typeof types;

  const post = (
    format: Format,
    body: string | Uint8Array,
    headers = {},
    query = 'source=crm',
  ): Promise<ContractAnswer> =>
    client.post(`/v1/customers/records?${query}${format === 'csv' ? '&idColumn=id' : ''}`, body, {
      'content-type': types[format],
      ...headers,
    });
  const load = async (format: Format, body: string | Uint8Array): Promise<OperationAnswer> => {
    const answer = await post(format, body);
    expect(answer.status).toBe(202);
    return settled(client, operationOf(answer));
  };
  const ndjson = (...records: readonly unknown[]): string => records.map((record) => JSON.stringify(record)).join('\n');
  const record = async (sourceId: string): Promise<unknown> =>
    (await client.get(`/v1/customers/records/crm/${sourceId}`)).body;

  it.each<[Format, string]>([
    [
      'ndjson',
      ndjson({ sourceId: 'n1', data: { first: 'Ann', last: 'Lee' } }, { sourceId: 'n2', data: { first: 'Bo' } }),
    ],
    [
      'json',
      JSON.stringify([
        { sourceId: 'n1', data: { first: 'Al', last: 'Lee' } },
        { sourceId: 'n2', data: { first: 'By' } },
      ]),
    ],
    ['csv', 'first,id,last\n"A ""x""",n1,Lee\nBo,n2,""\n'],
  ])('takes %s, and succeeds when all is resolved', async (format, body) => {
    expect(await load(format, body)).toMatchObject({
      kind: 'ingestion',
      status: 'succeeded',
      progress: { done: 2, total: 2 },
      error: null,
      result: { received: 2, accepted: 2, unchanged: 0, stale: 0, rejected: 0, quarantined: 0, rejections: [] },
    });
    expect(await record('n1')).toMatchObject({ status: 'resolved', canonical: { familyName: 'Lee' } });
    expect(await record('n2')).toMatchObject({ status: 'resolved' });
  });

  it('takes CSV whose columns are the data, an empty field a missing value', async () => {
    await load('csv', '\ufeffid,first,last\r\nc1,Élodie,\r\n');
    expect(await record('c1')).toMatchObject({
      data: { first: 'Élodie', last: '' },
      canonical: { givenName: 'Élodie' },
    });
    expect(await record('c1')).not.toHaveProperty('canonical.familyName');
  });

  it('takes nothing as nothing', async () => {
    expect(await load('ndjson', '')).toMatchObject({ status: 'succeeded', result: { received: 0 } });
    expect(await load('json', '[]')).toMatchObject({ status: 'succeeded', result: { received: 0 } });
  });

  it('sorts lines by what becomes of them, and the sum is right', async () => {
    await load('ndjson', ndjson({ sourceId: 's1', data: { first: 'A' }, observedAt: '2026-02-01T00:00:00Z' }));
    const lines = [
      ndjson({ sourceId: 's1', data: { first: 'A' } }),
      ndjson({ sourceId: 's1', data: { first: 'Old' }, observedAt: '2026-01-01T00:00:00Z' }),
      ndjson({ sourceId: 's2', data: { first: 'B' } }),
      'no json',
      '',
      ndjson({ sourceId: 's2', data: { first: 'B' } }),
      ndjson({ sourceId: 's3', data: { mail: 5 } }),
      ndjson({ data: {} }),
      ndjson({ sourceId: 's2', data: { first: 'C' } }),
    ];
    const { result } = await load('ndjson', lines.join('\n'));
    expect(result).toMatchObject({ received: 8, accepted: 2, unchanged: 2, stale: 1, rejected: 3, quarantined: 0 });
    expect(result.rejections).toMatchObject([
      { line: 4, sourceId: null, errors: [{ path: '' }] },
      { line: 7, sourceId: 's3', errors: [{ path: 'email' }] },
      { line: 8, sourceId: null, errors: [{ path: 'sourceId' }] },
    ]);
    expect(await record('s2')).toMatchObject({ data: { first: 'C' } });
  });

  it('keeps the order of a long stream', async () => {
    const lines = Array.from({ length: 2_600 }, (_, index) => ({
      sourceId: `o${index % 700}`,
      data: { first: `Name ${index}`, last: `Of ${index % 700}` },
    }));
    const { result } = await load('ndjson', ndjson(...lines));
    expect(result).toMatchObject({ received: 2_600, accepted: 2_600 });
    for (const id of [0, 250, 699]) {
      const last = lines.findLast(({ sourceId }) => sourceId === `o${id}`);
      expect(await record(`o${id}`)).toMatchObject({ data: last?.data });
    }
  });

  it('rejects a line that is too long, or no UTF-8, and takes the others', async () => {
    const body = Buffer.concat([
      Buffer.from(`${ndjson({ sourceId: 'l1', data: { first: 'x'.repeat(1_100_000) } })}\n`),
      Buffer.from([...Buffer.from('{"sourceId":"l2","data":{"first":"'), 0xff, ...Buffer.from('"}}\n')]),
      Buffer.from(ndjson({ sourceId: 'l3', data: { first: 'Eve' } })),
    ]);
    const { result } = await load('ndjson', body);
    expect(result).toMatchObject({ received: 3, accepted: 1, rejected: 2, rejections: [{ line: 1 }, { line: 2 }] });
  });

  it('names the place where a JSON array ends to be one; what came before stays', async () => {
    const answer = await post('json', '[{"sourceId":"m1","data":{"first":"Mo"}},{"sourceId":"m2"');
    expect(answer.status).toBe(400);
    expect(JSON.stringify(answer.body)).toContain('element 1');
    const operation = await settled(client, answer.headers.get('location')?.split('/').at(-1) ?? '');
    expect(operation).toMatchObject({ status: 'failed', result: { accepted: 1 }, error: { status: 400 } });
    expect(await record('m1')).toMatchObject({ data: { first: 'Mo' } });
  });

  it.each([
    ['without a source', 'ndjson', '', '', 400],
    ['of an unknown source', 'ndjson', 'source=none', '', 404],
    ['with a parameter that is unknown', 'ndjson', 'source=crm&sorce=x', '', 400],
    ['of CSV without the column', 'csv', 'source=crm', 'a,b\n1,2', 400],
  ] as const)('is refused %s', async (_what, format, query, body, status) => {
    expect((await post(format, body, {}, query)).status).toBe(status);
  });

  it.each([
    ['another media type', { 'content-type': 'application/xml' }],
    ['another character set', { 'content-type': 'text/csv; charset=latin1' }],
    ['compression', { 'content-encoding': 'gzip' }],
  ])('is refused in %s', async (_what, headers) => {
    expect((await post('csv', 'id\n1', headers)).status).toBe(415);
  });

  describe('with an idempotency key', () => {
    const body = ndjson({ sourceId: 'i1', data: { first: 'Ida' } });

    it('is answered the second time as the first', async () => {
      const first = await post('ndjson', body, { 'idempotency-key': 'key-1' });
      await load('ndjson', ndjson({ sourceId: 'i1', data: { first: 'Later' } }));
      const second = await post('ndjson', body, { 'idempotency-key': 'key-1' });
      expect(second.status).toBe(202);
      expect(second.body).toEqual(first.body);
      expect(operationOf(second)).toBe(operationOf(first));
      expect(await record('i1')).toMatchObject({ data: { first: 'Later' } });
    });

    it('is refused with another body, or for another source', async () => {
      await post('ndjson', body, { 'idempotency-key': 'key-2' });
      expect((await post('ndjson', `${body}\n`, { 'idempotency-key': 'key-2' })).status).toBe(422);
      expect((await post('ndjson', body, { 'idempotency-key': 'key-2' }, 'source=other')).status).toBe(422);
    });

    it('that is no key is refused', async () => {
      expect((await post('ndjson', body, { 'idempotency-key': 'x'.repeat(256) })).status).toBe(400);
    });

    it('may be tried again once it has failed', async () => {
      const headers = { 'idempotency-key': 'key-3' };
      expect((await post('json', '[', headers)).status).toBe(400);
      expect((await post('json', '[]', headers)).status).toBe(202);
    });

    it('holds for a search as well', async () => {
      const search = (canonical: object): Promise<ContractAnswer> =>
        client.post('/v1/customers/search', { canonical }, { 'idempotency-key': 'key-4' });
      const first = await search({ givenName: 'Nobody' });
      expect(first.status).toBe(200);
      expect(await search({ givenName: 'Nobody' })).toMatchObject({ status: 200, body: first.body });
      expect((await search({ givenName: 'Somebody' })).status).toBe(422);
    });
  });

  describe('whose lines were rejected', () => {
    it('lists them, page by page, and replays them under a mended mapping', async () => {
      await client.put('/v1/sources/web', { mappings: { customers: { givenName: '$uppercase(n)' } } });
      const lines = [1, 2, 3].map((n) => ({ sourceId: `w${n}`, data: { n } }));
      const answer = await post('ndjson', `${ndjson(...lines)}\nno json\n`, {}, 'source=web');
      const id = operationOf(answer);
      expect((await settled(client, id)).result).toMatchObject({ received: 4, rejected: 4 });

      const path = `/v1/customers/rejections?operation=${id}&limit=3`;
      const page = (await client.get(path)).body as { items: { id: number; input: string }[]; next: string };
      expect(page.items).toMatchObject(
        lines.map((line, index) => ({ line: index + 1, sourceId: line.sourceId, input: JSON.stringify(line) })),
      );
      const rest = await client.get(`${path}&cursor=${page.next}`);
      expect(rest.body).toMatchObject({ items: [{ line: 4, input: 'no json' }] });
      expect(rest.body).not.toHaveProperty('next');

      await client.put('/v1/sources/web', { mappings: { customers: { givenName: '$uppercase($string(n))' } } });
      const some = await client.post('/v1/customers/rejections/replay', { ids: [page.items[0]?.id] });
      expect(await settled(client, operationOf(some))).toMatchObject({ result: { received: 1, accepted: 1 } });
      const all = await client.post('/v1/customers/rejections/replay', { source: 'web' });
      expect(await settled(client, operationOf(all))).toMatchObject({
        kind: 'rejectionReplay',
        status: 'succeeded',
        progress: { done: 3, total: 3 },
        result: { received: 3, accepted: 2, rejected: 1, rejections: [{ line: 4 }] },
      });
      expect((await client.get('/v1/customers/records/web/w3')).body).toMatchObject({ canonical: { givenName: '3' } });
      const left = await client.get('/v1/customers/rejections?source=web');
      expect(left.body).toMatchObject({ items: [{ line: 4, operation: operationOf(all) }] });
    });

    it('because their mapping ran away: it is cut off, and others go on meanwhile', async () => {
      await client.put('/v1/sources/loop', {
        mappings: { customers: { name: '(n = 2 ? ($f := function(){$f()}; $f()) : $string(n))' } },
      });
      const lines = [1, 2, 3].map((n) => ({ sourceId: `r${n}`, data: { n } }));
      const loading = post('ndjson', ndjson(...lines), {}, 'source=loop');
      expect((await client.get('/v1/sources/loop')).status).toBe(200);
      expect((await settled(client, operationOf(await loading))).result).toMatchObject({
        accepted: 2,
        rejections: [
          { line: 2, sourceId: 'r2', errors: [{ path: 'name', message: expect.stringContaining('250 ms') as string }] },
        ],
      });
    });
  });

  it('shows operations, newest first', async () => {
    const first = (await client.get('/v1/operations?limit=2')).body as { items: OperationAnswer[]; next: string };
    expect(first.items).toHaveLength(2);
    const next = (await client.get(`/v1/operations?limit=2&cursor=${first.next}`)).body as { items: OperationAnswer[] };
    const ids = [...first.items, ...next.items].map(({ id }) => id);
    expect(ids).toEqual(ids.toSorted().reverse());
    expect(new Set(ids).size).toBe(4);
    expect((await client.get('/v1/operations/019c0000-0000-7000-8000-000000000000')).status).toBe(404);
    expect((await client.get('/v1/operations/none')).status).toBe(404);
  });
});
