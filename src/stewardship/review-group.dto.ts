import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import type { AttributeValue } from '../domain/attribute.js';
import type { Evidence } from '../matching/evidence.js';
import { ApiDomainProperty } from '../platform/http/openapi-property.js';
import type { RecordName } from './decision.js';
import { GoldenOutcome, RecordNameView } from './decisions.dto.js';
import { EvidenceView } from './evidence.dto.js';
import { largestGroup } from './review-group.js';

/** A golden record of a group. */
export class GroupedGolden {
  @ApiProperty({ format: 'uuid' })
  id!: string;
  @ApiProperty({ type: 'integer', minimum: 1 })
  version!: number;
  @ApiProperty({ type: [RecordNameView] })
  records!: RecordName[];
  @ApiDomainProperty('CanonicalRecord')
  attributes!: Readonly<Record<string, AttributeValue | undefined>>;
}

/** A review of a group: the strongest open pair between two of its golden records. */
export class GroupedReview {
  @ApiProperty({ description: 'The id of the review.' })
  id!: string;
  @ApiProperty({ type: [RecordNameView], minItems: 2, maxItems: 2 })
  records!: RecordName[];
  @ApiProperty({ type: [String], minItems: 2, maxItems: 2, description: 'The golden records of the two records.' })
  goldenIds!: string[];
  @ApiProperty({ type: Number, description: 'In bits.' })
  weight!: number;
  @ApiProperty({ type: EvidenceView })
  evidence!: Evidence;
}

/** More than two golden records that open reviews join: what one decision can settle as a whole. */
export class ReviewGroup {
  @ApiProperty({
    type: [GroupedGolden],
    minItems: 3,
    maxItems: largestGroup,
    description: "The review's own two, then those joined to them, each by the strongest review first.",
  })
  goldenRecords!: GroupedGolden[];
  @ApiProperty({ type: [GroupedReview], description: 'All open reviews among them, the strongest first.' })
  reviews!: GroupedReview[];
  @ApiProperty({
    description: 'Whether these are all that are joined. A decision speaks of those that are here.',
  })
  complete!: boolean;
  @ApiPropertyOptional({
    type: [GoldenOutcome],
    description: 'What `match` of the whole group would change; asked for with `preview`.',
  })
  preview?: GoldenOutcome[];
}
