import { ApiProperty, ApiPropertyOptional, getSchemaPath } from '@nestjs/swagger';
import type { DecayCurve, SourceTrust, StrategyKind, TrustDecay } from '../survivorship/rules.js';

// The schemas of strategies. What is given is read by `readRules`, which knows all that can be wrong with it.

const curves: DecayCurve[] = ['linear', 'slowInitial', 'rapidInitial'];
const plainKinds = [
  'mostRecent',
  'oldest',
  'mostFrequent',
  'longest',
  'shortest',
  'mostComplete',
  'minimum',
  'maximum',
] as const satisfies StrategyKind[];

/** A strategy that takes nothing: by time, by frequency, by length, by completeness, by size. */
class PlainStrategy {
  @ApiProperty({ enum: plainKinds })
  readonly kind!: (typeof plainKinds)[number];
}

/** Of the source that is listed first; sources that are not listed come last. */
class SourcePriorityStrategy {
  @ApiProperty({ enum: ['sourcePriority'] })
  readonly kind!: 'sourcePriority';

  @ApiProperty({ type: [String], minItems: 1, maxItems: 1000, example: ['registry', 'crm'] })
  readonly sources!: readonly string[];
}

/** How trust in a value falls as it grows older. */
class TrustDecayView implements TrustDecay {
  @ApiProperty({
    enum: curves,
    description: 'By the same amount every day, slowly at first, or rapidly at first.',
  })
  readonly curve!: DecayCurve;

  @ApiProperty({ type: Number, minimum: 0, maximum: 1, description: 'Trust in a value as old as the period.' })
  readonly minimum!: number;

  @ApiProperty({ type: Number, minimum: 0, description: 'In days, above 0.' })
  readonly periodDays!: number;
}

const maximumProperty = {
  type: Number,
  minimum: 0,
  maximum: 1,
  description: 'Trust in a value that has just been observed. Not given: the trust that the source is registered with.',
};
const decayProperty = {
  type: TrustDecayView,
  description:
    'Age is counted to the newest of the values that compete, so that nothing changes but by a change of records.',
};

/** How far the values of a source are trusted. */
export class SourceTrustView implements SourceTrust {
  @ApiPropertyOptional(maximumProperty)
  readonly maximum?: number;

  @ApiPropertyOptional(decayProperty)
  readonly decay?: TrustDecayView;
}

/** The most trusted value. */
class TrustStrategyView extends SourceTrustView {
  @ApiProperty({ enum: ['trust'] })
  readonly kind!: 'trust';

  @ApiPropertyOptional({
    type: 'object',
    additionalProperties: { $ref: getSchemaPath(SourceTrustView) },
    description: 'By source, what holds for it in the place of what holds for all.',
  })
  readonly sources?: Readonly<Record<string, SourceTrustView>>;

  @ApiPropertyOptional({
    type: Number,
    minimum: 0,
    maximum: 1,
    description:
      'The part of its trust that a value loses when it fails validation. Given, such a value is not out from the start: it competes with what is left.',
  })
  readonly downgrade?: number;
}

/** The value that is listed first; values that are not listed come last. */
class ValueOrderStrategy {
  @ApiProperty({ enum: ['valueOrder'] })
  readonly kind!: 'valueOrder';

  @ApiProperty({
    type: 'array',
    minItems: 1,
    maxItems: 1000,
    items: { oneOf: [{ type: 'string' }, { type: 'number' }] },
    example: ['person', 'organization'],
  })
  readonly values!: readonly (string | number)[];
}

/** Of the record that won another attribute, where it takes part. */
class WinnerOfStrategy {
  @ApiProperty({ enum: ['winnerOf'] })
  readonly kind!: 'winnerOf';

  @ApiProperty({ example: 'email' })
  readonly attribute!: string;
}

/** Every value that is left, most frequent first. For attributes of several values; always the last strategy. */
class UnionStrategy {
  @ApiProperty({ enum: ['union'] })
  readonly kind!: 'union';

  @ApiPropertyOptional({
    type: 'integer',
    minimum: 1,
    maximum: 1000,
    default: 1000,
    description: 'The most values kept.',
  })
  readonly limit?: number;
}

/** Every shape of a strategy. */
export const strategySchemas = [
  PlainStrategy,
  SourcePriorityStrategy,
  TrustStrategyView,
  ValueOrderStrategy,
  WinnerOfStrategy,
  UnionStrategy,
];
