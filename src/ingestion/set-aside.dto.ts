import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { RejectedField } from '../operations/operation-view.js';
import { ApiTime } from '../platform/http/openapi-property.js';
import type { QuarantinedRecord } from './quarantine.repository.js';
import type { StoredRejection } from './rejections.repository.js';

/** A rejected line as clients see it. */
export class RejectionView {
  @ApiProperty({ type: 'integer' })
  readonly id!: number;

  @ApiProperty({ example: 'crm' })
  readonly source!: string;

  @ApiProperty({ type: String, nullable: true, description: 'Null where the line does not say.' })
  readonly sourceId!: string | null;

  @ApiProperty({ format: 'uuid', description: 'The operation that it was rejected in.' })
  readonly operation!: string;

  @ApiProperty({ type: 'integer', minimum: 1 })
  readonly line!: number;

  @ApiProperty({ type: [RejectedField] })
  readonly errors!: readonly RejectedField[];

  @ApiProperty({
    type: String,
    nullable: true,
    description: 'The line as it came. Null where it could not be kept, and so cannot be replayed either.',
  })
  readonly input!: string | null;

  @ApiTime()
  readonly rejectedAt!: string;
}

export class RejectionPage {
  @ApiProperty({ type: [RejectionView] })
  readonly items!: readonly RejectionView[];

  @ApiPropertyOptional({ description: 'The cursor of the next page; absent on the last one.' })
  readonly next?: string;
}

/** A quarantined record as clients see it. */
export class QuarantinedRecordView {
  @ApiProperty({ example: 'crm' })
  readonly source!: string;

  @ApiProperty({ example: '4711' })
  readonly sourceId!: string;

  @ApiProperty()
  readonly reason!: string;

  @ApiProperty({ type: String, format: 'uuid', nullable: true, description: 'The operation that it came with.' })
  readonly operation!: string | null;

  @ApiTime()
  readonly quarantinedAt!: string;
}

export class QuarantinePage {
  @ApiProperty({ type: [QuarantinedRecordView] })
  readonly items!: readonly QuarantinedRecordView[];

  @ApiPropertyOptional({ description: 'The cursor of the next page; absent on the last one.' })
  readonly next?: string;
}

export function presentRejection({ operationId, rejectedAt, ...rejection }: StoredRejection): RejectionView {
  return { ...rejection, operation: operationId, rejectedAt: rejectedAt.toISOString() };
}

export function presentQuarantined(record: QuarantinedRecord): QuarantinedRecordView {
  const { source, sourceId, reason, operationId, quarantinedAt } = record;
  return { source, sourceId, reason, operation: operationId, quarantinedAt: quarantinedAt.toISOString() };
}
