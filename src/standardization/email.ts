const ADDRESS = /^[^\s@<>()[\],;:"\\]+@[^\s@<>()[\],;:"\\]+$/u;
const BRACKETED = /<\s*([^<>\s]+)\s*>/u;
const DOMAIN = /^(?:[\p{L}\p{N}](?:[\p{L}\p{N}-]*[\p{L}\p{N}])?\.)+[\p{L}\p{N}-]{2,}$/u;

/**
 * Reads an e-mail address, also one with a name or scheme around it (`Maria <m@x.org>`, `mailto:m@x.org`). The domain
 * becomes lower case; the local part keeps its case.
 *
 * @returns `undefined` where the text holds no single address.
 */
export function readEmail(text: string): string | undefined {
  const bracketed = BRACKETED.exec(text);
  const address = (bracketed?.[1] ?? text).trim().replace(/^mailto:/i, '');
  if (address.length > 254 || !ADDRESS.test(address)) return undefined;
  const at = address.lastIndexOf('@');
  const domain = address.slice(at + 1).toLowerCase();
  return DOMAIN.test(domain) ? `${address.slice(0, at)}@${domain}` : undefined;
}

/** An address in the form by which two are compared: lower case, `+tag` dropped, dots dropped where the host ignores them. */
export interface FoldedEmail {
  readonly local: string;
  readonly domain: string;
}

/** The form by which two addresses are compared, also of a text that is not quite an address. */
export function foldEmail(text: string): FoldedEmail {
  const lower = text.toLowerCase();
  const at = lower.lastIndexOf('@');
  if (at < 0) return { local: lower, domain: '' };
  const domain = lower.slice(at + 1);
  const plus = lower.indexOf('+');
  const local = lower.slice(0, plus > 0 && plus < at ? plus : at);
  if (domain === 'gmail.com' || domain === 'googlemail.com') {
    return { local: local.replaceAll('.', ''), domain: 'gmail.com' };
  }
  return { local, domain };
}

const PUBLIC_HOSTS: ReadonlySet<string> = new Set(
  (
    'gmail googlemail yahoo ymail rocketmail hotmail outlook live msn icloud me mac aol gmx web t-online freenet mail ' +
    'protonmail proton zoho yandex qq 163 126 sina naver daum rediffmail btinternet virginmedia sky talktalk orange free ' +
    'laposte wanadoo sfr libero alice tiscali virgilio comcast verizon att sbcglobal bellsouth cox charter shaw rogers ' +
    'bigpond optusnet telstra telenet skynet ziggo kpn planet uol bol terra example'
  ).split(' '),
);

/** True of hosts where anybody has a mailbox, in whatever country. */
export function isPublicMailHost(domain: string): boolean {
  return PUBLIC_HOSTS.has(domain.slice(0, domain.indexOf('.')));
}
