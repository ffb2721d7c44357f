import type { Locator, Page } from 'playwright-core';
import type { AurumClient } from '../../demo/service/aurum-client.js';
import { seriousViolationsIn } from '../support/serious-violations.js';
import type { RunningAurum } from '../support/start-aurum.js';
import { startSupplierConsole, type SupplierConsole } from './supplier-console.js';

const towns = ['Aarhus', 'Bruges', 'Cork', 'Dresden', 'Evora', 'Florence', 'Gdansk', 'Haarlem', 'Ibiza', 'Jena'];

describe('Who runs the service works in the console', () => {
  let opened: SupplierConsole;
  let aurum: RunningAurum;
  let client: AurumClient;
  let page: Page;

  beforeAll(async () => {
    opened = await startSupplierConsole();
    ({ aurum, client, page } = opened);
    for (const [index, town] of towns.entries()) {
      await put('ledger', index, { name: `${town} Glass`, vatID: `V${index}` });
      await put('registry', index, { name: `${town} Glass Ltd`, vatID: `V${index}` });
    }
  }, 120_000);

  afterAll(() => opened.close());

  const put = (source: string, sourceId: number, data: object, wait = 20): Promise<unknown> =>
    client.put(`/v1/suppliers/records/${source}/${sourceId}`, { data }, { prefer: `wait=${wait}` });

  const record = async (name: string) =>
    (await client.get(`/v1/suppliers/records/${name}`)) as { readonly status: string; readonly goldenId: string };

  const nameOf = async (record: string): Promise<string> => {
    const [source, sourceId] = record.split('/');
    const found = await client.get(`/v1/suppliers?source=${source}&sourceId=${sourceId}`);
    return (found as { items: { attributes: { name: string } }[] }).items[0]!.attributes.name;
  };

  /** Sees an operation run, and waits until it has succeeded. */
  const follow = async (within: Page | Locator, kind: string): Promise<void> => {
    const status = within.getByRole('status').filter({ hasText: kind });
    await status.getByText('running', { exact: true }).waitFor();
    await status.getByRole('progressbar', { name: `${kind}: progress` }).waitFor();
    await status.getByText('succeeded', { exact: true }).waitFor();
  };

  const accessible = async (): Promise<void> => {
    for (const colorScheme of ['dark', 'light'] as const) {
      expect(await seriousViolationsIn(page, colorScheme)).toEqual([]);
    }
  };

  it('trains a model, sees how far it is, previews what it would change, and activates it', async () => {
    await page.goto(`${aurum.url}/console/suppliers/models`);
    await page.getByRole('button', { name: 'Train a model' }).click();
    await follow(page, 'Training');
    const trained = page.getByRole('article', { name: 'Model 1' });
    await trained.getByText('candidate', { exact: true }).waitFor();

    await trained.getByRole('button', { name: 'Preview what it would change' }).click();
    await follow(trained, 'Preview');
    const change = trained.getByRole('region', { name: 'What would change' });
    expect(await change.innerText()).toMatch(/10\s+golden records now/);
    await accessible();

    await trained.getByRole('button', { name: 'Activate' }).click();
    await follow(trained, 'Activation');
    await trained.getByText('active', { exact: true }).waitFor();
    expect(await trained.getByRole('button', { name: 'Activate' }).count()).toBe(0);
    const { items } = (await client.get('/v1/suppliers/models')) as { items: { status: string }[] };
    expect(items.map(({ status }) => status)).toEqual(['active', 'retired']);

    await page.goto(`${aurum.url}/console/operations`);
    for (const kind of ['Training', 'Preview', 'Activation'])
      await page.getByRole('progressbar', { name: `${kind}: progress` }).waitFor();
    expect(await page.getByText('succeeded', { exact: true }).count()).toBe(3);
  });

  it('has a record tried again that could not be resolved', async () => {
    await aurum.database.query(`
      create function refuse() returns trigger language plpgsql as $$ begin raise 'The disk is full.'; end $$;
      create trigger refusal before update on membership for each row when (new.golden_id is not null)
      execute function refuse();`);
    await put('ledger', 77, { name: 'Krakow Kites' });
    expect((await record('ledger/77')).status).toBe('quarantined');
    await page.goto(`${aurum.url}/console/suppliers/set-aside`);
    await page.getByRole('row', { name: /ledger\/77/ }).waitFor();
    await accessible();
    await aurum.database.query('drop trigger refusal on membership');
    await page.getByRole('checkbox', { name: 'Choose ledger/77' }).check();
    await page.getByRole('button', { name: 'Replay 1' }).click();
    await follow(page, 'Quarantine replay');
    await page.getByText('Nothing is in quarantine').waitFor();
    expect((await record('ledger/77')).status).toBe('resolved');
  });

  it('has rejected lines taken in again, once their mapping is mended', async () => {
    const lines = ['Lisbon Lamps', 'Madrid Mops'].map((title, index) =>
      JSON.stringify({ sourceId: `r${index}`, data: { title } }),
    );
    async function* body() {
      yield await Promise.resolve(lines.join('\n'));
    }
    await client.postRecords('/v1/suppliers/records?source=ledger', 'application/x-ndjson', body());
    await page.goto(`${aurum.url}/console/suppliers/set-aside?kind=rejections`);
    await page.getByText('Lisbon Lamps').waitFor();
    await accessible();
    const mappings = { suppliers: { name: 'title ? title : name', vatID: 'vatID' } };
    await client.put('/v1/sources/ledger', { name: 'ledger', trust: 0.5, duplicateFree: false, mappings });
    await page.getByRole('checkbox', { name: 'Choose line 1 of ledger' }).check();
    await page.getByRole('button', { name: 'Replay 1' }).click();
    await follow(page, 'Rejection replay');
    await page.getByText('Lisbon Lamps').waitFor({ state: 'detached' });
    expect([await nameOf('ledger/r0'), await page.getByText('Madrid Mops').count()]).toEqual(['Lisbon Lamps', 1]);
    await page.getByRole('button', { name: 'Replay all' }).click();
    await page.getByText('Nothing was rejected').waitFor();
    expect(await nameOf('ledger/r1')).toBe('Madrid Mops');
  });

  it('writes survivorship rules, is told what is wrong, sees what they would change, and puts them in force', async () => {
    await page.goto(`${aurum.url}/console/suppliers/rules`);
    const row = page.getByRole('row', { name: /^Name/ });
    expect(await row.innerText()).toContain('Trust, then longest');
    expect(await nameOf('ledger/0')).toBe('Aarhus Glass Ltd');
    const editor = page.getByLabel('The rules as JSON');
    const shipped = await editor.inputValue();
    await editor.fill('{');
    expect(await page.getByRole('button', { name: 'Preview what they would change' }).isDisabled()).toBe(true);
    await editor.fill(shipped.replace('"longest"', '"best"'));
    await page.getByRole('button', { name: 'Preview what they would change' }).click();
    await page.getByRole('alert').getByText('attributes.name.strategies.1.kind', { exact: true }).waitFor();

    await editor.fill(shipped.replace('"longest"', '"shortest"'));
    await row.getByText('changed').waitFor();
    await page.getByRole('button', { name: 'Preview what they would change' }).click();
    await follow(page, 'Survivorship preview');
    const change = page.getByRole('region', { name: 'What would change' });
    await change.getByRole('cell', { name: /Aarhus Glass Ltd/ }).waitFor();
    await accessible();
    expect(await nameOf('ledger/0')).toBe('Aarhus Glass Ltd');

    await page.getByRole('button', { name: 'Put in force' }).click();
    await follow(page, 'Survivorship');
    await page.getByText('Version 1 is in force').waitFor();
    expect([await nameOf('ledger/0'), await row.getByText('changed').count()]).toEqual(['Aarhus Glass', 0]);
    await page.getByLabel('Begin with').selectOption('the shipped rules');
    await page.getByRole('button', { name: 'Put in force' }).click();
    await page.getByText('Version 2 is in force').waitFor();
    while ((await nameOf('ledger/0')) !== 'Aarhus Glass Ltd') await page.waitForTimeout(20);
  });

  it('and nothing went wrong meanwhile', () => {
    expect(opened.faults.filter((fault) => !fault.includes('status of 422'))).toEqual([]);
  });
});
