import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayNotEmpty,
  IsArray,
  IsBoolean,
  IsIn,
  IsInt,
  IsOptional,
  IsString,
  Matches,
  Max,
  MaxLength,
  Min,
  ValidateNested,
} from 'class-validator';
import type { AttributeValue } from '../domain/attribute.js';
import type { Evidence } from '../matching/evidence.js';
import { IsTimestamp } from '../platform/http/is-timestamp.js';
import { ApiDomainProperty, ApiTime } from '../platform/http/openapi-property.js';
import { DecisionView, GoldenOutcome } from './decisions.dto.js';
import { EvidenceView } from './evidence.dto.js';
import { ReviewGroup } from './review-group.dto.js';

export const reviewReasons = ['uncertain', 'separated'] as const;
export type ReviewReason = (typeof reviewReasons)[number];

export const reviewStatuses = ['open', 'skipped', 'decided', 'closed'] as const;
export type ReviewStatus = (typeof reviewStatuses)[number];

const closings = ['sameGoldenRecord', 'recordDeleted', 'notAlike'] as const;
export type Closing = (typeof closings)[number];

export const reviewDecisions = ['match', 'noMatch', 'skip'] as const;
export type ReviewVerdict = (typeof reviewDecisions)[number];

export const reviewScopes = ['pair', 'group'] as const;
/** What a decision on a review speaks of. */
export type ReviewScope = (typeof reviewScopes)[number];

export const reviewIdPattern = /^\d{1,15}-\d{1,15}$/;

/** One of the two records under review. */
export class ReviewSide {
  @ApiProperty()
  source!: string;
  @ApiProperty()
  sourceId!: string;
  @ApiProperty({ type: String, format: 'uuid', nullable: true, description: 'Null where the record is deleted.' })
  goldenId!: string | null;
  @ApiProperty({ type: 'integer', nullable: true, description: 'The version of the golden record.' })
  goldenVersion!: number | null;
  @ApiDomainProperty('CanonicalRecord')
  canonical!: Readonly<Record<string, AttributeValue | undefined>>;
}

/** Who works on a review, until when. */
export class ReviewClaim {
  @ApiProperty({ type: String, nullable: true, description: 'Whose API key; null where the service asks for none.' })
  by!: string | null;
  @ApiTime({ description: 'When the lease ends.' })
  until!: string;
}

/** Who has put a review off. */
export class ReviewSkip {
  @ApiProperty({ type: String, nullable: true, description: 'Whose API key; null where the service asks for none.' })
  by!: string | null;
  @ApiTime()
  at!: string;
  @ApiPropertyOptional()
  reason?: string;
}

/**
 * A pair that a steward is to decide on: the strongest of those between two golden records. It follows what becomes of its
 * records by itself.
 */
export class Review {
  @ApiProperty({ description: 'Names the pair of records, for ever.', pattern: reviewIdPattern.source })
  id!: string;
  @ApiProperty({ enum: reviewStatuses })
  status!: ReviewStatus;
  @ApiPropertyOptional({ enum: closings, description: 'Why it is closed.' })
  closedBecause?: Closing;
  @ApiProperty({
    enum: reviewReasons,
    description:
      '`uncertain`: the weight is between the two thresholds. `separated`: it is enough to link, and the records were kept apart by what else is known of them.',
  })
  reason!: ReviewReason;
  @ApiProperty({ type: Number, description: 'Total weight in bits: the log2 odds of a match.' })
  weight!: number;
  @ApiProperty({ type: Number, minimum: 0, maximum: 1 })
  probability!: number;
  @ApiProperty({
    type: Number,
    minimum: 0,
    description:
      'The probability of a match times one more than the recent reads of the two golden records: how many readers a missed match would have misled.',
  })
  priority!: number;
  @ApiProperty({
    type: 'integer',
    minimum: 0,
    description: 'How many open pairs stand between the two golden records.',
  })
  pairs!: number;
  @ApiProperty({ type: [ReviewSide], minItems: 2, maxItems: 2 })
  records!: ReviewSide[];
  @ApiProperty({ type: EvidenceView })
  evidence!: Evidence;
  @ApiPropertyOptional({ type: ReviewClaim })
  claim?: ReviewClaim;
  @ApiTime({ required: false, description: 'By when it is to be decided.' })
  dueAt?: string;
  @ApiPropertyOptional({ type: ReviewSkip })
  skipped?: ReviewSkip;
  @ApiPropertyOptional({ format: 'uuid', description: 'The standing decision that it waits for no more.' })
  decision?: string;
  @ApiPropertyOptional({
    type: [GoldenOutcome],
    description:
      'What `match` would change, with the resulting golden records; asked for with `preview`. `noMatch` changes no golden record: it keeps them apart.',
  })
  preview?: GoldenOutcome[];
  @ApiPropertyOptional({
    type: ReviewGroup,
    description: 'While it waits, where open reviews join more golden records than its own two.',
  })
  group?: ReviewGroup;
}

