import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsOptional, IsString, Matches, MaxLength } from 'class-validator';
import type { Evidence } from '../matching/evidence.js';
import { EvidenceView } from './evidence.dto.js';
import { matchVerdicts, MatchedRecord, type MatchVerdict } from './matches.dto.js';

const recordPattern = /^[a-z0-9-]{1,64}\/./s;
const recordParameter = { description: 'A record, as `{source}/{sourceId}`: the first slash divides.' };

/** Which pair to explain, and by which model. */
export class ExplainParameters {
  @ApiProperty({ ...recordParameter, example: 'crm/4711' })
  @IsString()
  @MaxLength(600)
  @Matches(recordPattern, { message: 'must be {source}/{sourceId}' })
  readonly a!: string;

  @ApiProperty({ ...recordParameter, example: 'shop/u-77' })
  @IsString()
  @MaxLength(600)
  @Matches(recordPattern, { message: 'must be {source}/{sourceId}' })
  readonly b!: string;

  @ApiPropertyOptional({ description: 'Explain by this model, rather than by the active one.', example: 'shipped' })
  @IsOptional()
  @IsString()
  @MaxLength(64)
  readonly model?: string;
}

export const reasonKinds = [
  'noSharedBlock',
  'oversizedBlocks',
  'contradiction',
  'matched',
  'toldApart',
  'duplicateFree',
  'cohesion',
  'connected',
  'pending',
] as const;
export type ReasonKind = (typeof reasonKinds)[number];

export class ExplainedRecordView extends MatchedRecord {
  @ApiProperty({ type: String, format: 'uuid', nullable: true, description: 'Null until the record is resolved.' })
  readonly goldenId!: string | null;
}

export class SharedBlock {
  @ApiProperty({ description: 'What the two have in common.' })
  readonly label!: string;

  @ApiProperty({ description: 'Whether so many records have it that it gives no candidates.' })
  readonly oversized!: boolean;
}

export class ExplainingModel {
  @ApiProperty({ description: '`shipped`, or the id of a trained model.' })
  readonly id!: string;

  @ApiProperty({ description: 'Whether it is the one in force.' })
  readonly active!: boolean;

  @ApiProperty({ type: Number, description: 'Bits at or above which a pair is linked.' })
  readonly link!: number;

  @ApiProperty({ type: Number, description: 'Bits at or above which a steward decides.' })
  readonly review!: number;
}

/** Something besides the weight that decides whether two records are together. */
export class Reason {
  @ApiProperty({
    enum: reasonKinds,
    description: [
      '`noSharedBlock`: they share no block key, so they are never compared.',
      '`oversizedBlocks`: all block keys that they share name too many records.',
      '`contradiction`: but for this one comparison they would be linked.',
      '`matched`, `toldApart`: a steward has decided so, of them or of records that go with them.',
      '`duplicateFree`: a source that has one record of a thing has one with each of them.',
      '`cohesion`: the records that go with each of them are too little alike.',
      '`connected`: they are together through these other records.',
      '`pending`: one of them is not resolved yet as it, or the model, now is.',
    ].join(' '),
  })
  readonly kind!: ReasonKind;

  @ApiProperty({ type: [MatchedRecord], description: 'The records that it stands in.' })
  readonly records!: readonly MatchedRecord[];

  @ApiPropertyOptional({ description: 'The comparison that contradicts.' })
  readonly comparison?: string;
}

/** Why two records are, or are not, one thing. */
export class PairExplanation {
  @ApiProperty({ type: ExplainedRecordView })
  readonly a!: ExplainedRecordView;

  @ApiProperty({ type: ExplainedRecordView })
  readonly b!: ExplainedRecordView;

  @ApiProperty({ type: ExplainingModel })
  readonly model!: ExplainingModel;

  @ApiProperty({ type: EvidenceView, description: 'The waterfall.' })
  readonly evidence!: Evidence;

  @ApiProperty({
    type: Number,
    minimum: 0,
    description: 'Bits that count besides, as neither record has a stronger link to the source of the other.',
  })
  readonly mutualBest!: number;

  @ApiProperty({ enum: matchVerdicts, description: 'What the weight says: link, ask a steward, or nothing.' })
  readonly verdict!: MatchVerdict;

  @ApiProperty({
    type: [SharedBlock],
    description: 'The block keys that both have. Without one, they are never compared.',
  })
  readonly blocks!: readonly SharedBlock[];

  @ApiProperty({ description: 'Whether they are compared at all: they share a block key that is not oversized.' })
  readonly candidates!: boolean;

  @ApiProperty({ description: 'Whether they are in one golden record now.' })
  readonly together!: boolean;

  @ApiProperty({ type: [Reason], description: 'What else has a say in it.' })
  readonly reasons!: readonly Reason[];
}
