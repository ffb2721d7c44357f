import { setTimeout } from 'node:timers/promises';
import fc from 'fast-check';
import { customer } from '../../src/customer/customer.js';
import type { AttributeValue, CanonicalRecord } from '../../src/domain/attribute.js';
import { compileRules } from '../../src/survivorship/compile-rules.js';
import type { Pin } from '../../src/survivorship/pin.js';
import { survive, type GoldenContent } from '../../src/survivorship/survive.js';
import type { SurvivorshipRules } from '../../src/survivorship/rules.js';
import { startAurum, type RunningAurum } from '../support/start-aurum.js';

interface MemberRow {
  readonly id: number;
  readonly goldenId: string;
  readonly source: string;
  readonly sourceId: string;
  readonly trust: number;
  readonly observedAt: Date;
  readonly canonical: CanonicalRecord;
  readonly flags: readonly { readonly path: string }[] | null;
}

interface PinRow {
  readonly id: string;
  readonly attribute: string;
  readonly value: AttributeValue | null;
  readonly createdAt: Date;
  readonly anchors: readonly number[];
}

interface Golden extends GoldenContent {
  readonly id: string;
  readonly version: number;
}

const { attributes: shipped, groups } = customer.survivorship;
const email = { ...shipped, email: { strategies: [{ kind: 'union' }] } } as const;
const trusted = {
  ...email,
  telephone: {
    strategies: [
      { kind: 'trust', decay: { curve: 'linear', minimum: 0.1, periodDays: 30 }, sources: { crm: { maximum: 0.9 } } },
      { kind: 'winnerOf', attribute: 'birthDate' },
    ],
  },
} as const;
const allRules = [
  { attributes: shipped, groups },
  { attributes: trusted, groups },
] as const;

/** Few people who resemble each other, so that golden records form, merge and split all the time. */
const person = fc.record({
  givenName: fc.constantFrom('Robert', 'Bob', 'Anna'),
  familyName: fc.constantFrom('Schneider', 'Snyder', 'Okonkwo'),
  birthDate: fc.constantFrom('1971-06-24', '1980-02-29'),
  email: fc.constantFrom('', 'r.schneider@example.org', 'anna.o@example.com'),
  telephone: fc.constantFrom('', '+14155550132', '+442079460958'),
});
const change = fc.record({
  source: fc.constantFrom('crm', 'shop'),
  sourceId: fc.nat(15).map(String),
  day: fc.integer({ min: 10, max: 28 }),
  data: fc.option(person, { freq: 6 }),
});

