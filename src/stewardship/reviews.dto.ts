import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import type { AttributeValue } from '../domain/attribute.js';
import type { Evidence } from '../matching/evidence.js';
import { ApiDomainProperty, ApiTime } from '../platform/http/openapi-property.js';
import { EvidenceView } from './evidence.dto.js';

const reasons = ['uncertain', 'separated'] as const;
export type ReviewReason = (typeof reasons)[number];

/** One of the two records under review. */
export class ReviewSide {
  @ApiProperty()
  source!: string;
  @ApiProperty()
  sourceId!: string;
  @ApiProperty({ format: 'uuid' })
  goldenId!: string;
  @ApiDomainProperty('CanonicalRecord')
  canonical!: Readonly<Record<string, AttributeValue | undefined>>;
}

/** A pair that a steward is to decide on. */
export class Review {
  @ApiProperty()
  id!: string;
  @ApiProperty({ enum: ['open'] })
  status!: 'open';
  @ApiProperty({
    enum: reasons,
    description:
      '`uncertain`: the weight is between the two thresholds. `separated`: it is enough to link, and the records were kept apart by what else is known of them.',
  })
  reason!: ReviewReason;
  @ApiProperty({ type: Number, description: 'Total weight in bits: the log2 odds of a match.' })
  weight!: number;
  @ApiProperty({ type: Number, minimum: 0, maximum: 1 })
  probability!: number;
  @ApiProperty({ type: [ReviewSide], minItems: 2, maxItems: 2 })
  records!: ReviewSide[];
  @ApiProperty({ type: EvidenceView })
  evidence!: Evidence;
}

/** A page of reviews: uncertain pairs first, strongest first. */
export class ReviewPage {
  @ApiProperty({ type: [Review] })
  items!: Review[];
  @ApiPropertyOptional({
    description: 'The cursor of the next page; absent on the last one. A page may be short of its limit.',
  })
  next?: string;
}

/** A block key that names too many records to tell anything. */
export class OversizedBlock {
  @ApiProperty({ description: 'What the records of the block have in common.' })
  label!: string;
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
