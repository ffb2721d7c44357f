import { setTimeout as sleep } from 'node:timers/promises';
import fc from 'fast-check';
import { customer } from '../../src/customer/customer.js';
import { ResolutionWakeUp } from '../../src/resolution/wake-up.js';
import type { GoldenContent } from '../../src/survivorship/survive.js';
import {
  goldenContentOf,
  partitionOfAll,
  partitionOfCrosswalk,
  type HeldRecord,
  type StandingDecision,
} from '../support/reference.js';
import { SpawnedService } from '../support/spawn-service.js';
import { startAurum, type RunningAurum } from '../support/start-aurum.js';
import { happening, recordOf, type Happening } from '../support/turmoil.js';

/** How often the whole is tried. `npm run soak` tries it for hours. */
const runs = Number(process.env.AURUM_SOAK_RUNS ?? 4);
const trust = 0.5;
const lanes = 4;

interface Held extends HeldRecord {
  /** When it was last observed. */
  readonly observedAt: string;
  /** When it was observed before with the same content. */
  readonly before: readonly string[];
}

/** A record that is merely observed again makes no version: what tells of it by an earlier time tells of it as it is. */
function lastObserved(lineage: GoldenContent['lineage'], records: readonly Held[]): GoldenContent['lineage'] {
  const last = new Map(
    records.flatMap(({ source, sourceId, observedAt, before }) =>
      before.map((time) => [`${source}/${sourceId} ${time}`, observedAt] as const),
    ),
  );
  return Object.fromEntries(
    Object.entries(lineage).map(([name, value]) => {
      const observedAt = last.get(`${value.source}/${value.sourceId} ${value.observedAt}`);
      return [name, observedAt === undefined ? value : { ...value, observedAt }];
    }),
  );
}

interface Line {
  readonly source: string;
  readonly sourceId: string;
  readonly goldenId: string;
}

interface FeedEvent {
  readonly subject: string;
  readonly data: {
    readonly version: number;
    readonly records: readonly Omit<Line, 'goldenId'>[];
    readonly merged?: string[];
  };
}

