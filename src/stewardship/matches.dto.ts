import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsInt, IsObject, IsOptional, IsString, Matches, Max, Min } from 'class-validator';
import type { AttributeValue } from '../domain/attribute.js';
import type { Evidence } from '../matching/evidence.js';
import { ApiDomainProperty } from '../platform/http/openapi-property.js';
import { EvidenceView } from './evidence.dto.js';

export const matchVerdicts = ['link', 'review', 'none'] as const;
export type MatchVerdict = (typeof matchVerdicts)[number];

/** A record to be found: exactly one of `data` and `canonical`. */
export class MatchRequest {
  @ApiPropertyOptional({
    type: 'object',
    additionalProperties: true,
    description: "The source's own record, to be mapped as the source's records are. Needs `source`.",
  })
  @IsOptional()
  @IsObject()
  data?: Readonly<Record<string, unknown>>;

  @ApiDomainProperty('CanonicalRecord', { required: false })
  @IsOptional()
  @IsObject()
  canonical?: Readonly<Record<string, unknown>>;

  @ApiPropertyOptional({
    pattern: '^[a-z0-9-]{1,64}$',
    description: 'The source by whose mapping and region `data` is read.',
  })
  @IsOptional()
  @IsString()
  @Matches(/^[a-z0-9-]{1,64}$/)
  source?: string;

  @ApiPropertyOptional({ type: 'integer', minimum: 1, maximum: 100, default: 10 })
  @IsOptional()
  @IsInt()
  @Min(1)
  @Max(100)
  limit?: number;
}

/** How sure the model is. */
export class MatchScore {
  @ApiProperty({ type: Number, description: 'Total weight in bits: the log2 odds of a match.' })
  weight!: number;
  @ApiProperty({ type: Number, minimum: 0, maximum: 1 })
  probability!: number;
  @ApiProperty({ enum: matchVerdicts, description: 'What the model would do: link, ask a steward, or nothing.' })
  verdict!: MatchVerdict;
}

export class MatchedGolden {
  @ApiProperty({ format: 'uuid' })
  id!: string;
  @ApiProperty({ type: 'integer', minimum: 1 })
  version!: number;
  @ApiDomainProperty('CanonicalRecord')
  attributes!: Readonly<Record<string, AttributeValue>>;
}

export class MatchedRecord {
  @ApiProperty()
  source!: string;
  @ApiProperty()
  sourceId!: string;
}

/** A golden record that the given one may belong to. */
export class GoldenMatch {
  @ApiProperty({ type: MatchedGolden })
  golden!: MatchedGolden;
  @ApiProperty({ type: MatchScore })
  score!: MatchScore;
  @ApiProperty({ type: EvidenceView, description: 'The evidence of the member that matches best.' })
  evidence!: Evidence;
  @ApiProperty({ type: MatchedRecord, description: 'The member that matches best.' })
  record!: MatchedRecord;
}

/** The golden records that a record may belong to, best first. */
export class MatchList {
  @ApiProperty({ type: [GoldenMatch] })
  items!: GoldenMatch[];
}
