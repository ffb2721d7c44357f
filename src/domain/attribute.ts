/**
 * What kind of value a canonical attribute holds. The kind decides how a raw value is read into the
 * canonical record, how it is described in the OpenAPI document, and how it is offered to consumers.
 *
 * - `text` a string; `choice` one of `choices`
 * - `date` ISO 8601, whole or partial (`1978-12-11`, `1978-12`, `1978`)
 * - `email`, `telephone` (E.164 where it can be read), `url`, `gtin`, `currency` (ISO 4217): strings
 * - `price` a decimal number; `quantity` a number with a unit, as text (`1.5 kg`)
 * - `postalAddress` a group of parts that survives as one block
 * - `identifiers` a map of identifier type to value
 */
export type AttributeKind =
  | 'text'
  | 'choice'
  | 'date'
  | 'email'
  | 'telephone'
  | 'url'
  | 'gtin'
  | 'currency'
  | 'price'
  | 'quantity'
  | 'postalAddress'
  | 'identifiers';

/** One attribute of a canonical record. `many` attributes hold one value or a list of them. */
export interface Attribute {
  readonly kind: AttributeKind;
  readonly description: string;
  readonly many?: boolean;
  readonly choices?: readonly string[];
}

/** The attributes of a domain, by schema.org name. */
export type Attributes = Readonly<Record<string, Attribute>>;

/** A postal address, in schema.org's PostalAddress parts. */
export interface PostalAddress {
  readonly streetAddress?: string;
  readonly extendedAddress?: string;
  readonly addressLocality?: string;
  readonly addressRegion?: string;
  readonly postalCode?: string;
  readonly addressCountry?: string;
}

/** The parts of a postal address, in the order in which they are written. */
export const postalAddressParts = [
  'streetAddress',
  'extendedAddress',
  'addressLocality',
  'addressRegion',
  'postalCode',
  'addressCountry',
] as const satisfies readonly (keyof PostalAddress)[];

/** A single canonical value. */
export type Value = string | number | PostalAddress | Readonly<Record<string, string>>;

/** What a canonical attribute holds: a value, or for a `many` attribute also a list of values. */
export type AttributeValue = Value | readonly Value[];

/** A canonical record: attribute values by name; an absent attribute is a missing value. */
export type CanonicalRecord<A extends Attributes = Attributes> = {
  readonly [K in keyof A]?: AttributeOf<A[K]>;
};

type ValueOf<A extends Attribute> = A['kind'] extends 'price'
  ? number | string
  : A['kind'] extends 'postalAddress'
    ? PostalAddress
    : A['kind'] extends 'identifiers'
      ? Readonly<Record<string, string>>
      : string;

type AttributeOf<A extends Attribute> = A['many'] extends true ? ValueOf<A> | readonly ValueOf<A>[] : ValueOf<A>;
