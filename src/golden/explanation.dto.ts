import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import type { AttributeValue } from '../domain/attribute.js';
import { ApiAttributeValue, ApiTime } from '../platform/http/openapi-property.js';
import { StrategyRuleView } from '../rules/rules.dto.js';
import type { Outcome } from '../survivorship/explain.js';
import type { ExplanationOrSurvivor } from './explain-attribute.js';

const outcomes: Outcome[] = ['won', 'same', 'union', 'lost', 'ignored'];

/** A value that a record of the golden record holds, and what became of it. */
export class CandidateValue {
  @ApiProperty()
  readonly source!: string;

  @ApiProperty()
  readonly sourceId!: string;

  @ApiTime({ description: 'When the source observed the record.' })
  readonly observedAt!: string;

  @ApiAttributeValue({
    required: false,
    description: 'Not there where the record has no such value and won for another attribute of the group.',
  })
  readonly value?: AttributeValue;

  @ApiProperty({
    type: Number,
    minimum: 0,
    maximum: 1,
    description: 'How far the value is trusted: by the rule, at `trustAt`, where the rule says; else as its source is.',
  })
  readonly trust!: number;

  @ApiProperty({ description: 'It could not be read, and is held as it was given.' })
  readonly flagged!: boolean;

  @ApiProperty({
    enum: outcomes,
    description:
      '`won`; `same` as what the golden record has; part of its `union`; `lost`; or `ignored`, as a steward has said.',
  })
  readonly outcome!: Outcome;

  @ApiProperty({
    description: 'What put it out, or decided for it: as `strategy` of lineage.',
    example: 'mostRecent',
  })
  readonly by!: string;
}

/** Why an attribute of a golden record is as it is. */
export class AttributeExplanation extends StrategyRuleView {
  @ApiProperty({ format: 'uuid' })
  readonly goldenId!: string;

  @ApiProperty({ type: 'integer', minimum: 1, description: 'The version of the golden record.' })
  readonly version!: number;

  @ApiProperty({ example: 'email' })
  readonly attribute!: string;

  @ApiAttributeValue({ required: false, description: 'Not there where the golden record has none.' })
  readonly value?: AttributeValue;

  @ApiPropertyOptional({ description: 'The group that it survives with from one record.', example: 'name' })
  readonly group?: string;

  @ApiPropertyOptional({ format: 'uuid', description: 'The pin that gives the value.' })
  readonly pin?: string;

  @ApiTime({
    required: false,
    description: 'To when the age of values is counted: to the newest observation of those that compete.',
  })
  readonly trustAt?: string;

  @ApiProperty({
    type: [CandidateValue],
    description: 'Every value that a record holds: what survives first, then what was in the running longest.',
  })
  readonly candidates!: readonly CandidateValue[];
}

export function presentExplanation(
  { explanation, goldenId, version }: Exclude<ExplanationOrSurvivor, { readonly survivor: string }>,
  attribute: string,
): AttributeExplanation {
  const { pin, ...explained } = explanation;
  return { goldenId, version, attribute, ...explained, ...(pin && { pin: pin.id }) };
}
