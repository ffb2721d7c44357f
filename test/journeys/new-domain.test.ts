import { domains } from '../../src/domains.js';
import { ContractClient } from '../support/contract-client.js';
import { startAurum, type RunningAurum } from '../support/start-aurum.js';
import { supplier } from './supplier.js';

interface Golden {
  readonly id: string;
  readonly attributes: Readonly<Record<string, unknown>>;
  readonly records: readonly { source: string; sourceId: string }[];
}

describe('A new domain is a folder and a line', () => {
  let aurum: RunningAurum;
  let client: ContractClient;

  beforeAll(async () => {
    aurum = await startAurum({ domains: [...domains, supplier] });
    client = await ContractClient.connect(aurum.url);
    const mappings = { suppliers: { name: 'company', vatID: 'vat', email: 'mail', rating: 'grade' } };
    await client.put('/v1/sources/purchasing', { name: 'Purchasing', trust: 0.9, duplicateFree: false, mappings });
    await client.put('/v1/sources/ledger', { name: 'Ledger', trust: 0.5, duplicateFree: false, mappings: {} });
  });

  afterAll(() => aurum.close());

  const post = (source: string, sourceId: string, data: object) =>
    client.put(`/v1/suppliers/records/${source}/${sourceId}`, { data }, { prefer: 'wait=20' });

  const goldenOf = async (source: string, sourceId: string): Promise<Golden> => {
    const { body } = await client.get(`/v1/suppliers?source=${source}&sourceId=${sourceId}`);
    const [golden] = (body as { items: Golden[] }).items;
    if (!golden) throw new Error(`${source}/${sourceId} has no golden record`);
    return golden;
  };

  it('is in the document, with attributes of its own', async () => {
    const response = await fetch(`${aurum.url}/openapi.json`);
    const document = (await response.json()) as {
      paths: object;
      components: { schemas: Record<string, { properties: object }> };
    };
    expect(Object.keys(document.paths)).toEqual(
      expect.arrayContaining(['/v1/suppliers', '/v1/suppliers/{goldenId}', '/v1/suppliers/records']),
    );
    expect(Object.keys(document.components.schemas.Supplier?.properties ?? {})).toEqual([
      'name',
      'vatID',
      'email',
      'rating',
    ]);
  });

  it('takes records in, maps, matches and merges them, and serves the golden record', async () => {
    await post('purchasing', 'p1', { company: 'Ostrava Steel', vat: 'CZ 123-456', mail: 'sales@ostrava.example' });
    await post('ledger', 'l1', { name: 'Ostrava Steel', vatID: 'CZ123456', rating: 'approved' });
    await post('ledger', 'l2', { name: 'Brno Bearings', vatID: 'CZ999999' });

    const golden = await goldenOf('purchasing', 'p1');
    expect(golden.records.map(({ source, sourceId }) => `${source}/${sourceId}`)).toEqual([
      'ledger/l1',
      'purchasing/p1',
    ]);
    expect(golden.attributes).toMatchObject({
      vatID: 'CZ 123-456',
      rating: 'approved',
      email: 'sales@ostrava.example',
    });
    expect((await goldenOf('ledger', 'l2')).id).not.toBe(golden.id);
  });

  it('is searched', async () => {
    const typed = await client.get('/v1/suppliers?q=ostrva%20steal');
    expect((typed.body as { items: Golden[] }).items.map(({ attributes }) => attributes.name)).toContain(
      'Ostrava Steel',
    );
    const found = await client.post('/v1/suppliers/search', {
      source: 'purchasing',
      data: { company: 'Brno Bearings' },
    });
    expect(found.body).toMatchObject({ items: [{ golden: { attributes: { name: 'Brno Bearings' } } }] });
  });

  it('announces its changes under its own name, and shares nothing with other domains', async () => {
    const { body } = await client.get('/v1/events?collection=suppliers');
    const types = (body as { items: { type: string }[] }).items.map(({ type }) => type);
    expect(types).toContain('golden.supplier.created.v1');
    expect(types.every((type) => type.startsWith('golden.supplier.'))).toBe(true);
    expect((await client.get('/v1/customers')).body).toEqual({ items: [] });
  });
});
