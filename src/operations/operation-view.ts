import { ApiExtraModels, ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { ApiNullable } from '../platform/http/openapi-property.js';
import { ActivationResult, PreviewResult, TrainingResult } from '../models/model-results.dto.js';
import { RulesPreviewResult } from '../rules/rules-preview.dto.js';
import { progressOf, statusOf, type Operation, type OperationKind, type OperationStatus } from './operation.js';
import type { RejectedLine } from './operations.repository.js';
import type { ProblemDetails } from './problem-details.js';

const kinds = [
  'ingestion',
  'reprocessing',
  'rejectionReplay',
  'quarantineReplay',
  'survivorship',
  'survivorshipPreview',
  'activation',
  'training',
  'preview',
] satisfies OperationKind[];
const statuses = ['running', 'succeeded', 'failed'] satisfies OperationStatus[];

export class OperationProgress {
  @ApiProperty({ type: 'integer', minimum: 0, description: 'Records settled, or steps of work done.' })
  readonly done!: number;

  @ApiProperty({
    type: 'integer',
    minimum: 0,
    description: 'Records to settle, or steps to do, as far as is known by now.',
  })
  readonly total!: number;
}

export class RejectedField {
  @ApiProperty({ example: 'birthDate' })
  readonly path!: string;

  @ApiProperty()
  readonly message!: string;
}

export class RejectedLineView {
  @ApiProperty({ type: 'integer', minimum: 1, description: 'Line of the input; in a JSON array, the element.' })
  readonly line!: number;

  @ApiProperty({ type: String, nullable: true, description: 'Null where the line does not say.' })
  readonly sourceId!: string | null;

  @ApiProperty({ type: [RejectedField] })
  readonly errors!: readonly RejectedField[];
}

/** What has become of the records that an operation took in. */
export class OperationResult {
  @ApiProperty({ type: 'integer', minimum: 0, description: 'The sum of accepted, unchanged, stale and rejected.' })
  readonly received!: number;

  @ApiProperty({ type: 'integer', minimum: 0 })
  readonly accepted!: number;

  @ApiProperty({ type: 'integer', minimum: 0, description: 'The same content was held already.' })
  readonly unchanged!: number;

  @ApiProperty({ type: 'integer', minimum: 0, description: 'Observed before what was held already.' })
  readonly stale!: number;

  @ApiProperty({ type: 'integer', minimum: 0 })
  readonly rejected!: number;

  @ApiProperty({ type: 'integer', minimum: 0, description: 'Accepted, and could not be resolved.' })
  readonly quarantined!: number;

  @ApiPropertyOptional({
    type: [RejectedLineView],
    description: 'The first 1,000 rejections. Left out of lists of operations.',
  })
  readonly rejections?: readonly RejectedLineView[];
}

type AnyResult = OperationResult | ActivationResult | TrainingResult | PreviewResult | RulesPreviewResult;

const results = [OperationResult, ActivationResult, TrainingResult, PreviewResult, RulesPreviewResult];

/** An operation as clients see it. */
@ApiExtraModels(...results)
export class OperationView {
  @ApiProperty({ format: 'uuid' })
  readonly id!: string;

  @ApiProperty({ enum: kinds })
  readonly kind!: OperationKind;

  @ApiProperty({ enum: statuses })
  readonly status!: OperationStatus;

  @ApiProperty({ type: String, nullable: true })
  readonly collection!: string | null;

  @ApiProperty({ type: String, nullable: true })
  readonly source!: string | null;

  @ApiProperty()
  readonly progress!: OperationProgress;

  @ApiNullable(results, {
    description:
      'What it has come to, while it is running so far. Null until a training or a preview has succeeded, whose `progress` counts steps of work.',
  })
  readonly result!: AnyResult | null;

  @ApiProperty({
    type: 'object',
    additionalProperties: true,
    nullable: true,
    description: 'Why it failed, as RFC 9457 problem details; null where it did not.',
  })
  readonly error!: ProblemDetails | null;

  @ApiProperty({ format: 'date-time' })
  readonly createdAt!: string;

  @ApiProperty({ format: 'date-time' })
  readonly updatedAt!: string;
}

export class OperationPage {
  @ApiProperty({ type: [OperationView] })
  readonly items!: readonly OperationView[];

  @ApiPropertyOptional({ description: 'The cursor of the next page; absent on the last one.' })
  readonly next?: string;
}

export function presentOperation(operation: Operation, rejections: readonly RejectedLine[] | undefined): OperationView {
  return {
    id: operation.id,
    kind: operation.kind,
    status: statusOf(operation),
    collection: operation.collection,
    source: operation.source,
    progress: progressOf(operation),
    result: resultOf(operation, rejections),
    error: operation.error,
    createdAt: operation.createdAt.toISOString(),
    updatedAt: operation.updatedAt.toISOString(),
  };
}

function resultOf(operation: Operation, rejections: readonly RejectedLine[] | undefined): AnyResult | null {
  const { kind, counts, quarantined, pending, result } = operation;
  switch (kind) {
    case 'training':
    case 'preview':
    case 'survivorshipPreview':
      return result as TrainingResult | PreviewResult | RulesPreviewResult | null;
    case 'activation':
      return { ...(result as Pick<ActivationResult, 'model'>), resolved: counts.received - pending, quarantined };
    default:
      return { ...counts, quarantined, ...(rejections && { rejections }) };
  }
}
