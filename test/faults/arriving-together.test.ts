import { setTimeout as sleep } from 'node:timers/promises';
import { ContractClient } from '../support/contract-client.js';
import { startAurum, type RunningAurum } from '../support/start-aurum.js';

interface Line {
  readonly source: string;
  readonly sourceId: string;
  readonly goldenId: string;
}

interface Event {
  readonly type: string;
  readonly subject: string;
  readonly data: { readonly version: number; readonly merged?: readonly string[] };
}

/** Many batches of one record at a time: whatever can come between two records does. */
const configuration = { workerConcurrency: 8, resolutionBatchSize: 1 };

describe('Records that arrive together', () => {
  let aurum: RunningAurum;
  let client: ContractClient;

  beforeAll(async () => {
    aurum = await startAurum({ configuration });
    client = await ContractClient.connect(aurum.url);
    for (const source of ['crm', 'shop', 'erp']) await client.put(`/v1/sources/${source}`, { name: source });
  });
  afterAll(() => aurum.close());

  const put = async (source: string, sourceId: string, data: object, prefer = ''): Promise<void> => {
    const { status } = await client.put(
      `/v1/customers/records/${source}/${sourceId}`,
      { data },
      prefer ? { prefer } : {},
    );
    expect([200, 202]).toContain(status);
  };

  const settled = async (): Promise<void> => {
    for (;;) {
      const [row] = await aurum.database.query<{ busy: boolean }>(
        `select exists (select from pending) or exists (select from outbox) as busy`,
      );
      if (!row?.busy) return;
      await sleep(10);
    }
  };

  const crosswalk = async (prefix: string): Promise<Line[]> =>
    ((await client.get('/v1/customers/crosswalk')).body as Line[]).filter(({ sourceId }) =>
      sourceId.startsWith(prefix),
    );

  const events = async (): Promise<Event[]> => {
    const all: Event[] = [];
    for (let after = ''; ;) {
      const { body } = await client.get(`/v1/events?limit=1000${after && `&after=${after}`}`);
      const page = body as { items: Event[]; next: string };
      all.push(...page.items);
      if (page.items.length === 0) return all;
      after = page.next;
    }
  };

  const person = (index: number) => ({
    givenName: ['Ada', 'Grace', 'Edsger', 'Barbara', 'Donald'][index % 5],
    familyName: ['Lovelace', 'Hopper', 'Dijkstra', 'Liskov', 'Knuth', 'Turing', 'Perlis'][index % 7],
    birthDate: `19${50 + (index % 50)}-0${1 + (index % 9)}-1${index % 10}`,
    email: `person.${index}@example.org`,
  });

  it('and match never leave two golden records', async () => {
    const people = Array.from({ length: 60 }, (_, index) => index);
    await Promise.all(
      people.flatMap((index) => ['crm', 'shop', 'erp'].map((source) => put(source, `twin-${index}`, person(index)))),
    );
    await settled();
    const lines = await crosswalk('twin-');
    expect(lines).toHaveLength(180);
    const goldens = new Map(people.map((index) => [`twin-${index}`, new Set<string>()]));
    for (const { sourceId, goldenId } of lines) goldens.get(sourceId)?.add(goldenId);
    expect([...goldens.values()].map(({ size }) => size)).toEqual(people.map(() => 1));
  });

  it('and join two golden records that are both being changed merge them once, losing no change', async () => {
    for (let round = 0; round < 12; round++) {
      const [first, second, bridge] = [`left-${round}`, `right-${round}`, `bridge-${round}`];
      // Names so common that they alone join nobody.
      const givenName = ['John', 'Mary', 'David', 'Susan', 'James'][round % 5];
      const familyName = ['Smith', 'Jones', 'Brown', 'Taylor'][round % 4];
      const birthDate = `19${41 + 2 * round}-0${1 + (round % 9)}-${10 + ((7 * round) % 18)}`;
      const left = { givenName, familyName, telephone: `+1415${2_000_000 + 97_531 * round}` };
      const right = {
        givenName,
        familyName,
        birthDate,
        email: `${(36 ** 5 + 9_876_543 * round).toString(36)}@example.org`,
      };
      await put('crm', first, left, 'wait=20');
      await put('shop', second, right, 'wait=20');
      await settled();
      const apart = await Promise.all([first, second].map(async (id) => (await crosswalk(id))[0]?.goldenId));
      expect(new Set(apart).size).toBe(2);
      const eventsBefore = (await events()).length;

      await Promise.all([
        put('crm', first, { ...left, jobTitle: 'Analyst' }),
        put('erp', bridge, { ...left, ...right }),
        put('shop', second, { ...right, gender: 'female' }),
      ]);
      await settled();

      const lines = await Promise.all([first, second, bridge].map(async (id) => (await crosswalk(id))[0]));
      const ids = new Set(lines.map((line) => line?.goldenId));
      expect(ids.size).toBe(1);
      const [survivor] = [...ids];
      expect(survivor).toBe(apart.toSorted()[0]);
      const [gone] = apart.filter((id) => id !== survivor);
      const redirect = await client.get(`/v1/customers/${gone ?? ''}`);
      expect([redirect.status, redirect.headers.get('location')]).toEqual([308, `/v1/customers/${survivor ?? ''}`]);
      const { body } = await client.get(`/v1/customers/${survivor ?? ''}`);
      expect(body).toMatchObject({ attributes: { jobTitle: 'Analyst', gender: 'female', birthDate } });
      const since = (await events()).slice(eventsBefore);
      expect(since.filter(({ type }) => type.endsWith('.merged.v1'))).toMatchObject([
        { subject: survivor, data: { merged: [gone] } },
      ]);
    }
    const last = new Map<string, number>();
    for (const { subject, data } of await events()) {
      expect(data.version).toBe((last.get(subject) ?? 0) + 1);
      last.set(subject, data.version);
    }
  });
});
