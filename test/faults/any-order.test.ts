import { setTimeout } from 'node:timers/promises';
import fc from 'fast-check';
import { customer } from '../../src/customer/customer.js';
import { defineDomain, type Domain } from '../../src/domain/domain.js';
import { point } from '../support/point.js';
import { partitionOfAll, partitionOfCrosswalk, type HeldRecord } from '../support/reference.js';
import { startAurum, type RunningAurum } from '../support/start-aurum.js';

interface Change {
  readonly source: string;
  readonly sourceId: string;
  /** None withdraws the record. */
  readonly data: Record<string, string> | null;
}

interface FeedEvent {
  readonly subject: string;
  readonly type: string;
  readonly data: {
    readonly version: number;
    readonly records: readonly { source: string; sourceId: string }[];
    readonly merged?: readonly string[];
  };
}

const sources = ['crm', 'shop'];

/** Few people who resemble each other, so that records join, leave and bridge golden records all the time. */
const person = fc.record({
  givenName: fc.constantFrom('Robert', 'Bob', 'Roberta', 'Anna', 'Anne'),
  familyName: fc.constantFrom('Schneider', 'Snyder', 'Okonkwo'),
  birthDate: fc.constantFrom('1971-06-24', '1971-06-24', '1971-06-25', '1971-24-06', '1980-02-29'),
  email: fc.constantFrom('', 'r.schneider@example.org', 'anna.o@example.com'),
  telephone: fc.constantFrom('', '+14155550132', '+442079460958'),
});

/** Small caps, so that blocks become oversized and shrink again, and birthdays generic and a person's own again. */
const crowded: Domain = defineDomain({ ...customer, maximumBlockSize: { selective: 5, broad: 2 } });

const place = fc.record({ price: fc.nat(60).map(String) });

describe.each<[string, Domain, fc.Arbitrary<Record<string, string>>]>([
  ['people of whom many share a block', crowded, person],
  ['points that join where they are nearest to each other', point, place],
])('Changes in any order, by any number of workers, of %s', (_, domain, data) => {
  const change: fc.Arbitrary<Change> = fc.record({
    source: fc.constantFrom(...sources),
    sourceId: fc.nat(11).map(String),
    data: fc.option(data, { freq: 5 }),
  });
  let aurum: RunningAurum;

  beforeAll(async () => {
    aurum = await startAurum({ domains: [domain], configuration: { workerConcurrency: 4, resolutionBatchSize: 3 } });
    for (const source of sources) {
      const body = JSON.stringify({ name: source, trust: 0.5, duplicateFree: false, mappings: {} });
      const headers = { 'content-type': 'application/json' };
      const { status } = await fetch(`${aurum.url}/v1/sources/${source}`, { method: 'PUT', headers, body });
      expect(status).toBeLessThan(300);
    }
  });

  afterAll(() => aurum.close());

  const send = async ({ source, sourceId, data }: Change): Promise<void> => {
    const url = `${aurum.url}/v1/${domain.collection}/records/${source}/${sourceId}`;
    const { status } = data
      ? await fetch(url, {
          method: 'PUT',
          headers: { 'content-type': 'application/json' },
          body: JSON.stringify({ data }),
        })
      : await fetch(url, { method: 'DELETE' });
    expect(data ? [200, 202] : [200, 202, 404]).toContain(status);
  };

  const settled = async (): Promise<void> => {
    for (;;) {
      const [row] = await aurum.database.query<{ busy: boolean }>(
        `select exists (select from pending) or exists (select from oversized_block_key where not settled) as busy`,
      );
      if (!row?.busy) return;
      await setTimeout(10);
    }
  };

  const crosswalk = async () => {
    const response = await fetch(`${aurum.url}/v1/${domain.collection}/crosswalk`);
    const text = await response.text();
    return text
      .split('\n')
      .filter(Boolean)
      .map((line) => JSON.parse(line) as { source: string; sourceId: string; goldenId: string });
  };

  const feed = async (): Promise<FeedEvent[]> => {
    const events: FeedEvent[] = [];
    for (let after = ''; ;) {
      const response = await fetch(`${aurum.url}/v1/events?limit=1000${after && `&after=${after}`}`);
      const page = (await response.json()) as { items: FeedEvent[]; next: string };
      events.push(...page.items);
      if (page.items.length === 0) return events;
      after = page.next;
    }
  };

  it('end in the partition of all records at once, and a follower of the feed holds the same', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(change, { minLength: 20, maxLength: 60 }), async (changes) => {
        for (const { source, sourceId } of await crosswalk()) await send({ source, sourceId, data: null });
        await settled();

        const held = new Map<string, HeldRecord>();
        const lanes = new Map<string, Change[]>();
        for (const next of changes) {
          const name = `${next.source}/${next.sourceId}`;
          lanes.set(name, [...(lanes.get(name) ?? []), next]);
          if (next.data) held.set(name, next);
          else held.delete(name);
        }
        // Changes of one record follow each other; those of different records go all at once.
        await Promise.all(
          [...lanes.values()].map(async (lane) => {
            for (const next of lane) await send(next);
          }),
        );
        await settled();
        expect(partitionOfCrosswalk(await crosswalk())).toEqual(partitionOfAll(domain, [...held.values()]));
      }),
      { numRuns: 12 },
    );

    const last = new Map<string, FeedEvent>();
    for (const event of await feed()) {
      expect(event.data.version).toBe((last.get(event.subject)?.data.version ?? 0) + 1);
      last.set(event.subject, event);
      for (const merged of event.data.merged ?? []) expect(last.delete(merged)).toBe(true);
    }
    const followed = [...last.values()].flatMap(({ subject, data }) =>
      data.records.map(({ source, sourceId }) => ({ source, sourceId, goldenId: subject })),
    );
    const byName = (x: { source: string; sourceId: string }, y: { source: string; sourceId: string }): number =>
      `${x.source}/${x.sourceId}` < `${y.source}/${y.sourceId}` ? -1 : 1;
    expect(followed.toSorted(byName)).toEqual((await crosswalk()).toSorted(byName));
  }, 120_000);
});
