import { readPostalAddress } from '../standardization/postal-address.js';
import { cleanText } from '../standardization/text.js';
import {
  postalAddressParts,
  type Attribute,
  type Attributes,
  type AttributeValue,
  type CanonicalRecord,
  type PostalAddress,
  type Value,
} from './attribute.js';
import type { StandardizationContext } from './domain.js';
import { readValue } from './read-value.js';

/** A value that could not be read and is kept as given. `path` begins with its attribute: `birthDate`, `telephone.1`. */
export interface Flag {
  readonly path: string;
  readonly message: string;
}

/** Why a record is not canonical, by path. The path of the record itself is empty. */
export interface FieldError {
  readonly path: string;
  readonly message: string;
}

/** A canonical record, or every reason why there is none. */
export type Canonicalization =
  | { readonly ok: true; readonly canonical: CanonicalRecord; readonly flags: readonly Flag[] }
  | { readonly ok: false; readonly errors: readonly FieldError[] };

/** The longest text that an attribute holds, in UTF-16 code units. */
export const maximumTextLength = 32_768;
const MAXIMUM_VALUES = 1_000;

/**
 * Reads a mapped record into the canonical one of its domain. Missing values (null, blank texts, empty groups and lists)
 * vanish; texts are cleaned; dates, telephone numbers, e-mail addresses, prices and codes become their standard notation.
 * What cannot be read is kept as given and flagged; an unknown attribute or a value of the wrong type is an error.
 */
export function canonicalize(
  attributes: Attributes,
  raw: unknown,
  context: StandardizationContext = {},
): Canonicalization {
  if (!isGroup(raw)) return { ok: false, errors: [{ path: '', message: 'must be an object' }] };
  const reader = new RecordReader(context);
  const canonical: Record<string, AttributeValue> = {};
  for (const name of Object.keys(raw)) {
    const attribute = Object.hasOwn(attributes, name) ? attributes[name] : undefined;
    if (!attribute) {
      reader.errors.push({ path: name, message: 'is not an attribute' });
      continue;
    }
    const value = reader.read(raw[name], attribute, name);
    if (value !== undefined) canonical[name] = value;
  }
  if (reader.errors.length > 0) return { ok: false, errors: reader.errors };
  const { currency, flags } = reader;
  const currencyAttribute = currency ? currencyAttributeOf(attributes) : undefined;
  if (currency && currencyAttribute) canonical[currencyAttribute] ??= currency;
  return { ok: true, canonical: inOrder(attributes, canonical), flags };
}

class RecordReader {
  readonly errors: FieldError[] = [];
  readonly flags: Flag[] = [];
  /** The currency that a price named. */
  currency?: string;

  constructor(private readonly context: StandardizationContext) {}

  read(given: unknown, attribute: Attribute, path: string): AttributeValue | undefined {
    if (!Array.isArray(given)) return this.readOne(given, attribute, path);
    if (!attribute.many) return this.wrong(path, 'must be a single value');
    if (given.length > MAXIMUM_VALUES) return this.wrong(path, `must not hold more than ${MAXIMUM_VALUES} values`);
    const values = given.flatMap(
      (element: unknown, index) => this.readOne(element, attribute, `${path}.${index}`) ?? [],
    );
    return values.length > 0 ? distinct(values) : undefined;
  }

  private readOne(given: unknown, attribute: Attribute, path: string): Value | undefined {
    if (given === undefined || given === null) return undefined;
    if (attribute.kind === 'postalAddress') return this.readAddress(given, path);
    if (attribute.kind === 'identifiers') return this.readIdentifiers(given, path);
    if (attribute.kind === 'price' && typeof given === 'number' && Number.isFinite(given)) return given;
    const text = this.readText(given, path);
    if (text === undefined) return undefined;
    const { value, currency, problem } = readValue(text, attribute, this.context);
    if (currency) this.currency ??= currency;
    if (problem !== undefined) this.flags.push({ path, message: problem });
    return value ?? text;
  }

  private readAddress(given: unknown, path: string): PostalAddress | undefined {
    if (!isGroup(given)) {
      // Line ends divide the parts of an address as commas do, so they are kept until it is split.
      const lines = typeof given === 'string' ? given.replace(/\s*[\r\n]+\s*/g, ', ') : given;
      const text = this.readText(lines, path);
      const address = text === undefined ? {} : readPostalAddress(text);
      return Object.keys(address).length > 0 ? address : undefined;
    }
    for (const part of Object.keys(given))
      if (!isAddressPart(part)) this.wrong(`${path}.${part}`, 'is not a part of an address');
    const address: { -readonly [K in keyof PostalAddress]: string } = {};
    let isEmpty = true;
    for (const part of postalAddressParts) {
      const text = this.readText(given[part], path, part);
      if (text === undefined) continue;
      address[part] = text;
      isEmpty = false;
    }
    return isEmpty ? undefined : address;
  }

  private readIdentifiers(given: unknown, path: string): Readonly<Record<string, string>> | undefined {
    if (!isGroup(given)) return this.wrong(path, 'must be an object of identifiers by type');
    const entries = Object.entries(given);
    if (entries.length > MAXIMUM_VALUES) return this.wrong(path, `must not hold more than ${MAXIMUM_VALUES} values`);
    return nonEmpty(entries.map(([type, value]) => [cleanText(type), this.readText(value, path, type)]));
  }

  /** @param part of the value at the path, where it is a group */
  private readText(given: unknown, path: string, part?: string): string | undefined {
    if (given === undefined || given === null) return undefined;
    if (typeof given === 'number' || typeof given === 'boolean' || typeof given === 'bigint') return String(given);
    if (typeof given !== 'string') return this.wrong(pathOf(path, part), 'must be a text');
    if (given.length > maximumTextLength)
      return this.wrong(pathOf(path, part), `must not be longer than ${maximumTextLength} characters`);
    const text = cleanText(given);
    return text === '' ? undefined : text;
  }

  /** Records an error, in the place of the value that there is not. */
  private wrong<T>(path: string, message: string): T | undefined {
    this.errors.push({ path, message });
    return undefined;
  }
}

function isGroup(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function pathOf(path: string, part: string | undefined): string {
  return part === undefined ? path : `${path}.${part}`;
}

function isAddressPart(part: string): boolean {
  return postalAddressParts.some((known) => known === part);
}

/** The values, each once. */
function distinct(values: readonly Value[]): readonly Value[] {
  if (values.length < 2) return values;
  return [
    ...new Map(values.map((value) => [typeof value === 'object' ? JSON.stringify(value) : value, value])).values(),
  ];
}

function currencyAttributeOf(attributes: Attributes): string | undefined {
  return Object.keys(attributes).find((name) => attributes[name]?.kind === 'currency');
}

function nonEmpty(
  entries: readonly (readonly [string, string | undefined])[],
): Readonly<Record<string, string>> | undefined {
  const present = entries.filter((entry): entry is [string, string] => entry[1] !== undefined && entry[0] !== '');
  return present.length > 0 ? Object.fromEntries(present) : undefined;
}

/** The same record with its attributes in the order of their declaration, so that equal records are equal as text. */
function inOrder(attributes: Attributes, record: Readonly<Record<string, AttributeValue>>): CanonicalRecord {
  const ordered: Record<string, AttributeValue> = {};
  for (const name of Object.keys(attributes)) {
    const value = record[name];
    if (value !== undefined) ordered[name] = value;
  }
  // Every value was read by the kind of its attribute, which the type of a record of unknown attributes cannot say.
  return ordered as CanonicalRecord;
}
