import type { Type } from '@nestjs/common';
import { ApiProperty, getSchemaPath, type ApiPropertyOptions } from '@nestjs/swagger';

/**
 * Schemas that each domain has of its own: the published document puts the domain's in the place of the name.
 *
 * - `CanonicalRecord`: the domain's attributes
 * - `Lineage`: for each of the domain's attributes where its value came from
 */
export type DomainSchema = 'CanonicalRecord' | 'Lineage';

/** Documents a property whose schema is the domain's own. */
export function ApiDomainProperty(schema: DomainSchema, options: ApiPropertyOptions = {}): PropertyDecorator {
  return ApiProperty({
    ...options,
    type: 'object',
    additionalProperties: true,
    allOf: [{ $ref: getSchemaPath(schema) }],
  } as ApiPropertyOptions);
}

const value = [{ type: 'string' }, { type: 'number' }, { type: 'object', additionalProperties: { type: 'string' } }];

/** Documents a property that holds what an attribute holds, whichever attribute that is: one value, or several. */
export function ApiAttributeValue(options: { description?: string; required?: boolean } = {}): PropertyDecorator {
  return ApiProperty({ ...options, oneOf: [...value, { type: 'array', items: { oneOf: value }, minItems: 1 }] });
}

/**
 * Documents a property that holds one of some objects, or null. The class that has it must name them as its
 * `ApiExtraModels`.
 */
export function ApiNullable(types: readonly Type[], options: { description?: string } = {}): PropertyDecorator {
  const nothing = { type: 'object', nullable: true, enum: [null] };
  return ApiProperty({ ...options, oneOf: [...types.map((type) => ({ $ref: getSchemaPath(type) })), nothing] });
}

/** Documents a time: RFC 3339, UTC. */
export function ApiTime(
  options: { description?: string; required?: boolean; nullable?: boolean; example?: string } = {},
): PropertyDecorator {
  return ApiProperty({ example: '2026-11-02T09:30:00.000Z', ...options, type: 'string', format: 'date-time' });
}
