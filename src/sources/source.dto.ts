import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import {
  IsBoolean,
  IsNumber,
  IsObject,
  IsOptional,
  IsString,
  Matches,
  Max,
  MaxLength,
  Min,
  MinLength,
} from 'class-validator';
import { ApiTime } from '../platform/http/openapi-property.js';
import type { AttributeMappings, Source } from './source.js';

const mappingsSchema = {
  type: 'object',
  additionalProperties: { type: 'object', additionalProperties: { type: 'string' } },
  description:
    "By collection, a JSONata expression over the source's own record for each canonical attribute or part of one. " +
    'Records of a collection without a mapping are canonical as they come.',
  example: { customers: { givenName: 'first_name', 'address.streetAddress': "street & ' ' & house_no" } },
} as const;

/** The id of a source in a path. */
export class SourceParameters {
  @ApiProperty({ pattern: '^[a-z0-9-]{1,64}$', example: 'crm' })
  @Matches(/^[a-z0-9-]{1,64}$/, { message: 'must be 1 to 64 of a-z, 0-9 and -' })
  readonly source!: string;
}

/** What a source says of itself. */
export class SourceBody {
  @ApiPropertyOptional({ example: 'CRM', maxLength: 200, description: "The source's id, where it is not given." })
  @IsOptional()
  @IsString()
  @MinLength(1)
  @MaxLength(200)
  readonly name?: string;

  @ApiPropertyOptional({
    type: Number,
    minimum: 0,
    maximum: 1,
    default: 0.5,
    description: 'How far its values are believed.',
  })
  @IsOptional()
  @IsNumber()
  @Min(0)
  @Max(1)
  readonly trust?: number;

  @ApiPropertyOptional({ default: false, description: 'One real thing has at most one record in this source.' })
  @IsOptional()
  @IsBoolean()
  readonly duplicateFree?: boolean;

  @ApiPropertyOptional({
    pattern: '^[A-Z]{2}$',
    example: 'US',
    description: 'ISO 3166-1 alpha-2 region by which telephone numbers and ambiguous dates are read.',
  })
  @IsOptional()
  @Matches(/^[A-Z]{2}$/, { message: 'must be an ISO 3166-1 alpha-2 code' })
  readonly defaultRegion?: string;

  @ApiPropertyOptional(mappingsSchema)
  @IsOptional()
  @IsObject()
  readonly mappings?: Record<string, AttributeMappings>;
}

/** A source as clients see it. */
export class SourceView {
  @ApiProperty({ example: 'crm' })
  readonly source!: string;

  @ApiProperty({ example: 'CRM' })
  readonly name!: string;

  @ApiProperty({ type: Number, minimum: 0, maximum: 1 })
  readonly trust!: number;

  @ApiProperty()
  readonly duplicateFree!: boolean;

  @ApiPropertyOptional({ example: 'US' })
  readonly defaultRegion?: string;

  @ApiProperty(mappingsSchema)
  readonly mappings!: Readonly<Record<string, AttributeMappings>>;

  @ApiTime()
  readonly createdAt!: string;

  @ApiTime()
  readonly updatedAt!: string;
}

export class RegisteredSourceView extends SourceView {
  @ApiPropertyOptional({
    format: 'uuid',
    description: 'The operation that reads the records held again, where they depend on what was changed.',
  })
  readonly operation?: string;
}

export class SourcePage {
  @ApiProperty({ type: [SourceView] })
  readonly items!: readonly SourceView[];

  @ApiPropertyOptional({ description: 'The cursor of the next page; absent on the last one.' })
  readonly next?: string;
}

export function presentSource({
  defaultRegion,
  createdAt,
  updatedAt,
  version: _version,
  ...source
}: Source): SourceView {
  return {
    ...source,
    ...(defaultRegion !== null && { defaultRegion }),
    createdAt: createdAt.toISOString(),
    updatedAt: updatedAt.toISOString(),
  };
}
