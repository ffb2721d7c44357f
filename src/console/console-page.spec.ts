import { consolePage, type ConsoleSettings } from './console-page.js';

describe('consolePage', () => {
  const settings: ConsoleSettings = { version: '1.2.3', needsApiKey: true, collections: [] };
  const template = '<meta content="{{settings}}"><script nonce="{{nonce}}"></script><link nonce="{{nonce}}">';

  it('gives every script and style the nonce of its policy, another one each time', () => {
    const pages = [consolePage(template, settings), consolePage(template, settings)];
    const nonces = pages.map(({ html, contentSecurityPolicy }) => {
      const [, nonce] = /script-src 'self' 'nonce-([^']+)'/.exec(contentSecurityPolicy) ?? [];
      expect(html.split(`nonce="${nonce}"`)).toHaveLength(3);
      return nonce;
    });
    expect(new Set(nonces).size).toBe(2);
  });

  it('lets no setting out of its attribute', () => {
    const version = '"><script>$&{{nonce}}</script>';
    const { html } = consolePage('<meta content="{{settings}}">', { ...settings, version });
    expect(html).toMatch(/^<meta content="[^"<]*">$/);
  });

  it('allows nothing that another site serves', () => {
    const { contentSecurityPolicy } = consolePage(template, settings);
    expect(contentSecurityPolicy).toMatch(/^default-src 'none';/);
    expect(contentSecurityPolicy).not.toMatch(/unsafe|https?:|\*/);
  });
});
