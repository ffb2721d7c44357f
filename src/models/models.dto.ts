import { ApiExtraModels, ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsIn, IsInt, IsOptional, Max, Min } from 'class-validator';
import type { Condition } from '../matching/comparison.js';
import type { Thresholds } from '../matching/model.js';
import type { TrainingReport, TrainingWarning } from '../matching/training/training.js';
import { trainingSample } from '../matching/training/training.js';
import { ApiNullable, ApiTime } from '../platform/http/openapi-property.js';
import { OptionalBody } from '../platform/http/optional-body.js';
import type { ModelOrigin, ModelStatus } from './matching-model.js';
import { TrainingReportView, TrainingWarningView } from './training-report.dto.js';

const origins = ['shipped', 'trained'] satisfies ModelOrigin[];
const statuses = ['candidate', 'active', 'retired'] satisfies ModelStatus[];

/** How to train a model. */
@OptionalBody()
export class TrainingRequest {
  @ApiPropertyOptional({
    type: 'integer',
    minimum: 100,
    maximum: 50_000,
    default: trainingSample.drawn,
    description: `How many records to draw at random. With each come the records that share a block key with it; of more than ${trainingSample.records} in all, fewer are drawn.`,
  })
  @IsOptional()
  @IsInt()
  @Min(100)
  @Max(50_000)
  readonly sampleSize: number = trainingSample.drawn;
}

export class ModelParameters {
  @ApiPropertyOptional({ enum: ['full'], description: '`full`: with every value of the frequency tables.' })
  @IsOptional()
  @IsIn(['full'])
  @Type(() => String)
  readonly frequencies?: 'full';
}

export class ThresholdsView implements Thresholds {
  @ApiProperty({ type: Number, description: 'Bits at or above which a pair is linked.' })
  readonly link!: number;

  @ApiProperty({ type: Number, description: 'Bits at or above which a steward decides.' })
  readonly review!: number;

  @ApiPropertyOptional({
    type: Number,
    minimum: 0,
    maximum: 1,
    description: 'The share of the evidence within two clusters that must stand between them for them to become one.',
  })
  readonly cohesion?: number;

  @ApiPropertyOptional({
    type: Number,
    minimum: 0,
    description: 'Bits that count besides for a pair of which neither has a stronger link to the source of the other.',
  })
  readonly mutualBest?: number;
}

export class ExpectedQuality {
  @ApiProperty({
    type: Number,
    minimum: 0,
    maximum: 1,
    description: 'Of the pairs that are linked, those that are right.',
  })
  readonly precision!: number;

  @ApiProperty({
    type: Number,
    minimum: 0,
    maximum: 1,
    description: 'Of the candidate pairs that match, those that are linked.',
  })
  readonly recall!: number;
}

/** A matching model, as lists show it. */
@ApiExtraModels(ExpectedQuality)
export class ModelSummary {
  @ApiProperty({ description: '`shipped`, or the id of a trained model.' })
  readonly id!: string;

  @ApiProperty({ type: 'integer', minimum: 0, description: 'Counts up with each training; 0 is the shipped one.' })
  readonly version!: number;

  @ApiProperty({ enum: origins })
  readonly origin!: ModelOrigin;

  @ApiProperty({ enum: statuses, description: 'A candidate was never active, a retired model is so no more.' })
  readonly status!: ModelStatus;

  @ApiTime({ nullable: true })
  readonly createdAt!: string | null;

  @ApiProperty({ type: String, nullable: true, description: 'The client whose API key asked for it.' })
  readonly createdBy!: string | null;

  @ApiTime({ nullable: true, description: 'When it was last activated.' })
  readonly activatedAt!: string | null;

  @ApiProperty({ type: String, nullable: true, description: 'The client whose API key asked for that.' })
  readonly activatedBy!: string | null;

  @ApiProperty({ type: Number, description: 'Log2 odds that two candidates match before anything is compared.' })
  readonly prior!: number;

  @ApiProperty({ type: ThresholdsView })
  readonly thresholds!: ThresholdsView;

  @ApiNullable([ExpectedQuality], { description: 'At the link threshold; null where nothing is known.' })
  readonly expected!: ExpectedQuality | null;

  @ApiProperty({ type: [TrainingWarningView] })
  readonly warnings!: readonly TrainingWarning[];
}

export class ModelPage {
  @ApiProperty({ type: [ModelSummary] })
  readonly items!: readonly ModelSummary[];

  @ApiPropertyOptional({ description: 'The cursor of the next page; absent on the last one.' })
  readonly next?: string;
}

export class TermFrequencyView {
  @ApiProperty({ description: 'The feature whose agreed value is looked up.' })
  readonly feature!: string;

  @ApiProperty({ description: 'The frequency table.' })
  readonly table!: string;

  @ApiPropertyOptional({ type: Number, description: 'What the adjustment is multiplied by, 1 unless given.' })
  readonly strength?: number;

  @ApiPropertyOptional({ type: Number, description: 'The most that it adjusts either way, in bits.' })
  readonly limit?: number;
}

export class LevelView {
  @ApiProperty()
  readonly label!: string;

  @ApiProperty({
    type: 'object',
    additionalProperties: true,
    description: 'The condition under which the level applies, where no level before it does.',
    example: { kind: 'similarity', feature: 'familyName', measure: 'jaroWinkler', atLeast: 0.92 },
  })
  readonly when!: Condition;

  @ApiProperty({ type: Number, description: 'How often it is seen among matches.' })
  readonly m!: number;

  @ApiProperty({ type: Number, description: 'How often it is seen among non-matches.' })
  readonly u!: number;

  @ApiProperty({ type: Number, description: 'In bits: `log2(m / u)`, 0 for a missing value.' })
  readonly weight!: number;

  @ApiPropertyOptional({
    type: TermFrequencyView,
    description: 'How the rarity of an agreed value adjusts the weight.',
  })
  readonly termFrequency?: TermFrequencyView;
}

export class ComparisonView {
  @ApiProperty()
  readonly name!: string;

  @ApiProperty({ type: [LevelView], description: 'In order; the first whose condition holds applies.' })
  readonly levels!: readonly LevelView[];
}

export class FrequencyView {
  @ApiProperty()
  readonly value!: string;

  @ApiProperty({ type: Number, description: 'The share of records that hold it.' })
  readonly frequency!: number;
}

export class FrequencyTableView {
  @ApiProperty()
  readonly name!: string;

  @ApiProperty({ type: 'integer', minimum: 0, description: 'How many values it lists.' })
  readonly size!: number;

  @ApiProperty({ type: Number, description: 'The frequency of a value that it does not list.' })
  readonly unlisted!: number;

  @ApiProperty({
    type: [FrequencyView],
    description: 'Most frequent first: the first 20, or all with `frequencies=full`.',
  })
  readonly values!: readonly FrequencyView[];
}

/** A matching model, whole. */
@ApiExtraModels(TrainingReportView)
export class ModelView extends ModelSummary {
  @ApiProperty({ type: [ComparisonView] })
  readonly comparisons!: readonly ComparisonView[];

  @ApiProperty({ type: [FrequencyTableView] })
  readonly frequencies!: readonly FrequencyTableView[];

  @ApiNullable([TrainingReportView], { description: 'What its training found; null for the shipped model.' })
  readonly report!: TrainingReport | null;
}
