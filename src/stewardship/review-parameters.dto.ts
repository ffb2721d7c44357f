import { ApiPropertyOptional } from '@nestjs/swagger';
import { Transform, Type } from 'class-transformer';
import { IsBoolean, IsIn, IsInt, IsNumber, IsOptional, IsString, Matches, Max, MaxLength, Min } from 'class-validator';
import { IsTimestamp } from '../platform/http/is-timestamp.js';
import { PageParameters } from '../platform/http/pagination.js';
import { PreviewParameters } from './decisions.dto.js';
import { reviewReasons, type ReviewReason } from './reviews.dto.js';

const listed = ['open', 'skipped'] as const;
export const reviewSorts = ['priority', 'weight', '-weight', 'dueAt'] as const;
/** The order of reviews: by priority or weight, the greatest first; by weight, the least first; by due date. */
export type ReviewSort = (typeof reviewSorts)[number];

/** Which reviews to list, and in which order. */
export class ReviewListParameters extends PageParameters {
  @ApiPropertyOptional({ enum: listed, default: 'open' })
  @IsOptional()
  @IsIn(listed)
  readonly status: (typeof listed)[number] = 'open';

  @ApiPropertyOptional({ description: 'Only those that the steward of this name has claimed.' })
  @IsOptional()
  @IsString()
  @MaxLength(200)
  readonly assignee?: string;

  @ApiPropertyOptional({ type: Boolean, description: 'Only those that someone has claimed, or that nobody has.' })
  @Transform(({ value }: { value: unknown }) => (value === 'true' ? true : value === 'false' ? false : value))
  @IsOptional()
  @IsBoolean()
  readonly claimed?: boolean;

  @ApiPropertyOptional({ type: Number, description: 'In bits.' })
  @Type(() => Number)
  @IsOptional()
  @IsNumber()
  readonly minWeight?: number;

  @ApiPropertyOptional({ type: Number, description: 'In bits.' })
  @Type(() => Number)
  @IsOptional()
  @IsNumber()
  readonly maxWeight?: number;

  @ApiPropertyOptional({ enum: reviewReasons })
  @IsOptional()
  @IsIn(reviewReasons)
  readonly reason?: ReviewReason;

  @ApiPropertyOptional({ pattern: '^[a-z0-9-]{1,64}$', description: 'Only those with a record of this source.' })
  @IsOptional()
  @Matches(/^[a-z0-9-]{1,64}$/)
  readonly source?: string;

  @ApiPropertyOptional({ type: 'string', format: 'date-time', description: 'Only those due before this time.' })
  @IsOptional()
  @IsTimestamp()
  readonly dueBefore?: string;

  @ApiPropertyOptional({
    enum: reviewSorts,
    default: 'priority',
    description:
      '`priority` and `weight`: the greatest first; `-weight`: the least first; `dueAt`: the earliest first, then the strongest of those that have none.',
  })
  @IsOptional()
  @IsIn(reviewSorts)
  readonly sort: ReviewSort = 'priority';

  @ApiPropertyOptional({
    type: Boolean,
    default: false,
    description: 'With each review what `match` would change. A page then holds 50 at most.',
  })
  @Transform(({ value }: { value: unknown }) => (value === 'true' ? true : value === 'false' ? false : value))
  @IsOptional()
  @IsBoolean()
  readonly preview: boolean = false;
}

/** How one review is to be answered. */
export class ReviewParameters extends PreviewParameters {}

/** How many reviews to suggest. */
export class SuggestionParameters {
  @ApiPropertyOptional({ type: 'integer', minimum: 1, maximum: 100, default: 10 })
  @Type(() => Number)
  @IsOptional()
  @IsInt()
  @Min(1)
  @Max(100)
  readonly limit: number = 10;
}

/** Which of the oversized blocks to list. */
export class OversizedBlockParameters extends PageParameters {
  @ApiPropertyOptional({ type: Boolean, description: 'Only those of values that are generic, or only the others.' })
  @Transform(({ value }: { value: unknown }) => (value === 'true' ? true : value === 'false' ? false : value))
  @IsOptional()
  @IsBoolean()
  readonly generic?: boolean;
}
