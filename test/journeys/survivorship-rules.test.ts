import { ContractClient, type ContractAnswer } from '../support/contract-client.js';
import { operationOf, settled } from '../support/settled.js';
import { startAurum, type RunningAurum } from '../support/start-aurum.js';
import { supplier } from './supplier.js';

interface Rules {
  readonly version: number;
  readonly attributes: Readonly<Record<string, object>>;
  readonly groups: Readonly<Record<string, object>>;
}

interface Golden {
  readonly id: string;
  readonly version: number;
  readonly attributes: Readonly<Record<string, unknown>>;
  readonly lineage: Readonly<Record<string, { readonly source: string; readonly strategy: string }>>;
}

describe('A steward says how values survive', () => {
  let aurum: RunningAurum;
  let client: ContractClient;

  beforeAll(async () => {
    aurum = await startAurum({ domains: [supplier] });
    client = await ContractClient.connect(aurum.url);
    await client.put('/v1/sources/ledger', { trust: 0.5 });
    await client.put('/v1/sources/registry', { trust: 0.9 });
    await post(
      'ledger/1',
      { name: 'Aberdeen Anchors', vatID: 'GB1', email: 'a@a.org', rating: 'approved' },
      '2026-03-01',
    );
    await post('registry/1', { name: 'Aberdeen', vatID: 'GB1', email: 'b@a.org', rating: 'preferred' }, '2026-01-01');
    await post('ledger/2', { name: 'Brno Bearings', vatID: 'CZ1' }, '2026-01-01');
  });

  afterAll(() => aurum.close());

  const post = async (path: string, data: object, day: string): Promise<void> => {
    const body = { data, observedAt: `${day}T00:00:00Z` };
    const { status } = await client.put(`/v1/suppliers/records/${path}`, body, { prefer: 'wait=20' });
    expect(status).toBe(200);
  };
  const golden = async (source: string, sourceId: string): Promise<Golden> => {
    const { body } = await client.get(`/v1/suppliers?source=${source}&sourceId=${sourceId}`);
    return (body as { items: [Golden] }).items[0];
  };
  const rules = async (): Promise<Rules> => (await client.get('/v1/suppliers/survivorship')).body as Rules;
  const errorsOf = ({ status, body }: ContractAnswer) => [status, (body as { errors: object[] }).errors];
  const by = (...strategies: object[]) => ({ strategies });

  it('reads the shipped rules', async () => {
    const answer = await client.get('/v1/suppliers/survivorship');
    expect(answer.headers.get('etag')).toBe('"0"');
    expect(answer.body).toEqual({ version: 0, ...supplier.survivorship, groups: {}, createdAt: null, createdBy: null });
    expect(await golden('ledger', '1')).toMatchObject({
      version: 2,
      attributes: { name: 'Aberdeen', email: 'a@a.org' },
    });
  });

  it('is told of everything that is wrong with rules, by path', async () => {
    const { attributes } = await rules();
    const wrong = {
      attributes: {
        ...attributes,
        name: by({ kind: 'loudest' }),
        vatID: by({ kind: 'sourcePriority', sources: [] }, { kind: 'longest', by: 'far' }),
        rating: { group: 7 },
        email: undefined,
      },
      groups: [],
    };
    expect(errorsOf(await client.put('/v1/suppliers/survivorship', wrong))).toEqual([
      422,
      [{ path: 'groups', message: 'must be an object' }],
    ]);
    expect(errorsOf(await client.put('/v1/suppliers/survivorship', { ...wrong, groups: { g: by() } }))).toEqual([
      422,
      [
        { path: 'attributes.name.strategies.0.kind', message: expect.stringContaining('must be one of') as string },
        { path: 'attributes.vatID.strategies.0.sources', message: 'must be a list of 1 to 1,000 elements' },
        { path: 'attributes.vatID.strategies.1.by', message: 'is not known here' },
        { path: 'attributes.rating.group', message: 'must be the name of a group' },
        { path: 'groups.g.strategies', message: 'must be a list of 1 to 20 strategies' },
        { path: 'attributes.email', message: 'must have a rule' },
      ],
    ]);
    expect(await rules()).toMatchObject({ version: 0 });
  });

  it('sees what rules would change before they do, and nothing is changed by that', async () => {
    const { attributes, groups } = await rules();
    const before = [await golden('ledger', '1'), await golden('ledger', '2')];
    const other = { ...attributes, name: by({ kind: 'longest' }), vatID: by({ kind: 'oldest' }) };
    const started = await client.post('/v1/suppliers/survivorship/preview', { attributes: other, groups });
    expect(await settled(client, operationOf(started))).toMatchObject({
      kind: 'survivorshipPreview',
      status: 'succeeded',
      progress: { done: 2, total: 2 },
      result: {
        version: 0,
        goldenRecords: 2,
        changed: 1,
        newVersions: 1,
        attributes: [
          {
            attribute: 'name',
            changed: 1,
            gained: 0,
            lost: 0,
            examples: [
              {
                goldenId: before[0]!.id,
                before: 'Aberdeen',
                after: 'Aberdeen Anchors',
                strategyBefore: 'trust',
                strategyAfter: 'longest',
              },
            ],
          },
        ],
      },
    });
    expect([await golden('ledger', '1'), await golden('ledger', '2')]).toEqual(before);
    expect(await rules()).toMatchObject({ version: 0 });
    expect((await client.post('/v1/suppliers/survivorship/preview', { attributes: {} })).status).toBe(422);
  });

  it('puts rules in force, and every golden record is computed by them', async () => {
    const { attributes, groups } = await rules();
    const before = await golden('ledger', '2');
    const changed = {
      attributes: {
        ...attributes,
        name: by({ kind: 'sourcePriority', sources: ['ledger'] }),
        email: by({ kind: 'union' }),
        rating: by({ kind: 'valueOrder', values: ['preferred', 'approved'] }),
      },
      groups,
    };
    const answer = await client.put('/v1/suppliers/survivorship', changed, { 'if-match': '"0"' });
    expect(answer.status).toBe(202);
    expect(answer.headers.get('etag')).toBe('"1"');
    const operation = await settled(client, operationOf(answer));
    expect(operation).toMatchObject({ kind: 'survivorship', status: 'succeeded', progress: { done: 3, total: 3 } });
    expect(await golden('ledger', '1')).toMatchObject({
      version: 3,
      attributes: { name: 'Aberdeen Anchors', email: ['a@a.org', 'b@a.org'], rating: 'preferred' },
      lineage: {
        name: { source: 'ledger', strategy: 'sourcePriority', lost: 1, runnerUp: { source: 'registry' } },
        email: { strategy: 'union', records: [{ source: 'ledger' }, { source: 'registry' }] },
        rating: { source: 'registry', strategy: 'valueOrder' },
      },
    });
    // Nothing of it changed, and so there is no version.
    expect(await golden('ledger', '2')).toEqual(before);
    expect(await rules()).toMatchObject({ version: 1, ...changed });
  });

  it('is told of every value why it survived or did not', async () => {
    const { id, version } = await golden('ledger', '1');
    const explain = async (attribute: string) => client.get(`/v1/suppliers/${id}/attributes/${attribute}`);
    expect((await explain('name')).body).toEqual({
      goldenId: id,
      version,
      attribute: 'name',
      value: 'Aberdeen Anchors',
      strategies: [{ kind: 'sourcePriority', sources: ['ledger'] }],
      candidates: [
        {
          source: 'ledger',
          sourceId: '1',
          observedAt: '2026-03-01T00:00:00.000Z',
          value: 'Aberdeen Anchors',
          trust: 0.5,
          flagged: false,
          outcome: 'won',
          by: 'sourcePriority',
        },
        {
          source: 'registry',
          sourceId: '1',
          observedAt: '2026-01-01T00:00:00.000Z',
          value: 'Aberdeen',
          trust: 0.9,
          flagged: false,
          outcome: 'lost',
          by: 'sourcePriority',
        },
      ],
    });
    expect((await explain('email')).body).toMatchObject({
      value: ['a@a.org', 'b@a.org'],
      candidates: [{ outcome: 'union' }, { outcome: 'union' }],
    });
    expect((await explain('vatID')).body).toMatchObject({
      value: 'GB1',
      candidates: [{ outcome: 'won' }, { outcome: 'same' }],
    });
    expect((await explain('shoe')).status).toBe(404);
    expect((await client.get(`/v1/suppliers/${id.replace(/^./, '9')}/attributes/name`)).status).toBe(404);
  });

  it('changes nothing by rules that are in force already, nor where others are in force than thought', async () => {
    const { attributes, groups } = await rules();
    const same = await client.put('/v1/suppliers/survivorship', { attributes, groups });
    expect(same).toMatchObject({ status: 200, body: { version: 1 } });
    const other = { attributes: { ...attributes, name: by({ kind: 'oldest' }) }, groups };
    const refused = await client.put('/v1/suppliers/survivorship', other, { 'if-match': '"0"' });
    expect(refused.status).toBe(412);
    expect(await rules()).toMatchObject({ version: 1, attributes });
  });

  it('takes rules back, and the golden records are what they were', async () => {
    const { attributes } = supplier.survivorship;
    const answer = await client.put('/v1/suppliers/survivorship', { attributes });
    await settled(client, operationOf(answer));
    expect(await golden('ledger', '1')).toMatchObject({
      version: 4,
      attributes: { name: 'Aberdeen', email: 'a@a.org' },
    });
    const pages: number[][] = [];
    for (let cursor: string | undefined = ''; cursor !== undefined;) {
      const { body } = await client.get(`/v1/suppliers/survivorship/versions?limit=2${cursor && `&cursor=${cursor}`}`);
      const { items, next } = body as { items: Rules[]; next?: string };
      pages.push(items.map(({ version }) => version));
      cursor = next;
    }
    expect(pages).toEqual([[2, 1], [0]]);
  });
});
