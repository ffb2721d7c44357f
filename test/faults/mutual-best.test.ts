import { partitionOfCrosswalk } from '../support/reference.js';
import { ContractClient } from '../support/contract-client.js';
import { point } from '../support/point.js';
import { startAurum, type RunningAurum } from '../support/start-aurum.js';

/** Points on a line. Those of the CRM and the shop that are nearest to each other join, unless another comes between. */
describe('Records that are the best for each other', () => {
  let aurum: RunningAurum;
  let client: ContractClient;

  beforeAll(async () => {
    aurum = await startAurum({ domains: [point] });
    client = await ContractClient.connect(aurum.url);
    for (const source of ['crm', 'shop'])
      await client.put(`/v1/sources/${source}`, { name: source, trust: 0.5, duplicateFree: false, mappings: {} });
  });

  afterAll(() => aurum.close());

  const put = (source: string, sourceId: string, price: number) =>
    client.put(`/v1/points/records/${source}/${sourceId}`, { data: { price } }, { prefer: 'wait=20' });

  const clusters = async (): Promise<string[][]> => {
    const response = await fetch(`${aurum.url}/v1/points/crosswalk`);
    const lines = (await response.text()).split('\n').filter(Boolean);
    type Line = Parameters<typeof partitionOfCrosswalk>[0][number];
    return partitionOfCrosswalk(lines.map((line) => JSON.parse(line) as Line));
  };

  const explained = async (a: string, b: string) => {
    const { body } = await client.get(`/v1/points/explain?a=${a}&b=${b}`);
    const { mutualBest, verdict, together } = body as { mutualBest: number; verdict: string; together: boolean };
    return { mutualBest, verdict, together };
  };

  it('part when a better one comes for either, and meet again when it goes or moves away', async () => {
    await put('crm', 'a', 10);
    await put('shop', 'b', 7);
    expect(await clusters()).toEqual([['crm/a', 'shop/b']]);
    expect(await explained('crm/a', 'shop/b')).toEqual({ mutualBest: 6, verdict: 'link', together: true });

    // Nearest to a is now c, and nearest to c is d: a has nobody.
    await put('crm', 'd', 13);
    await put('shop', 'c', 12);
    expect(await clusters()).toEqual([['crm/a'], ['crm/d', 'shop/c'], ['shop/b']]);
    expect(await explained('crm/a', 'shop/b')).toEqual({ mutualBest: 0, verdict: 'review', together: false });

    await put('shop', 'c', 14);
    expect(await clusters()).toEqual([
      ['crm/a', 'shop/b'],
      ['crm/d', 'shop/c'],
    ]);

    await put('shop', 'c', 12);
    expect(await clusters()).toEqual([['crm/a'], ['crm/d', 'shop/c'], ['shop/b']]);

    await client.delete('/v1/points/records/shop/c', { prefer: 'wait=20' });
    expect(await clusters()).toEqual([['crm/a', 'shop/b'], ['crm/d']]);
  });
});
