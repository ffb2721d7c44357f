import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import type { CanonicalRecord } from '../domain/attribute.js';
import { ApiDomainProperty, ApiTime } from '../platform/http/openapi-property.js';
import type { FieldError } from '../platform/http/problem.js';
import type { StoredRecord } from './record-reader.repository.js';

const statuses = ['pending', 'resolved', 'quarantined', 'deleted'] as const;
export type RecordStatus = (typeof statuses)[number];

export class RecordFlag {
  @ApiProperty({ description: 'The canonical attribute.', example: 'birthDate' })
  readonly path!: string;

  @ApiProperty({ example: 'is no date' })
  readonly message!: string;
}

/** A source's record as clients see it. */
export class RecordView {
  @ApiProperty({ example: 'crm' })
  readonly source!: string;

  @ApiProperty({ example: '4711' })
  readonly sourceId!: string;

  @ApiProperty({ type: 'object', additionalProperties: true, description: 'As the source gave it.' })
  readonly data!: Readonly<Record<string, unknown>>;

  @ApiDomainProperty('CanonicalRecord', { description: 'What was read out of it.' })
  readonly canonical!: CanonicalRecord;

  @ApiProperty({ enum: statuses, description: 'Quarantined: it could not be resolved; see `reason`.' })
  readonly status!: RecordStatus;

  @ApiProperty({
    type: String,
    format: 'uuid',
    nullable: true,
    description: 'Null until it is resolved, and once it is deleted.',
  })
  readonly goldenId!: string | null;

  @ApiTime({ description: 'When the source observed it; when it was received, where the source did not say.' })
  readonly observedAt!: string;

  @ApiTime()
  readonly receivedAt!: string;

  @ApiPropertyOptional({
    type: [RecordFlag],
    description: 'Values that could not be read, or stand for none (`test@test.com`), and were kept as given.',
  })
  readonly flags?: readonly FieldError[];

  @ApiPropertyOptional({ description: 'Why it is quarantined.' })
  readonly reason?: string;
}

export function presentRecord(record: StoredRecord): RecordView {
  const { source, sourceId, data, canonical, flags, deleted, goldenId, reason } = record;
  return {
    source,
    sourceId,
    data,
    canonical,
    status: statusOf(record),
    goldenId: deleted ? null : goldenId,
    observedAt: record.observedAt.toISOString(),
    receivedAt: record.receivedAt.toISOString(),
    ...(flags && { flags }),
    ...(reason !== null && { reason }),
  };
}

function statusOf({ deleted, pending, reason }: StoredRecord): RecordStatus {
  if (deleted) return 'deleted';
  if (pending) return 'pending';
  return reason === null ? 'resolved' : 'quarantined';
}
