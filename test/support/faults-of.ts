import type { Page } from 'playwright-core';

/** What went wrong in a page: errors of its scripts, and what its content security policy has stopped. */
export function faultsOf(page: Page): string[] {
  const faults: string[] = [];
  page.on('pageerror', ({ message }) => faults.push(message));
  page.on('console', (message) => {
    if (message.type() === 'error') faults.push(message.text());
  });
  page.on('request', (request) => {
    const { hostname } = new URL(request.url());
    if (hostname !== '127.0.0.1') faults.push(`asked for ${request.url()}`);
  });
  return faults;
}
