import type { Schemas } from '../api/client.js';

export type AttributeValue = Schemas['AttributeValue'];
type Value = string | number | Readonly<Record<string, string>>;

/** The parts of a postal address, in the order in which they are written. */
const addressParts = [
  'streetAddress',
  'extendedAddress',
  'addressLocality',
  'addressRegion',
  'postalCode',
  'addressCountry',
];

/** An attribute's values as texts, in their order. */
export function textsOf(value: AttributeValue | undefined): string[] {
  if (value === undefined) return [];
  return (Array.isArray(value) ? (value as readonly Value[]) : [value]).map(textOf);
}

/** One value as a text: an address as it is written, identifiers as `type: value`. */
function textOf(value: Value): string {
  if (typeof value !== 'object') return String(value);
  const known = addressParts.flatMap((part) => value[part] ?? []);
  const others = Object.entries(value).filter(([part]) => !addressParts.includes(part));
  return [...known, ...others.map(([type, text]) => `${type}: ${text}`)].join(', ');
}

/** `givenName` as people read it: `Given name`; `taxID`: `Tax ID`. */
export function labelOf(attribute: string): string {
  const words = attribute.replace(/([a-z])([A-Z])/g, (_, before: string, after: string) => `${before} ${after}`);
  const lower = words.replace(/\b[A-Z](?![A-Z])/g, (letter) => letter.toLowerCase());
  const first = lower.charAt(0).toUpperCase() + lower.slice(1);
  return /^(gtin|mpn|sku|url)$/i.test(attribute) ? attribute.toUpperCase() : first;
}

/** What a golden record or a record is called in a list: its name, or else the first attribute that it has. */
export function nameOf(attributes: Readonly<Record<string, AttributeValue | undefined>>): string {
  const [name] = textsOf(attributes.name);
  const person = [attributes.givenName, attributes.familyName].flatMap(textsOf).join(' ');
  const any = Object.values(attributes).flatMap(textsOf)[0];
  return name ?? (person || (any ?? 'No name'));
}
