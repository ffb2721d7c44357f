import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import type { ComparisonEvidence, Evidence } from '../matching/evidence.js';

/** What one comparison says of a pair. */
export class ComparisonEvidenceView implements ComparisonEvidence {
  @ApiProperty({ description: 'The name of the comparison.' })
  comparison!: string;
  @ApiProperty({ description: 'The level of agreement that applied.' })
  level!: string;
  @ApiProperty({ type: Number, description: 'How often the level is seen among matches.' })
  m!: number;
  @ApiProperty({ type: Number, description: 'How often the level is seen among non-matches.' })
  u!: number;
  @ApiProperty({ type: Number, description: 'In bits: `log2(m / u)`, 0 for a missing value.' })
  weight!: number;
  @ApiProperty({ type: Number, description: 'The adjustment for how rare the value is, in bits.' })
  termFrequency!: number;
}

/** Why a pair weighs what it weighs. `weight` is the sum of `prior` and everything that the comparisons say. */
export class EvidenceView implements Evidence {
  @ApiProperty({ type: Number, description: 'Log2 odds of a match before anything is compared.' })
  prior!: number;
  @ApiProperty({ type: [ComparisonEvidenceView] })
  comparisons!: ComparisonEvidenceView[];
  @ApiProperty({ type: Number, description: 'Total weight in bits: the log2 odds of a match.' })
  weight!: number;
  @ApiPropertyOptional({
    type: [String],
    description:
      'Values that both hold and that tell nothing, as too many records share them: compared as if they were not there.',
  })
  generic?: readonly string[];
  @ApiProperty({ type: Number, minimum: 0, maximum: 1 })
  probability!: number;
}
