import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import type { AttributeValue } from '../domain/attribute.js';
import { ApiAttributeValue } from '../platform/http/openapi-property.js';

/** A golden record whose value would be another. */
export class PreviewedValue {
  @ApiProperty({ format: 'uuid' })
  readonly goldenId!: string;

  @ApiAttributeValue({ required: false, description: 'Not there where it has none.' })
  readonly before?: AttributeValue;

  @ApiAttributeValue({ required: false, description: 'Not there where it would have none.' })
  readonly after?: AttributeValue;

  @ApiPropertyOptional({ description: 'What has decided: as `strategy` of lineage.', example: 'mostRecent' })
  readonly strategyBefore?: string;

  @ApiPropertyOptional({ description: 'What would decide.', example: 'sourcePriority' })
  readonly strategyAfter?: string;
}

/** What would become of one attribute. */
export class PreviewedAttribute {
  @ApiProperty({ example: 'email' })
  readonly attribute!: string;

  @ApiProperty({ type: 'integer', minimum: 1, description: 'Golden records whose value would be another.' })
  readonly changed!: number;

  @ApiProperty({ type: 'integer', minimum: 0, description: 'Of these, those that have no value now.' })
  readonly gained!: number;

  @ApiProperty({ type: 'integer', minimum: 0, description: 'Of these, those that would have no value.' })
  readonly lost!: number;

  @ApiProperty({ type: [PreviewedValue], description: 'Some of them.' })
  readonly examples!: PreviewedValue[];
}

/** What survivorship rules would change. */
export class RulesPreviewResult {
  @ApiProperty({ type: 'integer', minimum: 0, description: 'The version in force that they were held against.' })
  readonly version!: number;

  @ApiProperty({ type: 'integer', minimum: 0, description: 'Golden records looked at.' })
  readonly goldenRecords!: number;

  @ApiProperty({ type: 'integer', minimum: 0, description: 'Golden records some value of which would be another.' })
  readonly changed!: number;

  @ApiProperty({
    type: 'integer',
    minimum: 0,
    description:
      'Golden records that would get a new version: those changed, and those of which only the lineage would be another.',
  })
  readonly newVersions!: number;

  @ApiProperty({ type: [PreviewedAttribute], description: 'Each attribute that would change somewhere.' })
  readonly attributes!: readonly PreviewedAttribute[];
}
