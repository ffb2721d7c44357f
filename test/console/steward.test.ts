import type { Page } from 'playwright-core';
import type { AurumClient } from '../../demo/service/aurum-client.js';
import { seriousViolationsIn } from '../support/serious-violations.js';
import type { RunningAurum } from '../support/start-aurum.js';
import { startSupplierConsole, type SupplierConsole } from './supplier-console.js';

interface Golden {
  readonly id: string;
  readonly attributes: { readonly name?: string; readonly email?: string };
  readonly records: readonly { readonly source: string; readonly sourceId: string }[];
}

const companies = ['Aberdeen Anchors', 'Brno Bearings', 'Cadiz Cranes', 'Dublin Drills'];

describe('A steward works in the console', () => {
  let opened: SupplierConsole;
  let aurum: RunningAurum;
  let client: AurumClient;
  let page: Page;

  beforeAll(async () => {
    opened = await startSupplierConsole();
    ({ aurum, client, page } = opened);
    // Of one name, and with nothing else in common, two suppliers are neither linked nor told apart by the model.
    for (const [index, name] of companies.entries())
      for (const source of ['ledger', 'registry'])
        await client.put(
          `/v1/suppliers/records/${source}/${index + 1}`,
          { data: { name, email: `orders@${source}.example` } },
          { prefer: 'wait=20' },
        );
  }, 120_000);

  afterAll(() => opened.close());

  const goldens = async (): Promise<Golden[]> =>
    ((await client.get('/v1/suppliers?limit=100')) as { items: Golden[] }).items;

  const goldenOf = async (source: string, sourceId: string): Promise<Golden> => {
    const found = await client.get(`/v1/suppliers?source=${source}&sourceId=${sourceId}`);
    return (found as { items: Golden[] }).items[0]!;
  };

  const waiting = async (status: 'open' | 'skipped'): Promise<number> =>
    ((await client.get(`/v1/suppliers/reviews?status=${status}`)) as { items: unknown[] }).items.length;

  const pairs = () => page.getByRole('navigation', { name: 'Pairs' }).getByRole('listitem');
  const current = () => page.locator('nav[aria-label="Pairs"] li[data-current]').innerText();
  const waitFor = async (held: () => Promise<boolean>): Promise<void> => {
    while (!(await held())) await page.waitForTimeout(20);
  };

  it('sees the pairs side by side, their differences marked, and what would happen', async () => {
    await page.goto(`${aurum.url}/console`);
    await pairs().nth(3).waitFor();
    expect(await pairs().count()).toBe(4);
    const marks = await page.locator('article mark').allInnerTexts();
    expect(marks.join('')).not.toBe('');
    expect(await page.getByRole('table', { name: 'Evidence in bits' }).innerText()).toMatch(/Name\s+same\s+\+9\.5/);
    await page.getByRole('region', { name: 'On a match' }).getByText('merged').waitFor();
  });

  it('clears the queue by keyboard alone, and undoes', async () => {
    const first = await current();
    await page.keyboard.press('j');
    await waitFor(async () => (await current()) !== first);
    await page.keyboard.press('k');
    await waitFor(async () => (await current()) === first);

    await page.keyboard.press('m');
    await waitFor(async () => (await goldens()).length === 7);
    expect(await pairs().count()).toBe(3);
    await page.keyboard.press('u');
    await waitFor(async () => (await goldens()).length === 8);
    await waitFor(async () => (await pairs().count()) === 4 && (await current()) === first);

    await page.keyboard.press('m');
    await page.keyboard.press('n');
    await page.keyboard.press('s');
    await waitFor(async () => (await pairs().count()) === 1);
    await waitFor(async () => (await waiting('skipped')) === 1);
    await page.keyboard.press('u');
    await waitFor(async () => (await pairs().count()) === 2);
    // It waits again for everyone, not in this window alone.
    expect([await waiting('open'), await waiting('skipped')]).toEqual([2, 0]);
    await page.reload();
    await waitFor(async () => (await pairs().count()) === 2);
    await page.keyboard.press('s');
    await page.keyboard.press('m');
    await page.getByText('The queue is clear').waitFor();
    await waitFor(async () => (await goldens()).length === 6);
  });

  it('finds what was skipped by a filter in the address, and decides it in bulk', async () => {
    await page.getByRole('radiogroup', { name: 'Status' }).getByText('Skipped').click();
    await page.waitForURL(/status=skipped/);
    await pairs().first().waitFor();
    await page.reload();
    await pairs().first().waitFor();
    expect(await pairs().count()).toBe(1);
    await page.getByRole('button', { name: 'Choose all' }).click();
    await page.keyboard.press('m');
    await waitFor(async () => (await goldens()).length === 5);
  });

  it('sees a group of golden records, decides it as a whole by keyboard, and undoes', async () => {
    const name = 'Elblag Elevators';
    for (const [index, vatID] of ['PL1', undefined, 'PL2'].entries())
      await client.put(
        `/v1/suppliers/records/ledger/e${index}`,
        { data: { name, ...(vatID && { vatID }) } },
        { prefer: 'wait=20' },
      );
    const whole = async () => (await goldenOf('ledger', 'e0')).records.length;
    await page.goto(`${aurum.url}/console/suppliers/queue`);
    const group = page.getByRole('region', { name: 'The group' });
    await group.getByText('3 golden records that open pairs join').waitFor();
    expect(await group.getByRole('columnheader', { name }).count()).toBe(3);
    await group.getByRole('button', { name: 'ledger/e0 ~ ledger/e1' }).click();
    await group.getByRole('table', { name: 'Evidence in bits' }).waitFor();
    await page.keyboard.press('g');
    await page.getByText('What would happen to the group').waitFor();
    for (const colorScheme of ['dark', 'light'] as const) {
      expect(await seriousViolationsIn(page, colorScheme)).toEqual([]);
    }
    await page.getByRole('region', { name: 'On a match' }).getByText('ledger × 3').waitFor();

    await page.keyboard.press('m');
    await page.getByText('The queue is clear').waitFor();
    await waitFor(async () => (await whole()) === 3);
    await page.keyboard.press('u');
    await waitFor(async () => (await pairs().count()) === 2 && (await whole()) === 1);

    await page.keyboard.press('g');
    await page.keyboard.press('s');
    await waitFor(async () => (await waiting('skipped')) === 2);
    await page.keyboard.press('u');
    await waitFor(async () => (await waiting('open')) === 2);
    await group.waitFor();
    await page.keyboard.press('g');
    await page.keyboard.press('n');
    await page.getByText('The queue is clear').waitFor();
    await waitFor(async () => (await waiting('open')) === 0);
    expect(await whole()).toBe(1);
  });

  it('is given first the pairs that the model would learn most from', async () => {
    for (const sourceId of ['f1', 'f2'])
      await client.put(
        `/v1/suppliers/records/ledger/${sourceId}`,
        { data: { name: 'Faro Fans' } },
        { prefer: 'wait=20' },
      );
    await page.goto(`${aurum.url}/console/suppliers/queue`);
    await page.getByLabel('Order').selectOption('informative');
    await page.waitForURL(/sort=informative/);
    await waitFor(async () => (await pairs().count()) === 1);
    expect(await page.getByLabel('Reason').isDisabled()).toBe(true);
    await page.keyboard.press('n');
    await page.getByText('The queue is clear').waitFor();
    await waitFor(async () => (await waiting('open')) === 0);
  });

  it('splits a golden record', async () => {
    const whole = (await goldens()).find(({ records }) => records.length === 2)!;
    await page.goto(`${aurum.url}/console/suppliers/golden/${whole.id}?tab=members`);
    const { source, sourceId } = whole.records[1]!;
    await page.getByRole('checkbox', { name: `Choose ${source}/${sourceId}` }).check();
    await page.getByRole('button', { name: 'Split off' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Reason').fill('Two branches');
    await dialog.getByRole('button', { name: 'Split off' }).click();
    await dialog.waitFor({ state: 'hidden' });
    expect((await goldenOf(source, sourceId)).id).not.toBe(whole.id);
    await page.getByRole('tab', { name: 'Decisions' }).click();
    await page.getByText('Two branches').waitFor();
  });

  it('merges two golden records, against what was decided before', async () => {
    const apart = (await goldens()).filter(({ records }) => records.length === 1);
    const [one, other] = apart;
    await page.goto(`${aurum.url}/console/suppliers/golden/${one!.id}`);
    await page.getByRole('button', { name: 'Merge with' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('The other golden record').fill(other!.id);
    await dialog.getByRole('button', { name: other!.attributes.name! }).click();
    await dialog.getByLabel('Reason').fill('One group');
    const overrule = dialog.getByLabel('Decide against what was decided before');
    const merge = dialog.getByRole('button', { name: 'Merge', exact: true });
    await waitFor(async () => (await overrule.isVisible()) || (await merge.isEnabled()));
    if (await overrule.isVisible()) await overrule.check();
    await merge.click();
    await dialog.waitFor({ state: 'hidden' });
    const [record] = other!.records;
    expect((await goldenOf(record!.source, record!.sourceId)).records).toHaveLength(2);
  });

  it('pins a value, and sees the whole story in the timeline', async () => {
    const golden = (await goldens()).find(({ records }) => records.length === 2)!;
    await page.goto(`${aurum.url}/console/suppliers/golden/${golden.id}`);
    await page.getByRole('button', { name: 'Pin email' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('textbox', { name: 'Value' }).fill('orders@pinned.example');
    await dialog.getByLabel('Reason').fill('They told us');
    await dialog.getByRole('button', { name: 'Pin', exact: true }).click();
    await dialog.waitFor({ state: 'hidden' });
    await page.getByRole('cell', { name: 'orders@pinned.example' }).waitFor();
    expect((await goldenOf(golden.records[0]!.source, golden.records[0]!.sourceId)).attributes.email).toBe(
      'orders@pinned.example',
    );
    await page.getByRole('button', { name: 'Email', exact: true }).click();
    await page
      .getByRole('cell', { name: /ledger\.example/ })
      .first()
      .waitFor();
    await page.getByRole('tab', { name: 'Timeline' }).click();
    await page.locator('ins', { hasText: 'orders@pinned.example' }).waitFor();
    await page.getByText('merged', { exact: true }).first().waitFor();
    await page.getByText('created', { exact: true }).waitFor();
  });

  it('and nothing went wrong meanwhile', () => {
    // The preview of a merge that a decision forbids is answered by 409.
    expect(opened.faults.filter((fault) => !fault.includes('status of 409'))).toEqual([]);
  });
});
