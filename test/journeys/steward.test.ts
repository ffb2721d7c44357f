import { setTimeout } from 'node:timers/promises';
import { ContractClient } from '../support/contract-client.js';
import { startAurum, type RunningAurum } from '../support/start-aurum.js';
import { supplier } from './supplier.js';

interface Review {
  readonly id: string;
  readonly reason: string;
  readonly weight: number;
  readonly records: readonly { source: string; sourceId: string; goldenId: string }[];
  readonly evidence: {
    readonly prior: number;
    readonly weight: number;
    readonly comparisons: readonly { comparison: string; level: string; weight: number; termFrequency: number }[];
  };
}

interface Page<Item> {
  readonly items: Item[];
  readonly next?: string;
}

const { link, review } = supplier.model.thresholds;

describe('A steward sees what is open', () => {
  let aurum: RunningAurum;
  let client: ContractClient;

  beforeAll(async () => {
    aurum = await startAurum({ domains: [{ ...supplier, maximumBlockSize: { selective: 4, broad: 4 } }] });
    client = await ContractClient.connect(aurum.url);
    await client.put('/v1/sources/ledger', { name: 'Ledger', trust: 0.5, duplicateFree: false, mappings: {} });
    await client.put('/v1/sources/registry', { name: 'Registry', trust: 0.9, duplicateFree: true, mappings: {} });
  });

  afterAll(() => aurum.close());

  const post = async (path: string, data: object): Promise<void> => {
    const { status } = await client.put(`/v1/suppliers/records/${path}`, { data }, { prefer: 'wait=20' });
    expect(status).toBe(200);
  };

  const reviews = async (query = ''): Promise<Page<Review>> =>
    (await client.get(`/v1/suppliers/reviews${query}`)).body as Page<Review>;

  const names = ({ records }: Review) => records.map(({ source, sourceId }) => `${source}/${sourceId}`).join(' ~ ');

  it('nothing, where nothing is uncertain', async () => {
    await post('ledger/1', { name: 'Aberdeen Anchors' });
    await post('ledger/2', { name: 'Brno Bearings', vatID: 'CZ1' });
    await post('ledger/3', { name: 'Brno Bearings', vatID: 'CZ1' });
    expect(await reviews('?status=open')).toEqual({ items: [] });
  });

  it('pairs between the thresholds, with the evidence', async () => {
    await post('ledger/4', { name: 'Aberdeen Anchors' });
    const { items } = await reviews();
    expect(items.map(names)).toEqual(['ledger/1 ~ ledger/4']);
    const [open] = items;
    expect(open).toMatchObject({ reason: 'uncertain', status: 'open' });
    expect(open!.weight).toBeGreaterThanOrEqual(review);
    expect(open!.weight).toBeLessThan(link);
    const { prior, comparisons, weight } = open!.evidence;
    expect(comparisons).toContainEqual(expect.objectContaining({ comparison: 'name', level: 'same' }));
    expect(comparisons.reduce((sum, one) => sum + one.weight + one.termFrequency, prior)).toBeCloseTo(weight, 9);
    expect(open!.records[0]!.goldenId).not.toBe(open!.records[1]!.goldenId);
  });

  it('pairs that were kept apart though they are much alike', async () => {
    await post('registry/1', { name: 'Cadiz Cranes', vatID: 'ES7' });
    await post('registry/2', { name: 'Cadiz Cranes', vatID: 'ES7' });
    const { items } = await reviews();
    expect(items.map((one) => `${one.reason} ${names(one)}`)).toEqual([
      'separated registry/1 ~ registry/2',
      'uncertain ledger/1 ~ ledger/4',
    ]);
    expect(items[0]!.weight).toBeGreaterThanOrEqual(link);
  });

  it('page by page, each once', async () => {
    await post('ledger/5', { name: 'Aberdeen Anchors' });
    const all = (await reviews()).items;
    expect(all.length).toBe(4);
    const found: string[] = [];
    let page = await reviews('?limit=1');
    for (; page.next !== undefined; page = await reviews(`?limit=1&cursor=${page.next}`))
      found.push(...page.items.map(names));
    found.push(...page.items.map(names));
    expect(found).toEqual(all.map(names));
    expect((await client.get('/v1/suppliers/reviews?cursor=x')).status).toBe(400);
    expect((await client.get('/v1/suppliers/reviews?status=closed')).status).toBe(400);
  });

  it('no more, once the records have changed', async () => {
    await post('ledger/4', { name: 'Aberdeen Anchors', vatID: 'GB1' });
    await post('ledger/1', { name: 'Aberdeen Anchors', vatID: 'GB1' });
    await post('ledger/5', { name: 'Dublin Drills' });
    expect((await reviews()).items.map(({ reason }) => reason)).toEqual(['separated']);
  });

  it('blocks that say nothing any more', async () => {
    const oversized = async () =>
      (await client.get('/v1/suppliers/blocks/oversized')).body as Page<{ label: string; size: number }>;
    expect(await oversized()).toEqual({ items: [] });
    for (let number = 1; number <= 6; number++)
      await post(`ledger/s${number}`, { name: `Smith and Sons ${number}${number}` });
    let listed = await oversized();
    for (let waited = 0; listed.items[0]?.size !== 6 && waited < 10_000; waited += 20) {
      await setTimeout(20);
      listed = await oversized();
    }
    expect(listed.items).toMatchObject([{ label: 'name smith', size: 6 }]);
  });
});
