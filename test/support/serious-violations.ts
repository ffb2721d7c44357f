import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from 'playwright-core';

const axe = readFileSync(createRequire(__filename).resolve('axe-core/axe.min.js'), 'utf8');

interface Violation {
  readonly id: string;
  readonly impact: string;
  readonly nodes: readonly { readonly html: string; readonly failureSummary: string }[];
}

// A colour that is on its way to another one is no fault. What moves for ever (a spinner) has no end to wait for.
const transitionsOver = `Promise.all(document.getAnimations()
  .filter(({ effect }) => effect.getComputedTiming().endTime !== Infinity)
  .map(({ finished }) => finished.catch(() => undefined)))`;

/** What axe finds serious or critical on a page, each with the element at fault. */
export async function seriousViolations(page: Page): Promise<object[]> {
  await page.evaluate(transitionsOver);
  await page.evaluate(axe);
  const { violations } = await page.evaluate<{ violations: Violation[] }>('axe.run()');
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .flatMap(({ id, nodes }) => nodes.map(({ html, failureSummary }) => ({ id, html, failureSummary })));
}

/** What axe finds so in one colour scheme, to which an open page may have to change. */
export async function seriousViolationsIn(page: Page, colorScheme: 'light' | 'dark'): Promise<object[]> {
  await page.emulateMedia({ colorScheme });
  await page.locator(`html[data-mantine-color-scheme="${colorScheme}"]`).waitFor();
  return seriousViolations(page);
}
