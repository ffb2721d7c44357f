import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsOptional, IsString, MaxLength, MinLength } from 'class-validator';

/** The query parameters of a stream of records. */
export class BulkParameters {
  @ApiProperty({ description: 'The source of all of the records.', example: 'crm' })
  @IsString()
  @MinLength(1)
  @MaxLength(64)
  readonly source!: string;

  @ApiPropertyOptional({ description: "CSV only, and needed there: the column that holds the source's own id." })
  @IsOptional()
  @IsString()
  @MinLength(1)
  @MaxLength(200)
  readonly idColumn?: string;
}
