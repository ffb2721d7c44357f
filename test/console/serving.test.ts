import { digestApiKey } from '../../src/platform/config/api-keys.js';
import { startAurum, type RunningAurum } from '../support/start-aurum.js';

describe('The console is served', () => {
  let aurum: RunningAurum;

  beforeAll(async () => {
    aurum = await startAurum({ configuration: { apiKeys: new Map([['crm', digestApiKey('0123456789abcdef')]]) } });
  });

  afterAll(() => aurum.close());

  const get = (path: string, headers: Record<string, string> = {}) => fetch(aurum.url + path, { headers });

  it.each(['/console', '/console/', '/console/customers/queue?minWeight=2', '/console/no/such/view'])(
    'as one page at %s, without a key, never kept',
    async (path) => {
      const response = await get(path);
      expect(response.status).toBe(200);
      expect(response.headers.get('content-type')).toBe('text/html; charset=utf-8');
      expect(response.headers.get('cache-control')).toBe('no-cache');
      const html = await response.text();
      expect(html).toContain('&quot;needsApiKey&quot;:true');
      expect(html).not.toContain('{{');
    },
  );

  it('with a policy that lets only its own scripts and styles run', async () => {
    const response = await get('/console');
    const html = await response.text();
    const policy = response.headers.get('content-security-policy') ?? '';
    const [, nonce] = /script-src 'self' 'nonce-([^']+)'/.exec(policy) ?? [];
    for (const [tag] of html.matchAll(/<(script|link rel="stylesheet")[^>]*>/g))
      expect(tag).toContain(`nonce="${nonce}"`);
    expect(policy).not.toMatch(/unsafe|https?:|\*/);
  });

  it('with files that are kept for ever, compressed beforehand', async () => {
    const html = await (await get('/console')).text();
    const files = [...html.matchAll(/(?:src|href)="(\/console\/assets\/[^"]+)"/g)].map(([, path]) => path!);
    expect(files.length).toBeGreaterThan(2);
    for (const path of files) {
      const response = await get(path, { 'accept-encoding': 'br' });
      expect(response.status).toBe(200);
      expect(response.headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
      expect(response.headers.get('content-encoding')).toBe('br');
    }
  });

  it('and nothing but its files', async () => {
    expect((await get('/console/assets/none.js')).status).toBe(404);
    expect((await get('/console/assets/%2e%2e/%2e%2e/package.json')).status).not.toBe(200);
    expect((await get('/v1/sources')).status).toBe(401);
  });
});
