import { mkdir, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import type { Browser } from 'playwright-core';
import { wholeNumber } from '../demo/options.js';
import type { AurumClient } from '../demo/service/aurum-client.js';
import { crosswalkOf } from '../demo/service/crosswalk.js';
import { freePort, startService } from '../demo/service/start-service.js';
import { BenchStore } from './bench-store.js';
import { loadCustomers, registerSources } from './generated-load.js';
import { launchChromium } from './launch-chromium.js';
import { markdownTable } from './markdown-table.js';
import { percentile } from './percentiles.js';
import { runBench } from './run-bench.js';

const usage = `Usage: npm run bench:console -- --records N
  --records N    how many customers to generate and load, about (160000: 100,000 golden records)`;
const results = fileURLToPath(new URL('../../bench/results/', import.meta.url));
const visits = 10;

/** Milliseconds from asking for the console until a steward sees it. */
interface View {
  /** Until the pairs of the queue are listed. */
  readonly listed: number;
  /** Until the first pair stands side by side, with nothing that loads. */
  readonly complete: number;
}

await runBench(main);

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: { records: { type: 'string', default: '160000' }, help: { type: 'boolean', default: false } },
  });
  if (values.help) {
    console.log(usage);
    return;
  }
  const records = wholeNumber('--records', values.records);
  const store = await BenchStore.open();
  try {
    await measure(store, records);
  } finally {
    await store.close();
  }
}

async function measure(store: BenchStore, records: number): Promise<void> {
  const service = await startService({ DATABASE_URL: await store.newDatabase(), PORT: String(await freePort()) });
  try {
    await registerSources(service.client);
    await loadCustomers(service.client, records);
    const golden = await countGolden(service.client);
    const browser = await launchChromium();
    const views: View[] = [];
    try {
      for (let visit = 0; visit < visits; visit += 1) views.push(await firstView(browser, service.client.url));
    } finally {
      await browser.close();
    }
    const table = tableOf(views);
    console.log(`${golden} golden records\n\n${table}`);
    await report(golden, table);
  } finally {
    await service.stop();
  }
}

/** Opens the console with nothing kept from an earlier visit. */
async function firstView(browser: Browser, url: string): Promise<View> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 860 } });
  const page = await context.newPage();
  const started = performance.now();
  await page.goto(`${url}/console`);
  await page.getByRole('navigation', { name: 'Pairs' }).getByRole('listitem').first().waitFor();
  const listed = performance.now() - started;
  await page.locator('[aria-label="Loading"]').first().waitFor({ state: 'detached' });
  const complete = performance.now() - started;
  await context.close();
  return { listed, complete };
}

async function countGolden(client: AurumClient): Promise<number> {
  const golden = new Set<string>();
  for await (const { goldenId } of crosswalkOf(client, 'customers')) if (goldenId !== undefined) golden.add(goldenId);
  return golden.size;
}

function tableOf(views: readonly View[]): string {
  const row = (name: string, times: readonly number[]): string[] => {
    const sorted = times.toSorted((a, b) => a - b);
    return [
      name,
      ...[times[0] ?? Number.NaN, percentile(sorted, 50), percentile(sorted, 100)].map((ms) => ms.toFixed(0)),
    ];
  };
  return markdownTable(
    ['ms until', 'first visit', 'median', 'worst'],
    [
      row(
        'the pairs are listed',
        views.map(({ listed }) => listed),
      ),
      row(
        'the first pair is shown in full',
        views.map(({ complete }) => complete),
      ),
    ],
  );
}

async function report(golden: number, table: string): Promise<void> {
  await mkdir(results, { recursive: true });
  await writeFile(
    `${results}console.md`,
    `# The first view of the console

From asking for \`/console\` until it is there, in Chromium on loopback: ${visits} visits, each with an empty cache, to a store of
${golden} golden customers. Made by \`npm run bench:console\`.

${table}
`,
  );
}
