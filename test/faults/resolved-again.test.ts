import { setTimeout } from 'node:timers/promises';
import { Client } from 'pg';
import {
  activate,
  ended,
  headers,
  holdModels,
  operation,
  register,
  request,
  type Operation,
} from '../support/activations.js';
import { startAurum, type RunningAurum } from '../support/start-aurum.js';

describe('A record that arrives while all is resolved again', () => {
  let aurum: RunningAurum;
  let blocker: Client;

  beforeAll(async () => {
    aurum = await startAurum();
    blocker = new Client({ connectionString: aurum.databaseUrl });
    await blocker.connect();
  }, 60_000);

  afterAll(async () => {
    await blocker.end();
    await aurum.close();
  });

  it('is resolved without waiting for that', async () => {
    await holdModels(aurum.databaseUrl);
    await register(aurum.url);
    const lines = ['Ekaterina', 'Horatio', 'Wilhelmina'].map((givenName) => ({
      sourceId: givenName,
      data: { givenName },
    }));
    const loaded = await request('POST', `${aurum.url}/v1/customers/records?source=crm`, lines);
    await ended(aurum.url, ((await loaded.json()) as Operation).id);

    await blocker.query('begin');
    await blocker.query('select from membership for update');
    const { id } = await activate(aurum.url, 'strict');
    const waits = `select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`;
    while ((await aurum.database.query(waits)).length === 0) await setTimeout(5);

    const posted = await fetch(`${aurum.url}/v1/customers/records/crm/late`, {
      method: 'PUT',
      headers: { ...headers, prefer: 'wait=4' },
      body: JSON.stringify({ data: { givenName: 'Bartholomew' } }),
    });
    expect(posted.status).toBe(200);
    expect(await posted.json()).toMatchObject({ status: 'resolved', goldenId: expect.any(String) as string });
    expect(await operation(aurum.url, id)).toMatchObject({ status: 'running', progress: { done: 0, total: 3 } });
    await blocker.query('rollback');
    expect(await ended(aurum.url, id)).toMatchObject({ status: 'succeeded', progress: { done: 3, total: 3 } });
  }, 60_000);
});

describe('A golden record that keeps its records while all is resolved again', () => {
  let aurum: RunningAurum;

  beforeAll(async () => {
    aurum = await startAurum();
  }, 60_000);

  afterAll(async () => {
    await aurum.close();
  });

  it('changes where one of them could not be resolved when it had changed', async () => {
    await holdModels(aurum.databaseUrl);
    await register(aurum.url);
    const record = `${aurum.url}/v1/customers/records/crm/1`;
    const put = async (givenName: string): Promise<{ status: string; goldenId: string }> => {
      const body = JSON.stringify({ data: { givenName } });
      const answer = await fetch(record, { method: 'PUT', headers: { ...headers, prefer: 'wait=20' }, body });
      return (await answer.json()) as { status: string; goldenId: string };
    };
    const { goldenId } = await put('Ekaterina');
    const golden = async (): Promise<unknown> => (await request('GET', `${aurum.url}/v1/customers/${goldenId}`)).json();

    await aurum.database.query(
      `create function refuse() returns trigger language plpgsql as $$ begin raise 'refused'; end $$`,
    );
    await aurum.database.query(`create trigger refuse before insert on golden_version execute function refuse()`);
    expect(await put('Bartholomew')).toMatchObject({ status: 'quarantined' });
    expect(await golden()).toMatchObject({ version: 1, attributes: { givenName: 'Ekaterina' } });
    await aurum.database.query(`drop trigger refuse on golden_version`);

    await ended(aurum.url, (await activate(aurum.url, 'strict')).id);
    expect(await (await request('GET', record)).json()).toMatchObject({ status: 'resolved', goldenId });
    expect(await golden()).toMatchObject({ version: 2, attributes: { givenName: 'Bartholomew' } });
  }, 60_000);

  it('stays as it is, unless the model was active already: then it is computed anew, as after an upgrade', async () => {
    const { status } = await request('PUT', `${aurum.url}/v1/customers/records/crm/2`, {
      data: { givenName: 'Ifeoma' },
    });
    expect(status).toBeLessThan(300);
    const [held] = await until(() =>
      aurum.database.query<{ golden_id: string }>(
        `select golden_id from membership join record on id = record_id where source_id = '2' and golden_id is not null`,
      ),
    );
    const golden = async (): Promise<unknown> =>
      (await request('GET', `${aurum.url}/v1/customers/${held?.golden_id ?? ''}`)).json();
    // As if a version of Aurum before had computed it otherwise.
    await aurum.database.query(`update golden_version set attributes = '{"givenName":"Other"}' where golden_id = $1`, [
      held?.golden_id,
    ]);
    await ended(aurum.url, (await activate(aurum.url, 'shipped')).id);
    expect(await golden()).toMatchObject({ version: 1, attributes: { givenName: 'Other' } });
    await ended(aurum.url, (await activate(aurum.url, 'shipped')).id);
    expect(await golden()).toMatchObject({ version: 2, attributes: { givenName: 'Ifeoma' } });
  }, 60_000);
});

/** Asks until there is something. */
async function until<Row>(ask: () => Promise<Row[]>): Promise<Row[]> {
  for (;;) {
    const rows = await ask();
    if (rows.length > 0) return rows;
    await setTimeout(5);
  }
}
