import { Controller, Get, Param, Query, Res } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiOkResponse, ApiOperation, ApiParam, ApiResponse } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import type { Domain } from '../domain/domain.js';
import { CollectionPipe } from '../platform/http/collection.pipe.js';
import { decodeCursor, pageOf } from '../platform/http/pagination.js';
import { readTimestamp } from '../platform/http/timestamp.js';
import { GetReview } from './get-review.js';
import { ListOversizedBlocks } from './list-oversized-blocks.js';
import { ListReviews } from './list-reviews.js';
import {
  OversizedBlockParameters,
  ReviewListParameters,
  ReviewParameters,
  SuggestionParameters,
} from './review-parameters.dto.js';
import { OversizedBlockPage, Review, ReviewPage, SuggestedReviews } from './reviews.dto.js';
import type { ReviewPosition } from './review-filter.js';
import { SuggestReviews } from './suggest-reviews.js';

export const reviewIdParameter = { name: 'reviewId', description: 'The id of the review.' };

/** With previews a page is short, as each is worked out to the last detail. */
const longestPreview = 50;

/** Where a list goes on, and the time of its first page, for which what changes with time is told on all of them. */
type ListPosition = readonly [at: number, ...position: ReviewPosition];

/** What is open for the stewards. */
@Controller('v1/:collection')
export class ReviewsController {
  constructor(private readonly queries: QueryBus) {}

  @Get('reviews')
  @ApiOperation({ summary: 'Lists what a steward is to decide on: of each two golden records the strongest pair' })
  @ApiOkResponse({ type: ReviewPage })
  async list(
    @Param('collection', CollectionPipe) domain: Domain,
    @Query() { limit, cursor, status, preview, dueBefore, ...filter }: ReviewListParameters,
  ): Promise<ReviewPage> {
    const most = preview ? Math.min(limit, longestPreview) : limit;
    const [at = Date.now(), ...after] = decodeCursor(cursor, isListPosition) ?? [];
    const due = dueBefore === undefined ? undefined : readTimestamp(dueBefore);
    const wanted = { ...filter, skipped: status === 'skipped', dueBefore: due, at: new Date(at) };
    const position = isReviewPosition(after) ? after : undefined;
    const rows = await this.queries.execute(new ListReviews(domain, wanted, position, most + 1, preview ? most : 0));
    const { items, next } = pageOf(rows, most, (last): ListPosition => [at, ...last.position]);
    return { items: items.map(({ review }) => review), ...(next === undefined ? {} : { next }) };
  }

  @Get('reviews/next')
  @ApiOperation({
    summary: 'Suggests the open reviews from whose answers the model would learn most',
    description:
      'Ranked batch-mode active learning: pairs near the link threshold whose evidence is least like what was decided and suggested before.',
  })
  @ApiOkResponse({ type: SuggestedReviews })
  async suggest(
    @Param('collection', CollectionPipe) domain: Domain,
    @Query() { limit }: SuggestionParameters,
  ): Promise<SuggestedReviews> {
    return { items: await this.queries.execute(new SuggestReviews(domain, limit)) };
  }

  @Get('reviews/:reviewId')
  @ApiOperation({ summary: 'Reads a review: open, or what has become of it' })
  @ApiParam(reviewIdParameter)
  @ApiResponse({
    status: 200,
    type: Review,
    headers: { ETag: { description: 'Names what a steward sees.', schema: { type: 'string' }, required: true } },
  })
  async find(
    @Param('collection', CollectionPipe) domain: Domain,
    @Param('reviewId') reviewId: string,
    @Query() { preview }: ReviewParameters,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Review> {
    const { review, tag } = await this.queries.execute(new GetReview(domain, reviewId, preview));
    reply.header('etag', tag);
    return review;
  }

  @Get('blocks/oversized')
  @ApiOperation({ summary: 'Lists the block keys that name too many records to generate candidates' })
  @ApiOkResponse({ type: OversizedBlockPage })
  async oversizedBlocks(
    @Param('collection', CollectionPipe) domain: Domain,
    @Query() { limit, cursor, generic: wanted }: OversizedBlockParameters,
  ): Promise<OversizedBlockPage> {
    const after = decodeCursor(cursor, (value): value is number => Number.isSafeInteger(value));
    const rows = await this.queries.execute(
      new ListOversizedBlocks(domain, { generic: wanted, after, limit: limit + 1 }),
    );
    const { items, next } = pageOf(rows, limit, ({ key }) => key);
    return {
      items: items.map(({ label, generic, size, since }) => ({ label, generic, size, since: since.toISOString() })),
      ...(next === undefined ? {} : { next }),
    };
  }
}

function isListPosition(value: unknown): value is ListPosition {
  return Array.isArray(value) && Number.isSafeInteger(value[0]) && isReviewPosition(value.slice(1));
}

function isReviewPosition(value: readonly unknown[]): value is ReviewPosition {
  const [rank, ...ids] = value;
  return ids.length === 2 && Number.isFinite(rank) && ids.every(Number.isSafeInteger);
}
