import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';

/** One record of many, as it is documented. It is read by `readRecordLine`, a million of them at a time. */
export class RecordLineBody {
  @ApiProperty({ minLength: 1, maxLength: 512, example: '4711' })
  readonly sourceId!: string;

  @ApiProperty({ type: 'object', additionalProperties: true })
  readonly data!: Readonly<Record<string, unknown>>;

  @ApiPropertyOptional({ format: 'date-time', description: 'When the source observed it. Without it: now.' })
  readonly observedAt?: string;
}
