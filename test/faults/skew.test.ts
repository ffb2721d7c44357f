import { ContractClient } from '../support/contract-client.js';
import { operationOf, settled } from '../support/settled.js';
import { startAurum, type RunningAurum } from '../support/start-aurum.js';

interface Line {
  readonly sourceId: string;
  readonly goldenId: string;
}

const givenNames = ['Maria', 'John', 'Wei', 'Fatima', 'Olga', 'Pedro', 'Aisha', 'Lars', 'Ines', 'Tom'];
const familyNames = ['Smith', 'Garcia', 'Mueller', 'Chen', 'Okafor', 'Ivanova', 'Rossi', 'Larsen', 'Dubois', 'Novak'];

/** Values that systems are known to give for want of one, and such as only their number gives away. */
const shared = {
  placeholders: { email: 'test@test.com', telephone: '+1 000 000 0000', birthDate: '1900-01-01' },
  values: { email: 'kiosk.seven@example.net', telephone: '+1 312 484 2231' },
};

describe('Records of many people who share a city and contacts', () => {
  let aurum: RunningAurum;
  let client: ContractClient;

  beforeAll(async () => {
    aurum = await startAurum();
    client = await ContractClient.connect(aurum.url);
    await client.put('/v1/sources/kiosk', { name: 'Kiosk' });
  });
  afterAll(() => aurum.close());

  const load = async (prefix: string, contacts: object, copies: number): Promise<ReadonlyMap<string, string>> => {
    const lines = Array.from({ length: copies }, (_, copy) =>
      givenNames.flatMap((givenName, given) =>
        familyNames.map((familyName, family) => {
          const data = { givenName, familyName, address: { addressLocality: 'Springfield' }, ...contacts };
          return JSON.stringify({ sourceId: `${prefix}-${given}-${family}-${copy}`, data });
        }),
      ),
    ).flat();
    const answer = await client.post('/v1/customers/records?source=kiosk', lines.join('\n'), {
      'content-type': 'application/x-ndjson',
    });
    expect(await settled(client, operationOf(answer))).toMatchObject({ status: 'succeeded' });
    // What was linked before a block was found to be oversized is looked at again.
    for (;;) {
      const [row] = await aurum.database.query<{ busy: boolean }>(
        `select exists (select from pending) or exists (select from oversized_block_key where not settled) as busy`,
      );
      if (!row?.busy) break;
    }
    const { body } = await client.get('/v1/customers/crosswalk');
    return new Map(
      (body as Line[])
        .filter(({ sourceId }) => sourceId.startsWith(prefix))
        .map((line) => [line.sourceId, line.goldenId]),
    );
  };

  it.each(Object.entries(shared))('joins no two of them by %s alone', async (prefix, contacts) => {
    const goldens = await load(prefix, contacts, 2);
    expect(goldens.size).toBe(200);
    const namesOf = new Map<string, Set<string>>();
    for (const [sourceId, goldenId] of goldens) {
      const name = sourceId.replace(/-\d+$/, '');
      namesOf.set(goldenId, (namesOf.get(goldenId) ?? new Set()).add(name));
    }
    expect([...namesOf.values()].filter((names) => names.size > 1)).toEqual([]);
  });

  it('lists the values that tell nothing, explains pairs by the others, and flags placeholders in the record', async () => {
    const { body } = await client.get('/v1/customers/blocks/oversized?limit=100');
    const { items } = body as { items: { label: string; generic: boolean; size: number }[] };
    expect(items.filter(({ generic }) => generic)).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ label: 'email kiosk.seven@example.net', size: 200 }),
        expect.objectContaining({ label: 'phone 4842231', size: 200 }),
      ]),
    );
    const pair = '/v1/customers/explain?a=kiosk/values-0-0-0&b=kiosk/values-0-0-1';
    expect((await client.get(pair)).body).toMatchObject({
      evidence: { generic: ['email kiosk.seven@example.net', 'phone 4842231'] },
    });
    const record = await client.get('/v1/customers/records/kiosk/placeholders-0-0-0');
    expect(record.body).toMatchObject({ flags: ['email', 'telephone', 'birthDate'].map((path) => ({ path })) });
  });
});
