import { ApiPropertyOptional } from '@nestjs/swagger';
import { Transform } from 'class-transformer';
import { IsOptional, IsString, Matches, MaxLength } from 'class-validator';
import { IsTimestamp } from '../platform/http/is-timestamp.js';
import { PageParameters } from '../platform/http/pagination.js';

const sourcePattern = /^[a-z0-9-]{1,64}$/;

/** Which version of a golden record to read. */
export class GoldenVersionParameters {
  @ApiPropertyOptional({
    type: 'string',
    format: 'date-time',
    description: 'Answers with the record as it stood at this time.',
  })
  // An unescaped + of a zone arrives as a space.
  @Transform(({ value }: { value: unknown }) =>
    typeof value === 'string' ? value.replace(/ (\d\d:\d\d)$/, '+$1') : value,
  )
  @IsOptional()
  @IsTimestamp()
  readonly asOf?: string;
}

/** How to list golden records: by the record of a source, by text, or all. */
export class GoldenListParameters extends PageParameters {
  @ApiPropertyOptional({
    pattern: sourcePattern.source,
    description: 'With `sourceId`: the golden record of this record.',
  })
  @IsOptional()
  @Matches(sourcePattern)
  readonly source?: string;

  @ApiPropertyOptional({ maxLength: 512, description: "The record's id in the source." })
  @IsOptional()
  @IsString()
  @MaxLength(512)
  readonly sourceId?: string;

  @ApiPropertyOptional({
    maxLength: 200,
    description:
      'Text to search for, misspelt or not, case and accents aside. Answers with the best `limit`, without a next page.',
  })
  @IsOptional()
  @IsString()
  @MaxLength(200)
  readonly q?: string;
}

/** Which records to export. */
export class CrosswalkParameters {
  @ApiPropertyOptional({ pattern: sourcePattern.source, description: 'Only the records of this source.' })
  @IsOptional()
  @Matches(sourcePattern)
  readonly source?: string;
}
