import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Transform, Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayNotEmpty,
  ArrayUnique,
  IsArray,
  IsBoolean,
  IsIn,
  IsOptional,
  IsString,
  IsUUID,
  MaxLength,
  ValidateNested,
} from 'class-validator';
import type { AttributeValue } from '../domain/attribute.js';
import type { Change } from '../golden/golden-version.js';
import type { Evidence } from '../matching/evidence.js';
import { ApiDomainProperty, ApiTime } from '../platform/http/openapi-property.js';
import { PageParameters } from '../platform/http/pagination.js';
import {
  decisionKinds,
  decisionStatuses,
  verdicts,
  type DecisionKind,
  type DecisionStatus,
  type RecordName,
  type Verdict,
} from './decision.js';
import { EvidenceView } from './evidence.dto.js';

const changes: Change[] = ['created', 'updated', 'merged', 'split', 'deleted'];

/** A record by its source and its id there. */
export class RecordNameView implements RecordName {
  @ApiProperty({ maxLength: 64 })
  @IsString()
  @MaxLength(64)
  source!: string;
  @ApiProperty({ maxLength: 512 })
  @IsString()
  @MaxLength(512)
  sourceId!: string;
}

/** Why two records weighed what they weighed when they were decided on. */
export class DecidedPair {
  @ApiProperty({ type: [RecordNameView], minItems: 2, maxItems: 2 })
  records!: readonly RecordName[];
  @ApiProperty({ type: EvidenceView })
  evidence!: Evidence;
}

/** What has ended a decision. */
export class DecisionEnding {
  @ApiTime({ description: 'When it ceased to stand.' })
  at!: string;
  @ApiProperty({
    type: String,
    nullable: true,
    description: 'Whose API key; null without one, or where time ended it.',
  })
  by!: string | null;
  @ApiPropertyOptional()
  reason?: string;
  @ApiPropertyOptional({
    format: 'uuid',
    description: 'The decision that took its place. It stands again without that one.',
  })
  supersededBy?: string;
}

/** What a steward has decided. It names records, so that it outlives whatever becomes of their golden records. */
export class DecisionView {
  @ApiProperty({ format: 'uuid' })
  id!: string;
  @ApiProperty({ enum: decisionKinds })
  kind!: DecisionKind;
  @ApiProperty({
    enum: verdicts,
    description: '`match`: all the records are one thing. `noMatch`: none of one side is any of another.',
  })
  verdict!: Verdict;
  @ApiProperty({ enum: decisionStatuses })
  status!: DecisionStatus;
  @ApiProperty({
    type: 'array',
    minItems: 2,
    items: { type: 'array', items: { $ref: '#/components/schemas/RecordNameView' } },
    description: 'Two, or of a group as many as it had golden records.',
  })
  sides!: RecordName[][];
  @ApiProperty({ type: [String], description: 'The golden records that it concerned when it was made.' })
  goldenIds!: readonly string[];
  @ApiProperty({ type: String, nullable: true, description: 'Whose API key; null where the service asks for none.' })
  by!: string | null;
  @ApiTime()
  at!: string;
  @ApiPropertyOptional()
  reason?: string;
  @ApiTime({ required: false, description: 'When a `noMatch` ceases to stand by itself.' })
  expiresAt?: string;
  @ApiProperty({ description: 'The id of the model whose evidence was before the steward.' })
  model!: string;
  @ApiProperty({ type: Number, nullable: true, description: 'The strongest weight between the two sides, in bits.' })
  weight!: number | null;
  @ApiProperty({
    type: [DecidedPair],
    description: 'The strongest pairs between the sides, as they were weighed then.',
  })
  evidence!: DecidedPair[];
  @ApiPropertyOptional({ type: DecisionEnding })
  ended?: DecisionEnding;
}

/** A page of decisions, newest first. */
export class DecisionPage {
  @ApiProperty({ type: [DecisionView] })
  items!: DecisionView[];
  @ApiPropertyOptional({ description: 'The cursor of the next page; absent on the last one.' })
  next?: string;
}

