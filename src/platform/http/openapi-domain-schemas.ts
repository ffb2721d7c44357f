import { postalAddressParts, type Attribute } from '../../domain/attribute.js';
import type { Domain } from '../../domain/domain.js';
import type { DomainSchema } from './openapi-property.js';
import type { Schema, SchemaObject } from './openapi-types.js';

const postalAddress: SchemaObject = {
  type: 'object',
  properties: Object.fromEntries(postalAddressParts.map((part) => [part, { type: 'string' }])),
  additionalProperties: false,
};

const identifiers: SchemaObject = {
  type: 'object',
  additionalProperties: { type: 'string' },
  example: { passport: 'P1234567' },
};

/** `customer` as it names schemas: `Customer`. */
export function schemaName(domain: Domain): string {
  return domain.entity
    .split(/[^A-Za-z0-9]+/)
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
    .join('');
}

/** The schemas that a domain has of its own: what each is called and what it says. */
export function domainSchemas(
  domain: Domain,
): Record<DomainSchema, { readonly name: string; readonly schema: SchemaObject }> {
  const name = schemaName(domain);
  const attributes = Object.entries(domain.attributes);
  return {
    CanonicalRecord: {
      name,
      schema: {
        type: 'object',
        description: `The canonical ${domain.entity}: schema.org's names. An absent attribute is a missing value.`,
        properties: Object.fromEntries(attributes.map(([key, attribute]) => [key, attributeSchema(attribute)])),
        additionalProperties: false,
      },
    },
    Lineage: {
      name: `${name}Lineage`,
      schema: {
        type: 'object',
        description: 'For each attribute that has a value: where the value came from.',
        properties: Object.fromEntries(attributes.map(([key]) => [key, lineageEntry])),
        additionalProperties: false,
      },
    },
  };
}

const lineageEntry: Schema = { $ref: '#/components/schemas/AttributeLineage' };

function attributeSchema(attribute: Attribute): SchemaObject {
  const { type, ...value } = valueSchema(attribute);
  const description = describe(attribute);
  const single = { ...(type ? { type } : {}), ...value };
  if (!attribute.many) return { ...single, description };
  return { description, oneOf: [single, { type: 'array', items: single, minItems: 1 }] };
}

function describe({ description, kind, choices }: Attribute): string {
  const sentences = [description];
  if (kind === 'date') sentences.push('ISO 8601, whole or partial (`1978-12-11`, `1978-12`, `1978`).');
  if (kind === 'telephone') sentences.push('E.164 where it can be read.');
  if (choices) sentences.push(`One of ${choices.map((choice) => `\`${choice}\``).join(', ')}.`);
  if (canBeUnreadable(kind)) sentences.push('A value that cannot be read is kept as it was given.');
  return sentences.join(' ');
}

function canBeUnreadable(kind: Attribute['kind']): boolean {
  return kind !== 'text' && kind !== 'postalAddress' && kind !== 'identifiers';
}

// Formats and choices are described and not demanded, as what cannot be read is kept as given.
function valueSchema({ kind, choices }: Attribute): SchemaObject {
  switch (kind) {
    case 'postalAddress':
      return postalAddress;
    case 'identifiers':
      return identifiers;
    case 'price':
      return { oneOf: [{ type: 'number' }, { type: 'string' }], example: 1299 };
    case 'date':
      return { type: 'string', example: '1978-12-11' };
    case 'email':
      return { type: 'string', example: 'ada@example.com' };
    case 'telephone':
      return { type: 'string', example: '+14155550132' };
    case 'currency':
      return { type: 'string', example: 'EUR' };
    case 'quantity':
      return { type: 'string', example: '1.5 kg' };
    case 'choice':
      return { type: 'string', ...(choices?.[0] === undefined ? {} : { example: choices[0] }) };
    case 'gtin':
    case 'url':
    case 'text':
      return { type: 'string' };
  }
}
