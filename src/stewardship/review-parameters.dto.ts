import { ApiPropertyOptional } from '@nestjs/swagger';
import { IsIn, IsOptional } from 'class-validator';
import { PageParameters } from '../platform/http/pagination.js';

/** Which reviews to list. */
export class ReviewListParameters extends PageParameters {
  @ApiPropertyOptional({ enum: ['open'], default: 'open' })
  @IsOptional()
  @IsIn(['open'])
  readonly status = 'open' as const;
}
