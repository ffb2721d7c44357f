import { setTimeout as sleep } from 'node:timers/promises';
import { customer } from '../../src/customer/customer.js';
import { defineDomain } from '../../src/domain/domain.js';
import { SharedValueSizes } from '../../src/resolution/shared-value-sizes.js';
import { ResolutionWakeUp } from '../../src/resolution/wake-up.js';
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
  values: { email: 'kiosk.seven@example.net', telephone: '+1 312 484 2231', birthDate: '1985-05-17' },
};

/** What was linked before a block was found to be oversized is looked at again, and so on: waits until nothing is left of that. */
async function untilSettled({ database }: RunningAurum): Promise<void> {
  for (;;) {
    const [row] = await database.query<{ busy: boolean }>(
      `select exists (select from pending) or exists (select from oversized_block_key where not settled) as busy`,
    );
    if (!row?.busy) return;
    await sleep(10);
  }
}

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
    await untilSettled(aurum);
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
    const list = async (parameters: string): Promise<readonly { label: string; generic: boolean; size: number }[]> => {
      const { body } = await client.get(`/v1/customers/blocks/oversized?limit=1000${parameters}`);
      return (body as { items: { label: string; generic: boolean; size: number }[] }).items;
    };
    const all = await list('');
    const generic = await list('&generic=true');
    expect(all.filter((block) => block.generic)).toEqual(generic);
    expect(all.filter((block) => !block.generic)).toEqual(await list('&generic=false'));
    expect(generic).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ label: 'email kiosk.seven@example.net', size: 200 }),
        expect.objectContaining({ label: 'phone 4842231', size: 200 }),
        expect.objectContaining({ label: 'born 19850517', size: 200 }),
      ]),
    );
    const pair = '/v1/customers/explain?a=kiosk/values-0-0-0&b=kiosk/values-0-0-1';
    expect((await client.get(pair)).body).toMatchObject({
      evidence: { generic: ['email kiosk.seven@example.net', 'phone 4842231', 'born 19850517'] },
    });
    const record = await client.get('/v1/customers/records/kiosk/placeholders-0-0-0');
    expect(record.body).toMatchObject({ flags: ['email', 'telephone', 'birthDate'].map((path) => ({ path })) });
  });
});

describe('A birthday that many share', () => {
  /** Of small blocks, so that a few people are many. */
  const small = defineDomain({ ...customer, maximumBlockSize: { selective: 30, broad: 2 } });
  const label = 'born 19850517';
  let aurum: RunningAurum;
  let client: ContractClient;

  beforeAll(async () => {
    aurum = await startAurum({ domains: [small] });
    client = await ContractClient.connect(aurum.url);
    await client.put('/v1/sources/kiosk', { name: 'Kiosk' });
  });
  afterAll(() => aurum.close());

  const send = async (records: readonly { readonly sourceId: string; readonly data: object | null }[]) => {
    for (const { sourceId, data } of records) {
      const path = `/v1/customers/records/kiosk/${sourceId}`;
      await (data === null ? client.delete(path) : client.put(path, { data }));
    }
    await untilSettled(aurum);
  };
  /** People of one given name, town and birthday, each of another family. */
  const namesakes = familyNames.flatMap((familyName) =>
    ['', 'ova'].map((ending) => ({
      sourceId: `maria-${familyName}${ending}`,
      data: {
        givenName: 'Maria',
        familyName: familyName + ending,
        birthDate: '1985-05-17',
        address: { addressLocality: 'Springfield' },
      },
    })),
  );
  /** So many people on each of a hundred other days. */
  const others = (people: number) =>
    Array.from({ length: 100 }, (_, day) =>
      Array.from({ length: people }, (_, person) => ({
        sourceId: `other-${day}-${person}`,
        data: {
          givenName: givenNames[person],
          birthDate: `19${60 + Math.floor(day / 10)}-0${1 + (day % 9)}-1${day % 10}`,
        },
      })),
    ).flat();
  const goldensOfNamesakes = async (): Promise<number> => {
    const { body } = await client.get('/v1/customers/crosswalk');
    const lines = (body as Line[]).filter(({ sourceId }) => sourceId.startsWith('maria-'));
    expect(lines).toHaveLength(namesakes.length);
    return new Set(lines.map(({ goldenId }) => goldenId)).size;
  };
  const listed = async (wanted = label): Promise<unknown> => {
    const { body } = await client.get('/v1/customers/blocks/oversized?limit=1000');
    return (body as { items: { label: string }[] }).items.find((block) => block.label === wanted);
  };

  it('tells nothing while no other is shared by nearly as many, whoever came first', async () => {
    await send(namesakes);
    expect(await listed()).toMatchObject({ generic: true, size: namesakes.length });
    expect(await goldensOfNamesakes()).toBe(namesakes.length);
    const pair = '/v1/customers/explain?a=kiosk/maria-Smith&b=kiosk/maria-Chen';
    expect((await client.get(pair)).body).toMatchObject({ together: false, evidence: { generic: [label] } });
  });

  it('tells again what it does when such days are common', async () => {
    await send(others(3));
    expect(await listed()).toMatchObject({ generic: false });
    expect(await goldensOfNamesakes()).toBeLessThan(namesakes.length);
  });

  it('tells nothing when they are rare again', async () => {
    await send(others(1).map(({ sourceId }) => ({ sourceId, data: null })));
    expect(await listed()).toMatchObject({ generic: true });
    expect(await goldensOfNamesakes()).toBe(namesakes.length);
  });

  const bornOn = (birthDate: string, count: number, prefix: string) =>
    Array.from({ length: count }, (_, index) => ({
      sourceId: `${prefix}-${index}`,
      data: { givenName: givenNames[index % 10], birthDate },
    }));
  const untilGeneric = async (wanted: string): Promise<void> => {
    while (!((await listed(wanted)) as { generic: boolean }).generic) await sleep(20);
  };

  it('is found when the last of them comes among many others', async () => {
    await send(bornOn('1990-02-03', 8, 'eight'));
    expect(await listed('born 19900203')).toMatchObject({ generic: false });
    const many = Array.from({ length: 300 }, (_, day) => ({
      sourceId: `many-${day}`,
      data: { givenName: 'Tom', birthDate: new Date(Date.UTC(1930, 0, 1 + day)).toISOString().slice(0, 10) },
    }));
    const lines = [...many, ...bornOn('1990-02-03', 1, 'ninth')].map((record) => JSON.stringify(record));
    const answer = await client.post('/v1/customers/records?source=kiosk', lines.join('\n'), {
      'content-type': 'application/x-ndjson',
    });
    await settled(client, operationOf(answer));
    await untilGeneric('born 19900203');
  });

  it('is found by the next process where one has died before it was', async () => {
    await send(bornOn('1991-02-03', 8, 'eight-more'));
    await aurum.database.query(
      `insert into block_key (key, record_id) select key, 0 from oversized_block_key where label = 'born 19910203'`,
    );
    await aurum.app.get(SharedValueSizes, { strict: false }).recall();
    aurum.app.get(ResolutionWakeUp, { strict: false }).signal();
    await untilGeneric('born 19910203');
  });
});
