import { get, type IncomingMessage } from 'node:http';
import { once } from 'node:events';
import { setTimeout } from 'node:timers/promises';
import { startAurum, type RunningAurum } from '../support/start-aurum.js';

const records = 120_000;

describe('The streamed crosswalk of a large store', () => {
  let aurum: RunningAurum;

  beforeAll(async () => {
    aurum = await startAurum();
    await aurum.database.query(
      `with one as (
        insert into record (collection, source, source_id, data, canonical, standard, block_keys, content_hash,
          observed_at, received_at, source_version, deleted)
        select 'products', case when n % 10 = 0 then 'erp' else 'shop' end, 'a long id in the source ' || n, '{}', '{}', '{}',
          '{}', '', now(), now(), 1, n % 1000 = 0
        from generate_series(1, $1::int) n
        returning id
      )
      insert into membership (record_id, golden_id) select id, gen_random_uuid() from one`,
      [records],
    );
  });

  afterAll(() => aurum.close());

  const open = async (): Promise<IncomingMessage> => {
    const [response] = (await once(get(`${aurum.url}/v1/products/crosswalk`), 'response')) as [IncomingMessage];
    return response;
  };

  /** The transactions in which a crosswalk is being read, by what they last did. */
  const reading = () =>
    aurum.database.query<{ state: string; at: string }>(
      `select state, query_start::text as at from pg_stat_activity
      where datname = current_database() and query like 'fetch % from stream' and state <> 'idle'`,
    );

  it('has every live record once', async () => {
    const response = await fetch(`${aurum.url}/v1/products/crosswalk`);
    const lines = (await response.text()).trimEnd().split('\n');
    expect(lines.length).toBe(records - records / 1000);
    const ids = new Set(lines.map((line) => (JSON.parse(line) as { sourceId: string }).sourceId));
    expect(ids.size).toBe(lines.length);
    const ofSource = await (await fetch(`${aurum.url}/v1/products/crosswalk?source=erp`)).text();
    expect(ofSource.trimEnd().split('\n').length).toBe(records / 10 - records / 1000);
    expect(await reading()).toEqual([]);
  });

  it('is read from the store no faster than the client takes it, and no longer than the client stays', async () => {
    const response = await open();
    // Not a byte is taken: the store is read until the buffers on the way are full, and then waits.
    let before: unknown;
    for (let after: unknown = 'none'; JSON.stringify(before) !== JSON.stringify(after);) {
      before = after;
      await setTimeout(300);
      after = await reading();
    }
    expect(before).toMatchObject([{ state: 'idle in transaction' }]);

    response.destroy();
    for (let waited = 0; (await reading()).length > 0; waited += 20) {
      if (waited > 10_000) throw new Error('The transaction outlives its reader.');
      await setTimeout(20);
    }
  });
});