/** A page of reviews. */
export class ReviewPage {
  @ApiProperty({ type: [Review] })
  items!: Review[];
  @ApiPropertyOptional({ description: 'The cursor of the next page; absent on the last one.' })
  next?: string;
}

/** The reviews whose answers the model would learn most from, best first. */
export class SuggestedReviews {
  @ApiProperty({ type: [Review] })
  items!: Review[];
}

/** What a steward says of a review. */
export class ReviewDecisionRequest {
  @ApiProperty({ enum: reviewDecisions })
  @IsIn(reviewDecisions)
  decision!: ReviewVerdict;

  @ApiPropertyOptional({
    enum: reviewScopes,
    default: 'pair',
    description:
      '`group`: all golden records of its `group` are one thing, or each a thing of its own, or all reviews among them are put off; all or nothing, as one decision. Where it has no group, the same as `pair`.',
  })
  @IsOptional()
  @IsIn(reviewScopes)
  scope?: ReviewScope;

  @ApiPropertyOptional({ maxLength: 2000 })
  @IsOptional()
  @IsString()
  @MaxLength(2000)
  reason?: string;

  @ApiTime({ required: false, description: 'Only with `noMatch`: when it ceases to stand by itself.' })
  @IsOptional()
  @IsTimestamp()
  expiresAt?: string;

  @ApiPropertyOptional({
    default: false,
    description:
      'With `match`: takes the place of standing decisions that keep the two apart. Without it they are a 409.',
  })
  @IsOptional()
  @IsBoolean()
  supersede?: boolean;
}

/** One decision of many. */
export class BulkReviewDecision extends ReviewDecisionRequest {
  @ApiProperty({ pattern: reviewIdPattern.source, description: 'The id of the review.' })
  @Matches(reviewIdPattern)
  review!: string;
}

export class BulkReviewDecisions {
  @ApiProperty({ type: [BulkReviewDecision], minItems: 1, maxItems: 500 })
  @IsArray()
  @ArrayNotEmpty()
  @ArrayMaxSize(500)
  @ValidateNested({ each: true })
  @Type(() => BulkReviewDecision)
  decisions!: BulkReviewDecision[];
}

/** What became of a review. */
export class ReviewOutcome {
  @ApiProperty({ pattern: reviewIdPattern.source })
  review!: string;
  @ApiProperty({ enum: reviewStatuses })
  status!: ReviewStatus;
  @ApiProperty({ type: [String], description: 'The ids of all reviews that it speaks of; of a pair its own.' })
  reviews!: readonly string[];
  @ApiPropertyOptional({ type: DecisionView, description: 'Absent where the review was skipped.' })
  decision?: DecisionView;
  @ApiProperty({ type: [String], description: 'Decisions that it took the place of.' })
  affectedDecisions!: readonly string[];
  @ApiProperty({ type: [GoldenOutcome], description: 'Each golden record that got a new version.' })
  changes!: GoldenOutcome[];
}

/** Why one of many decisions was not taken. */
export class ReviewProblem {
  @ApiProperty({ type: 'integer', description: 'The status that the decision alone would have been answered with.' })
  status!: number;
  @ApiProperty()
  title!: string;
  @ApiProperty()
  detail!: string;
}

/** What became of one of many decisions: its outcome, or its problem. */
export class BulkReviewOutcome {
  @ApiProperty({ pattern: reviewIdPattern.source })
  review!: string;
  @ApiPropertyOptional({ type: ReviewOutcome })
  outcome?: ReviewOutcome;
  @ApiPropertyOptional({ type: ReviewProblem })
  problem?: ReviewProblem;
}

export class BulkReviewOutcomes {
  @ApiProperty({ type: [BulkReviewOutcome], description: 'In the order of the request.' })
  items!: BulkReviewOutcome[];
}

/** For how long to keep a review for oneself. */
export class ClaimRequest {
  @ApiPropertyOptional({
    type: 'integer',
    minimum: 1,
    maximum: 86400,
    default: 900,
    description: 'The lease, in seconds.',
  })
  @IsOptional()
  @IsInt()
  @Min(1)
  @Max(86_400)
  leaseSeconds?: number;

  @ApiTime({
    required: false,
    description: 'By when the review is to be decided. It stays with the review when the claim ends.',
  })
  @IsOptional()
  @IsTimestamp()
  dueAt?: string;
}

/** A block key that names too many records to tell anything. */
export class OversizedBlock {
  @ApiProperty({ description: 'What the records of the block have in common.' })
  label!: string;
  @ApiProperty({
    description:
      'Whether it is a value by itself that so many share that it tells nothing, as a telephone number that is in more records than a block may have, or a birthday that far more share than is typical of birthdays here: two records that share it are compared as if they did not hold it.',
  })
  generic!: boolean;
  @ApiProperty({ type: 'integer', description: 'How many records the block has.' })
  size!: number;
  @ApiTime({ description: 'Since when it has generated no candidates.' })
  since!: string;
}

export class OversizedBlockPage {
  @ApiProperty({ type: [OversizedBlock] })
  items!: OversizedBlock[];
  @ApiPropertyOptional({ description: 'The cursor of the next page; absent on the last one.' })
  next?: string;
}
