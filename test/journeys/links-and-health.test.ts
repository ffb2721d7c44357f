import { ContractClient } from '../support/contract-client.js';
import { startAurum, type RunningAurum } from '../support/start-aurum.js';
import { supplier } from './supplier.js';

describe('What stewards are shown besides', () => {
  let aurum: RunningAurum;
  let client: ContractClient;

  beforeAll(async () => {
    aurum = await startAurum({ domains: [supplier] });
    client = await ContractClient.connect(aurum.url);
    await client.put('/v1/sources/ledger', { name: 'Ledger', trust: 0.5, duplicateFree: false, mappings: {} });
  });

  afterAll(() => aurum.close());

  const post = async (sourceId: string, data: object): Promise<string> => {
    const { body } = await client.put(`/v1/suppliers/records/ledger/${sourceId}`, { data }, { prefer: 'wait=20' });
    return (body as { goldenId: string }).goldenId;
  };

  it('the links within a golden record, with their weights', async () => {
    const alone = await post('1', { name: 'Brno Bearings', vatID: 'CZ1' });
    expect((await client.get(`/v1/suppliers/${alone}/links`)).body).toEqual({ items: [] });
    await post('2', { name: 'Brno Bearings', vatID: 'CZ1' });
    await post('3', { name: 'Elgin Engines' });
    const { body } = await client.get(`/v1/suppliers/${alone}/links`);
    expect(body).toEqual({
      items: [
        {
          records: [
            { source: 'ledger', sourceId: '1' },
            { source: 'ledger', sourceId: '2' },
          ],
          weight: expect.any(Number) as number,
          verdict: 'link',
        },
      ],
    });
    const explained = await client.get('/v1/suppliers/explain?a=ledger/1&b=ledger/2');
    const { weight } = (explained.body as { evidence: { weight: number } }).evidence;
    expect((body as { items: { weight: number }[] }).items[0]!.weight).toBeCloseTo(weight, 4);
    expect((await client.get('/v1/suppliers/00000000-0000-7000-8000-000000000000/links')).status).toBe(404);
  });

  it('how a source fares', async () => {
    await client.put('/v1/sources/registry', { name: 'Registry', trust: 0.9, duplicateFree: true, mappings: {} });
    const health = async (source: string) => (await client.get(`/v1/sources/${source}/health`)).body;
    expect(await health('registry')).toEqual({ source: 'registry', collections: [] });
    await client.post(`/v1/suppliers/records?source=ledger`, '{"sourceId":"4","data":{"surname":"x"}}\n', {
      'content-type': 'application/x-ndjson',
    });
    await client.delete('/v1/suppliers/records/ledger/3', { prefer: 'wait=20' });
    const collection = { collection: 'suppliers', records: 2, quarantined: 0, rejected: 1 };
    expect(await health('ledger')).toMatchObject({ source: 'ledger', collections: [collection] });
    expect((await client.get('/v1/sources/unknown/health')).status).toBe(404);
  });
});