/** What became, or would become, of one golden record. */
export class GoldenOutcome {
  @ApiProperty({
    type: String,
    format: 'uuid',
    nullable: true,
    description: 'Null in a preview, of one that would be new.',
  })
  id!: string | null;
  @ApiProperty({ enum: changes })
  change!: Change;
  @ApiProperty({ type: 'integer', nullable: true, minimum: 1, description: 'Null where it is new.' })
  versionBefore!: number | null;
  @ApiProperty({ type: 'integer', minimum: 1 })
  versionAfter!: number;
  @ApiPropertyOptional({ type: [String], description: 'Ids that redirect here from now on.' })
  merged?: readonly string[];
  @ApiPropertyOptional({ type: [String], description: "New golden records that took some of this one's records." })
  splitInto?: readonly string[];
  @ApiPropertyOptional({ format: 'uuid', description: 'The golden record that this one came out of.' })
  splitFrom?: string;
  @ApiProperty({ type: [RecordNameView] })
  records!: RecordName[];
  @ApiDomainProperty('CanonicalRecord')
  attributes!: Readonly<Record<string, AttributeValue>>;
}

/** A decision and what it changed. */
export class DecisionOutcome {
  @ApiPropertyOptional({ type: DecisionView, description: 'Absent in a preview.' })
  decision?: DecisionView;
  @ApiProperty({ type: [String], description: 'Decisions that it took the place of, or that stand again.' })
  affectedDecisions!: readonly string[];
  @ApiProperty({ type: [GoldenOutcome], description: 'Each golden record that got a new version.' })
  changes!: GoldenOutcome[];
}

/** Which decisions to list. */
export class DecisionListParameters extends PageParameters {
  @ApiPropertyOptional({ enum: decisionStatuses })
  @IsOptional()
  @IsIn(decisionStatuses)
  readonly status?: DecisionStatus;

  @ApiPropertyOptional({ enum: decisionKinds })
  @IsOptional()
  @IsIn(decisionKinds)
  readonly kind?: DecisionKind;

  @ApiPropertyOptional({ enum: verdicts })
  @IsOptional()
  @IsIn(verdicts)
  readonly verdict?: Verdict;

  @ApiPropertyOptional({ description: 'Only those made with the API key of this name.' })
  @IsOptional()
  @IsString()
  @MaxLength(200)
  readonly by?: string;
}

/** Whether to do it, or only to tell what it would do. */
export class PreviewParameters {
  @ApiPropertyOptional({
    type: Boolean,
    default: false,
    description: 'Changes nothing, and answers what it would change.',
  })
  @Transform(({ value }: { value: unknown }) => (value === 'true' ? true : value === 'false' ? false : value))
  @IsOptional()
  @IsBoolean()
  readonly preview: boolean = false;
}

/** Which golden record to merge this one with, and why. */
export class MergeRequest {
  @ApiProperty({ format: 'uuid', description: 'The id of the other golden record.' })
  @IsUUID()
  with!: string;

  @ApiPropertyOptional({ maxLength: 2000 })
  @IsOptional()
  @IsString()
  @MaxLength(2000)
  reason?: string;

  @ApiPropertyOptional({
    default: false,
    description: 'Takes the place of standing decisions that keep the two apart. Without it they are a 409.',
  })
  @IsOptional()
  @IsBoolean()
  supersede?: boolean;
}

/** Which records to split off, as one golden record of their own, and why. */
export class SplitRequest {
  @ApiProperty({ type: [RecordNameView], minItems: 1, maxItems: 1000 })
  @IsArray()
  @ArrayNotEmpty()
  @ArrayMaxSize(1000)
  @ArrayUnique(({ source, sourceId }: RecordName) => `${source}/${sourceId}`)
  @ValidateNested({ each: true })
  @Type(() => RecordNameView)
  records!: RecordNameView[];

  @ApiPropertyOptional({ maxLength: 2000 })
  @IsOptional()
  @IsString()
  @MaxLength(2000)
  reason?: string;
}

/** Why a decision is taken back. */
export class RevocationRequest {
  @ApiPropertyOptional({ maxLength: 2000 })
  @IsOptional()
  @IsString()
  @MaxLength(2000)
  reason?: string;
}
