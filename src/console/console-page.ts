import { randomBytes } from 'node:crypto';
import type { Domain } from '../domain/domain.js';

/** What the console is told of the service with its page. */
export interface ConsoleSettings {
  readonly version: string;
  /** Whether requests to the API need a key. */
  readonly needsApiKey: boolean;
  readonly collections: readonly ConsoleCollection[];
}

interface ConsoleCollection {
  readonly collection: string;
  readonly entity: string;
  /** In the order in which they are shown. */
  readonly attributes: readonly { readonly name: string; readonly kind: string; readonly many: boolean }[];
}

/** A page as it is sent, with the policy that it is to be held to. */
export interface ConsolePage {
  readonly html: string;
  readonly contentSecurityPolicy: string;
}

export function consoleCollection({ collection, entity, attributes }: Domain): ConsoleCollection {
  const shown = Object.entries(attributes).map(([name, { kind, many = false }]) => ({ name, kind, many }));
  return { collection, entity, attributes: shown };
}

/**
 * Fills in the built page. Only scripts and styles of the service itself run, and those that carry the nonce of this one
 * answer: the component library writes its theme into a style element.
 */
export function consolePage(template: string, settings: ConsoleSettings): ConsolePage {
  const nonce = randomBytes(16).toString('base64');
  const html = template.replace('{{settings}}', () => escapeHtml(JSON.stringify(settings)));
  return { html: html.replaceAll('{{nonce}}', nonce), contentSecurityPolicy: policy(nonce) };
}

function policy(nonce: string): string {
  return [
    `default-src 'none'`,
    `script-src 'self' 'nonce-${nonce}'`,
    `style-src 'self' 'nonce-${nonce}'`,
    `img-src 'self' data:`,
    `connect-src 'self'`,
    `base-uri 'none'`,
    `form-action 'none'`,
    `frame-ancestors 'none'`,
  ].join('; ');
}

function escapeHtml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;');
}
