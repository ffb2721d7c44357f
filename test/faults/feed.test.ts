import { setTimeout as sleep } from 'node:timers/promises';
import { v7 as newGoldenId } from 'uuid';
import { Outbox } from '../../src/events/outbox.js';
import type { Transaction } from '../../src/platform/database/database.js';
import { startAurum, type RunningAurum } from '../support/start-aurum.js';

interface Page {
  readonly items: readonly { readonly subject: string; readonly data: { readonly version: number } }[];
  readonly next: string;
}

describe('The feed of changes', () => {
  let aurum: RunningAurum;
  const outbox = new Outbox();

  beforeAll(async () => {
    aurum = await startAurum();
  });

  afterAll(() => aurum.close());

  const change = async (tx: Transaction, goldenId: string, version: number): Promise<number> => {
    await tx.query(
      `insert into golden_version (golden_id, version, change, attributes, lineage, records, created_at)
      values ($1, $2, 'updated', '{}', '{}', '[]', clock_timestamp())`,
      [goldenId, version],
    );
    await outbox.append(tx, [{ goldenId, version, collection: 'customers' }]);
    const [row] = await tx.query<{ last: number }>('select max(id) as last from outbox where golden_id = $1', [
      goldenId,
    ]);
    return row?.last ?? 0;
  };

  const read = async (after?: string, limit = 100): Promise<Page> => {
    const response = await fetch(`${aurum.url}/v1/events?limit=${limit}${after ? `&after=${after}` : ''}`);
    expect(response.status).toBe(200);
    return (await response.json()) as Page;
  };

  const subjects = (page: Page) => page.items.map(({ subject, data }) => `${subject}/${data.version}`);

  it('does not skip a change that commits after a later one was read', async () => {
    const { next: start } = await read();
    const [early, late] = [newGoldenId(), newGoldenId()];
    let cursor = start;
    await aurum.database.transaction(async (slow) => {
      const slowEntry = await change(slow, early, 1);
      await aurum.database.transaction(async (fast) => {
        expect(await change(fast, late, 1)).toBeGreaterThan(slowEntry);
      });
      const first = await read(cursor);
      expect(subjects(first)).toEqual([`${late}/1`]);
      cursor = first.next;
      expect(subjects(await read(cursor))).toEqual([]);
    });
    expect(subjects(await read(cursor))).toEqual([`${early}/1`]);
    expect(subjects(await read(start))).toEqual([`${late}/1`, `${early}/1`]);
  });

  it('places what a process left that died once it had committed, also while nobody reads', async () => {
    const { next: start } = await read();
    const left = newGoldenId();
    await aurum.database.transaction((tx) => change(tx, left, 1));
    const isWaiting = async (): Promise<boolean> => {
      const [row] = await aurum.database.query<{ waiting: boolean }>('select exists (select from outbox) as waiting');
      return row?.waiting ?? true;
    };
    while (await isWaiting()) await sleep(20);
    expect(subjects(await read(start))).toEqual([`${left}/1`]);
  });

  it('gives every reader the same order, each change once, while many write and read at once', async () => {
    const { next: start } = await read();
    const goldenIds = Array.from({ length: 20 }, () => newGoldenId());
    const write = async (goldenId: string): Promise<void> => {
      for (let version = 1; version <= 5; version++)
        await aurum.database.transaction(async (tx) => {
          await change(tx, goldenId, version);
        });
    };
    const follow = async (): Promise<string[]> => {
      const seen: string[] = [];
      for (let cursor = start; seen.length < goldenIds.length * 5;) {
        const page = await read(cursor, 7);
        seen.push(...subjects(page));
        cursor = page.next;
      }
      return seen;
    };
    const [first, second] = await Promise.all([follow(), follow(), ...goldenIds.map(write)]);
    expect(second).toEqual(first);
    expect(new Set(first).size).toBe(100);
    for (const goldenId of goldenIds)
      expect(first.filter((seen) => seen.startsWith(goldenId))).toEqual(
        [1, 2, 3, 4, 5].map((version) => `${goldenId}/${version}`),
      );
  });
});
