import type { Page } from 'playwright-core';
import { launchChromium } from '../../bench/launch-chromium.js';
import { AurumClient } from '../../demo/service/aurum-client.js';
import { supplier } from '../journeys/supplier.js';
import { faultsOf } from '../support/faults-of.js';
import { startAurum, type RunningAurum } from '../support/start-aurum.js';

/** An Aurum that knows suppliers of two sources, `ledger` and `registry`, and a page to open its console in. */
export interface SupplierConsole {
  readonly aurum: RunningAurum;
  readonly client: AurumClient;
  readonly page: Page;
  /** What has gone wrong in the page so far. */
  readonly faults: readonly string[];
  close(): Promise<void>;
}

/** The browser comes first: where none can be started, no Aurum is left running among other suites. */
export async function startSupplierConsole(): Promise<SupplierConsole> {
  const browser = await launchChromium();
  const page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
  page.setDefaultTimeout(30_000);
  const aurum = await startAurum({ domains: [supplier] });
  const client = new AurumClient(aurum.url);
  for (const source of ['ledger', 'registry'])
    await client.put(`/v1/sources/${source}`, { name: source, trust: 0.5, duplicateFree: false, mappings: {} });
  return {
    aurum,
    client,
    page,
    faults: faultsOf(page),
    close: async () => {
      await browser.close();
      await aurum.close();
    },
  };
}
