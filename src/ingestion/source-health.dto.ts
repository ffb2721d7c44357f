import { ApiProperty } from '@nestjs/swagger';
import { ApiTime } from '../platform/http/openapi-property.js';
import type { CollectionHealth } from './source-health.repository.js';

const count = { type: 'integer', minimum: 0 } as const;

/** How the records of a source fare in one collection. */
export class CollectionHealthView {
  @ApiProperty({ example: 'customers' })
  readonly collection!: string;

  @ApiProperty({ ...count, description: 'Records that are held, those withdrawn not among them.' })
  readonly records!: number;

  @ApiProperty({ ...count, description: 'Records that wait to be resolved.' })
  readonly pending!: number;

  @ApiProperty({ ...count, description: 'Records that could not be resolved.' })
  readonly quarantined!: number;

  @ApiProperty({ ...count, description: 'Lines that were rejected and not replayed since.' })
  readonly rejected!: number;

  @ApiTime({ nullable: true, description: 'When a record last came that changed something; null before the first.' })
  readonly lastReceivedAt!: string | null;
}

/** How a source fares. */
export class SourceHealth {
  @ApiProperty({ example: 'crm' })
  readonly source!: string;

  @ApiProperty({ type: [CollectionHealthView], description: 'The collections that it has sent anything to.' })
  readonly collections!: readonly CollectionHealthView[];
}

export function presentHealth(source: string, collections: readonly CollectionHealth[]): SourceHealth {
  return {
    source,
    collections: collections.map(({ lastReceivedAt, ...counts }) => ({
      ...counts,
      lastReceivedAt: lastReceivedAt?.toISOString() ?? null,
    })),
  };
}