describe('Sources, stewards, repeated jobs and dying workers, all at once', () => {
  let aurum: RunningAurum;
  const workers: SpawnedService[] = [];
  let killing = Promise.resolve();
  let round = 0;
  let sent = 0;

  beforeAll(async () => {
    // The API is this process; what resolves are processes that can be killed.
    aurum = await startAurum({ configuration: { role: 'api' } });
    for (const source of ['crm', 'shop', 'erp'])
      expect((await call('PUT', `/sources/${source}`, { name: source, trust })).status).toBeLessThan(300);
    workers.push(await spawnWorker(), await spawnWorker());
  }, 300_000);

  afterAll(async () => {
    for (const worker of workers) await worker.ended('SIGKILL');
    await aurum.close();
  });

  const spawnWorker = async (): Promise<SpawnedService> => {
    const settings = { DATABASE_URL: aurum.databaseUrl, AURUM_ROLE: 'worker', AURUM_RESOLUTION_BATCH_SIZE: '3' };
    return (await SpawnedService.spawn({ ...settings, AURUM_LOG_LEVEL: 'error' })).ready();
  };

  const call = async (method: string, path: string, body?: unknown): Promise<{ status: number; body: unknown }> => {
    const response = await fetch(`${aurum.url}/v1${path}`, {
      method,
      ...(body === undefined ? {} : { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }),
    });
    const text = await response.text();
    if (response.status >= 500) throw new Error(`${method} ${path}: ${response.status} ${text}`);
    const isJson = response.headers.get('content-type')?.includes('json') && !path.endsWith('crosswalk');
    return { status: response.status, body: isJson ? (JSON.parse(text) as unknown) : text };
  };

  const crosswalk = async (): Promise<Line[]> =>
    String((await call('GET', '/customers/crosswalk')).body)
      .split('\n')
      .filter(Boolean)
      .map((line) => JSON.parse(line) as Line);

  const standing = async (): Promise<(StandingDecision & { id: string })[]> => {
    const { body } = await call('GET', '/customers/decisions?status=standing&limit=1000');
    const { items } = body as {
      items: { id: string; kind: string; verdict: string; sides: readonly Omit<Line, 'goldenId'>[][] }[];
    };
    return items.map(({ sides, ...decision }) => {
      const [one = [], other = []] = sides.map((side) => side.map(({ source, sourceId }) => `${source}/${sourceId}`));
      return { ...decision, sides: [one, other] as const };
    });
  };

  const goldenOf = async (slot: number): Promise<string | undefined> => {
    const { source, sourceId } = recordOf(slot, round);
    const { status, body } = await call('GET', `/customers/records/${source}/${sourceId}`);
    return status === 200 ? ((body as { goldenId: string | null }).goldenId ?? undefined) : undefined;
  };

  /** Refusals are part of it: the golden record may be another one by now. */
  const decide = async (method: string, path: string, body?: unknown): Promise<void> => {
    expect([200, 400, 404, 409, 410, 412, 422, 308]).toContain((await call(method, path, body)).status);
  };

  const happen = async (one: Happening, held: Map<string, Held>): Promise<void> => {
    switch (one.kind) {
      case 'send':
        return send(one, held);
      case 'merge': {
        const [into, other] = [await goldenOf(one.slot), await goldenOf(one.with)];
        if (into && other) await decide('POST', `/customers/${into}/merge`, { with: other, reason: 'turmoil' });
        return;
      }
      case 'split': {
        const golden = await goldenOf(one.slot);
        const records = [recordOf(one.slot, round)];
        if (golden) await decide('POST', `/customers/${golden}/split`, { records, reason: 'turmoil' });
        return;
      }
      case 'revoke': {
        const decisions = await standing();
        const decision = decisions[one.pick % Math.max(1, decisions.length)];
        if (decision) await decide('DELETE', `/customers/decisions/${decision.id}`);
        return;
      }
      case 'jobs':
        for (let copy = 0; copy < one.copies; copy++) aurum.app.get(ResolutionWakeUp, { strict: false }).signal();
        return;
      case 'kill':
        // One at a time, so that each that is started is known.
        return (killing = killing.then(async () => {
          await workers[one.worker]?.ended('SIGKILL');
          workers[one.worker] = await spawnWorker();
        }));
    }
  };

  const send = async ({ slot, data, times }: Happening & { kind: 'send' }, held: Map<string, Held>): Promise<void> => {
    const { source, sourceId } = recordOf(slot, round);
    const path = `/customers/records/${source}/${sourceId}`;
    const name = `${source}/${sourceId}`;
    if (data === null) {
      await call('DELETE', path);
      held.delete(name);
      return;
    }
    sent += 1;
    const observedAt = new Date(Date.UTC(2026, 0, 1) + 1_000 * sent).toISOString();
    const answers = await Promise.all(Array.from({ length: times }, () => call('PUT', path, { data, observedAt })));
    expect(answers.map(({ status }) => status)).toEqual(answers.map(() => 202));
    const known = held.get(name);
    const isSame = known !== undefined && JSON.stringify(known.data) === JSON.stringify(data);
    const before = isSame ? [...known.before, known.observedAt] : [];
    held.set(name, { source, sourceId, data, observedAt, before });
  };

  const settled = async (): Promise<void> => {
    for (;;) {
      const [row] = await aurum.database.query<{ busy: boolean }>(
        `select exists (select from pending) or exists (select from outbox)
          or exists (select from oversized_block_key where not settled) as busy`,
      );
      if (!row?.busy) return;
      await sleep(20);
    }
  };

  /** What happens to one record, happens in its order; all else at once. */
  const turmoil = async (happenings: readonly Happening[]): Promise<Map<string, Held>> => {
    const held = new Map<string, Held>();
    const laneOf = (one: Happening, index: number) => (one.kind === 'send' ? one.slot : index) % lanes;
    await Promise.all(
      Array.from({ length: lanes }, async (_, lane) => {
        for (const [index, one] of happenings.entries()) if (laneOf(one, index) === lane) await happen(one, held);
      }),
    );
    return held;
  };

  const feed = async (): Promise<FeedEvent[]> => {
    const events: FeedEvent[] = [];
    for (let after = ''; ;) {
      const { body } = await call('GET', `/events?limit=1000${after && `&after=${after}`}`);
      const page = body as { items: FeedEvent[]; next: string };
      events.push(...page.items);
      if (page.items.length === 0) return events;
      after = page.next;
    }
  };

  const compare = async (held: ReadonlyMap<string, Held>): Promise<void> => {
    const lines = await crosswalk();
    const expected = partitionOfAll(customer, [...held.values()], await standing());
    expect(partitionOfCrosswalk(lines)).toEqual(expected);
    for (const goldenId of new Set(lines.map((line) => line.goldenId))) {
      const members = lines.filter((line) => line.goldenId === goldenId);
      const records = members.flatMap(({ source, sourceId }) => held.get(`${source}/${sourceId}`) ?? []);
      const { attributes, lineage } = (await call('GET', `/customers/${goldenId}`)).body as GoldenContent;
      const expected = goldenContentOf(customer, records, trust);
      expect({ attributes, lineage: lastObserved(lineage, records) }).toEqual(expected);
    }
  };

  it(
    'end in what all records at once give, by one version and one event a change',
    async () => {
      await fc.assert(
        fc.asyncProperty(fc.array(happening, { minLength: 15, maxLength: 50 }), async (happenings) => {
          for (const { source, sourceId } of await crosswalk())
            await call('DELETE', `/customers/records/${source}/${sourceId}`);
          round += 1;
          const held = await turmoil(happenings);
          await settled();
          await compare(held);
        }),
        { numRuns: runs, endOnFailure: process.env.AURUM_SOAK_RUNS === undefined },
      );

      const last = new Map<string, FeedEvent>();
      for (const event of await feed()) {
        expect(event.data.version).toBe((last.get(event.subject)?.data.version ?? 0) + 1);
        last.set(event.subject, event);
        for (const merged of event.data.merged ?? []) expect(last.delete(merged)).toBe(true);
      }
      const followed = [...last.values()].flatMap(({ subject, data }) =>
        data.records.map(({ source, sourceId }) => `${source}/${sourceId} ${subject}`),
      );
      expect(followed.toSorted()).toEqual(
        (await crosswalk()).map(({ source, sourceId, goldenId }) => `${source}/${sourceId} ${goldenId}`).toSorted(),
      );
    },
    120_000 + runs * 60_000,
  );
});
