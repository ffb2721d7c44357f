import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  IsArray,
  IsInt,
  IsOptional,
  IsString,
  IsUUID,
  MaxLength,
  Min,
  ValidateNested,
} from 'class-validator';
import { OptionalBody } from '../platform/http/optional-body.js';
import { PageParameters } from '../platform/http/pagination.js';

export class RejectionListParameters extends PageParameters {
  @ApiPropertyOptional({ description: 'Only lines of this source.', example: 'crm' })
  @IsOptional()
  @IsString()
  @MaxLength(64)
  readonly source?: string;

  @ApiPropertyOptional({ format: 'uuid', description: 'Only lines of this operation.' })
  @IsOptional()
  @IsUUID()
  readonly operation?: string;
}

export class QuarantineListParameters extends PageParameters {
  @ApiPropertyOptional({ description: 'Only records of this source.', example: 'crm' })
  @IsOptional()
  @IsString()
  @MaxLength(64)
  readonly source?: string;
}

/** Which rejections to replay. With neither: all of the collection. */
@OptionalBody()
export class RejectionReplayBody {
  @ApiPropertyOptional({ type: [Number], maxItems: 1_000, description: 'Only these.' })
  @IsOptional()
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(1_000)
  @IsInt({ each: true })
  @Min(1, { each: true })
  readonly ids?: number[];

  @ApiPropertyOptional({ description: 'Only those of this source.', example: 'crm' })
  @IsOptional()
  @IsString()
  @MaxLength(64)
  readonly source?: string;
}

export class RecordReference {
  @ApiProperty({ example: 'crm' })
  @IsString()
  @MaxLength(64)
  readonly source!: string;

  @ApiProperty({ example: '4711' })
  @IsString()
  @MaxLength(512)
  readonly sourceId!: string;
}

/** Which quarantined records to try again. With neither: all of the collection. */
@OptionalBody()
export class QuarantineReplayBody {
  @ApiPropertyOptional({ type: [RecordReference], maxItems: 1_000, description: 'Only these.' })
  @IsOptional()
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(1_000)
  @ValidateNested({ each: true })
  @Type(() => RecordReference)
  readonly records?: RecordReference[];

  @ApiPropertyOptional({ description: 'Only those of this source.', example: 'crm' })
  @IsOptional()
  @IsString()
  @MaxLength(64)
  readonly source?: string;
}
