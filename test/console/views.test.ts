import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { launchChromium } from '../../bench/launch-chromium.js';
import { generatedUploads, makers } from '../../demo/generated-uploads.js';
import { AurumClient } from '../../demo/service/aurum-client.js';
import { loadRecords } from '../../demo/service/load-records.js';
import { sourceDefinitions } from '../../demo/source-definitions.js';
import { digestApiKey } from '../../src/platform/config/api-keys.js';
import { faultsOf } from '../support/faults-of.js';
import { seriousViolations } from '../support/serious-violations.js';
import { startAurum, type RunningAurum } from '../support/start-aurum.js';

const key = '0123456789abcdef';
const docs = join(__dirname, '../../docs');

describe('The views of the console', () => {
  let aurum: RunningAurum;
  let browser: Browser;
  let goldenId: string;

  beforeAll(async () => {
    // First, so that where no browser can be started, no Aurum is left running among other suites.
    browser = await launchChromium();
    aurum = await startAurum({ configuration: { apiKeys: new Map([['ada', digestApiKey(key)]]) } });
    const client = new AurumClient(aurum.url, key);
    for (const [source, definition] of Object.entries(sourceDefinitions))
      await client.put(`/v1/sources/${source}`, definition);
    for (const collection of ['customers', 'products'] as const)
      await loadRecords(
        client,
        collection,
        generatedUploads(makers[collection], { seed: 7, records: 250 }, () => undefined),
      );
    const { items } = (await client.get('/v1/customers?limit=300')) as {
      items: { id: string; records: unknown[] }[];
    };
    goldenId = items.toSorted((x, y) => y.records.length - x.records.length)[0]!.id;
  }, 180_000);

  afterAll(async () => {
    await browser.close();
    await aurum.close();
  });

  const open = async (colorScheme: 'light' | 'dark', path: string): Promise<Page> => {
    const context = await browser.newContext({ viewport: { width: 1280, height: 860 }, colorScheme });
    await context.addInitScript(`sessionStorage.setItem('aurum-api-key', '${key}')`);
    const page = await context.newPage();
    page.setDefaultTimeout(30_000);
    await page.goto(`${aurum.url}/console/${path}`);
    await page.waitForLoadState('networkidle');
    await page.locator('[aria-label="Loading"]').first().waitFor({ state: 'detached' });
    return page;
  };

  it('ask for an API key, and take no wrong one', async () => {
    const page = await browser.newPage();
    const faults = faultsOf(page);
    await page.goto(`${aurum.url}/console/customers/queue`);
    await page.getByRole('textbox', { name: 'API key' }).fill('not-the-right-key');
    await page.getByRole('button', { name: 'Enter' }).click();
    await page.getByText('The service does not know this key.').waitFor();
    await page.getByRole('textbox', { name: 'API key' }).fill(key);
    await page.getByRole('button', { name: 'Enter' }).click();
    await page.getByRole('navigation', { name: 'Pairs' }).waitFor();
    expect(await page.evaluate('Object.values({ ...localStorage }).join()')).not.toContain(key);
    expect(faults.filter((fault) => !fault.includes('status of 401'))).toEqual([]);
    await page.close();
  });

  const views = [
    'customers/queue',
    'products/queue',
    'customers/golden/{goldenId}',
    'customers/golden/{goldenId}?tab=members',
    'customers/golden/{goldenId}?tab=timeline',
    'customers/golden/{goldenId}?tab=links',
    'customers/golden/{goldenId}?tab=decisions',
    'search?q=smith',
    'sources',
    'customers/models',
    'customers/rules',
    'operations',
    'customers/set-aside',
    'customers/set-aside?kind=rejections',
    'customers/set-aside?kind=blocks',
    'no/such/view',
  ];

  describe.each(['light', 'dark'] as const)('in %s', (colorScheme) => {
    it.each(views)('%s is accessible', async (view) => {
      const page = await open(colorScheme, view.replace('{goldenId}', goldenId));
      expect(await seriousViolations(page)).toEqual([]);
      await page.context().close();
    });
  });

  it('are drawn for the documentation', async () => {
    const pictures = {
      queue: 'customers/queue',
      golden: `customers/golden/${goldenId}?tab=links`,
      models: 'customers/models',
      rules: 'customers/rules',
    };
    mkdirSync(docs, { recursive: true });
    for (const [name, path] of Object.entries(pictures)) {
      const page = await open('light', path);
      const picture = await page.screenshot();
      expect(picture.length).toBeGreaterThan(10_000);
      // They differ a little each time, and so are kept only when that is asked for.
      if (process.env.SCREENSHOTS === 'keep') writeFileSync(join(docs, `console-${name}.png`), picture);
      await page.context().close();
    }
  });
});