describe('Rules and pins that change during a load, by any number of workers', () => {
  let aurum: RunningAurum;

  beforeAll(async () => {
    aurum = await startAurum({ configuration: { workerConcurrency: 4, resolutionBatchSize: 3 } });
    for (const source of ['crm', 'shop']) await send('PUT', `/sources/${source}`, { trust: 0.5 });
  });

  afterAll(() => aurum.close());

  const send = async (method: string, path: string, body?: object): Promise<{ status: number; body: unknown }> => {
    const response = await fetch(`${aurum.url}/v1${path}`, {
      method,
      ...(body && { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }),
    });
    expect(response.status).toBeLessThan(500);
    return { status: response.status, body: await response.json() };
  };

  const settled = async (): Promise<void> => {
    for (;;) {
      const [row] = await aurum.database.query<{ busy: boolean }>(
        `select exists (select from pending) or exists (select from oversized_block_key where not settled)
          or exists (select from operation where state = 'running' and not input_complete) as busy`,
      );
      if (!row?.busy) return;
      await setTimeout(10);
    }
  };

  /** What every golden record must be: computed from its members, the last rules and the pins, by the pure room alone. */
  const reference = async (rules: SurvivorshipRules): Promise<Map<string, GoldenContent>> => {
    const members = await aurum.database.query<MemberRow>(
      `select r.id, m.golden_id as "goldenId", r.source, r.source_id as "sourceId", s.trust, r.observed_at as "observedAt",
        r.canonical, r.flags
      from membership m join record r on r.id = m.record_id join source s on s.source = r.source where not r.deleted`,
    );
    const pins = await aurum.database.query<PinRow>(
      `select id, attribute, value, created_at as "createdAt", anchors from pin where ended_at is null`,
    );
    const goldenOf = new Map(members.map(({ id, goldenId }) => [id, goldenId]));
    const compiled = compileRules(customer.attributes, rules);
    const contents = [...new Set(goldenOf.values())].map((goldenId) => {
      const cluster = members
        .filter((member) => member.goldenId === goldenId)
        .map(({ flags, observedAt, ...member }) => ({
          ...member,
          observedAt: observedAt.toISOString(),
          flagged: (flags ?? []).map(({ path }) => path.split('.')[0]!),
        }));
      const borne = pins
        .filter(({ anchors }) => goldenOf.get(anchors.find((id) => goldenOf.has(id)) ?? -1) === goldenId)
        .map(({ createdAt, value, ...pin }): Pin => ({ ...pin, createdAt: createdAt.toISOString(), value: value! }));
      return [goldenId, survive(cluster, compiled, borne)] as const;
    });
    return new Map(contents);
  };

  const goldens = async (): Promise<Map<string, Golden>> => {
    const { body } = await send('GET', '/customers?limit=1000');
    return new Map((body as { items: Golden[] }).items.map((golden) => [golden.id, golden]));
  };

  const lineageOf = ({ lineage }: GoldenContent) =>
    Object.fromEntries(Object.entries(lineage).map(([name, { observedAt: _, ...rest }]) => [name, rest]));

  const expectReference = async (rules: SurvivorshipRules): Promise<void> => {
    const [expected, found] = [await reference(rules), await goldens()];
    expect([...found.keys()].toSorted()).toEqual([...expected.keys()].toSorted());
    for (const [id, content] of expected) {
      const golden = found.get(id)!;
      expect({ attributes: golden.attributes, lineage: lineageOf(golden) }).toEqual({
        attributes: content.attributes,
        lineage: lineageOf(content),
      });
    }
  };

  it('end in what the last rules and the pins make of the members, and to apply rules again changes nothing', async () => {
    let turn = 0;
    await fc.assert(
      fc.asyncProperty(fc.array(change, { minLength: 30, maxLength: 60 }), async (changes) => {
        const month = String(turn + 1).padStart(2, '0');
        const lanes = new Map<string, (typeof changes)[number][]>();
        for (const next of changes) {
          const name = `${next.source}/${next.sourceId}`;
          lanes.set(name, [...(lanes.get(name) ?? []), next]);
        }
        const load = Promise.all(
          [...lanes].map(async ([name, lane]) => {
            for (const { data, day } of lane) {
              const observedAt = `2026-${month}-${day}T00:00:00Z`;
              await (data
                ? send('PUT', `/customers/records/${name}`, { data, observedAt })
                : send('DELETE', `/customers/records/${name}`));
            }
          }),
        );
        const steward = (async () => {
          for (let round = 0; round < 4; round++) {
            const put = await send('PUT', '/customers/survivorship', allRules[(round + turn) % 2]);
            expect([200, 202]).toContain(put.status);
            const [golden] = [...(await goldens()).keys()];
            if (golden === undefined) continue;
            const body = { value: `Chief ${turn}.${round}`, reason: 'test' };
            await send('PUT', `/customers/${golden}/pins/jobTitle`, body);
          }
        })();
        await Promise.all([load, steward]);
        const last = allRules[(3 + turn++) % 2]!;
        await settled();
        await expectReference(last);

        const before = await goldens();
        const again = await send('PUT', '/customers/survivorship', {
          attributes: { ...last.attributes, url: { strategies: [{ kind: 'oldest' }] } },
          groups,
        });
        expect(again.status).toBe(202);
        await settled();
        expect(await goldens()).toEqual(before);
      }),
      { numRuns: 3, endOnFailure: true },
    );
  }, 240_000);
});
