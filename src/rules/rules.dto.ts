import { ApiExtraModels, ApiProperty, ApiPropertyOptional, getSchemaPath } from '@nestjs/swagger';
import { IsObject, IsOptional } from 'class-validator';
import type { Strategy } from '../survivorship/rules.js';
import type { RulesVersion, ShippedRules } from './active-rules.js';
import { SourceTrustView, strategySchemas } from './strategy.dto.js';

/** An ordered list of strategies, each of which decides among what the one before left equal. */
@ApiExtraModels(...strategySchemas, SourceTrustView)
export class StrategyRuleView {
  @ApiProperty({
    type: 'array',
    minItems: 1,
    maxItems: 20,
    items: { oneOf: strategySchemas.map((schema) => ({ $ref: getSchemaPath(schema) })) },
    description:
      'Before them all, a value that could be read beats one that could not; the last tie falls to the smallest source and source id.',
  })
  readonly strategies!: readonly Strategy[];
}

/** An attribute that survives with the others of its group, from one record. */
export class GroupMembershipView {
  @ApiProperty({ description: 'The name of the group.', example: 'name' })
  readonly group!: string;
}

const ofAttribute = [{ $ref: getSchemaPath(StrategyRuleView) }, { $ref: getSchemaPath(GroupMembershipView) }];

/** Survivorship rules: one for every attribute of the collection, and one for each group that they name. */
@ApiExtraModels(StrategyRuleView, GroupMembershipView)
export class RulesBody {
  @ApiProperty({
    type: 'object',
    additionalProperties: { oneOf: ofAttribute },
    description: 'How each attribute survives: by strategies of its own, or with a group.',
    example: { email: { strategies: [{ kind: 'mostRecent' }, { kind: 'trust' }] }, givenName: { group: 'name' } },
  })
  @IsObject()
  readonly attributes!: Readonly<Record<string, unknown>>;

  @ApiPropertyOptional({
    type: 'object',
    additionalProperties: { $ref: getSchemaPath(StrategyRuleView) },
    description: 'By name, how the attributes of each group survive together from one record.',
    example: { name: { strategies: [{ kind: 'trust' }, { kind: 'mostComplete' }] } },
  })
  @IsOptional()
  @IsObject()
  readonly groups?: Readonly<Record<string, unknown>>;
}

/** One version of the rules. */
export class RulesView extends RulesBody {
  @ApiProperty({ type: 'integer', minimum: 0, description: 'Rises by one with every change; 0 is what is shipped.' })
  readonly version!: number;

  @ApiProperty({ type: String, format: 'date-time', nullable: true, description: 'Null of what is shipped.' })
  readonly createdAt!: string | null;

  @ApiProperty({
    type: String,
    nullable: true,
    description: 'The name of the API key by which it was made. Null where the service asks for none.',
  })
  readonly createdBy!: string | null;
}

/** A page of versions, newest first. */
export class RulesPage {
  @ApiProperty({ type: [RulesView] })
  readonly items!: readonly RulesView[];

  @ApiPropertyOptional({ description: 'The cursor of the next page; absent on the last one.' })
  readonly next?: string;
}

export function presentRules({ version, rules, createdAt, createdBy }: RulesVersion | ShippedRules): RulesView {
  return {
    version,
    attributes: rules.attributes,
    groups: rules.groups ?? {},
    createdAt: createdAt?.toISOString() ?? null,
    createdBy,
  };
}
