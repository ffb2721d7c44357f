import { Controller, Get, Param, Query } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiOkResponse, ApiOperation } from '@nestjs/swagger';
import type { Domain } from '../domain/domain.js';
import { CollectionPipe } from '../platform/http/collection.pipe.js';
import { decodeCursor, encodeCursor, pageOf, PageParameters } from '../platform/http/pagination.js';
import { ListOversizedBlocks } from './list-oversized-blocks.js';
import { ListReviews, type ReviewPosition } from './list-reviews.js';
import { ReviewListParameters } from './review-parameters.dto.js';
import { OversizedBlockPage, ReviewPage } from './reviews.dto.js';

/** What is open for the stewards. */
@Controller('v1/:collection')
export class ReviewsController {
  constructor(private readonly queries: QueryBus) {}

  @Get('reviews')
  @ApiOperation({ summary: 'Lists the pairs that a steward is to decide on, with the evidence' })
  @ApiOkResponse({ type: ReviewPage })
  async reviews(
    @Param('collection', CollectionPipe) domain: Domain,
    @Query() { limit, cursor }: ReviewListParameters,
  ): Promise<ReviewPage> {
    const after = decodeCursor(cursor, isReviewPosition);
    const { items, next } = await this.queries.execute(new ListReviews(domain, after, limit));
    return { items, ...(next ? { next: encodeCursor(next) } : {}) };
  }

  @Get('blocks/oversized')
  @ApiOperation({ summary: 'Lists the block keys that name too many records to generate candidates' })
  @ApiOkResponse({ type: OversizedBlockPage })
  async oversizedBlocks(
    @Param('collection', CollectionPipe) domain: Domain,
    @Query() { limit, cursor }: PageParameters,
  ): Promise<OversizedBlockPage> {
    const after = decodeCursor(cursor, (value): value is number => Number.isSafeInteger(value));
    const rows = await this.queries.execute(new ListOversizedBlocks(domain, after, limit + 1));
    const { items, next } = pageOf(rows, limit, ({ key }) => key);
    return {
      items: items.map(({ label, size, since }) => ({ label, size, since: since.toISOString() })),
      ...(next === undefined ? {} : { next }),
    };
  }
}

function isReviewPosition(value: unknown): value is ReviewPosition {
  if (!Array.isArray(value) || value.length !== 4) return false;
  const [reason, weight, ...ids] = value as unknown[];
  return (
    (reason === 'uncertain' || reason === 'separated') && Number.isFinite(weight) && ids.every(Number.isSafeInteger)
  );
}
