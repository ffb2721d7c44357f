import { Body, Controller, Delete, Headers, HttpCode, Param, Post, Query } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiHeader, ApiOkResponse, ApiOperation, ApiParam, ApiResponse } from '@nestjs/swagger';
import { Client } from '../auth/client.js';
import type { Domain } from '../domain/domain.js';
import { CollectionPipe } from '../platform/http/collection.pipe.js';
import { readTimestamp } from '../platform/http/timestamp.js';
import { ClaimReview } from './claim-review.js';
import { DecideReview } from './decide-review.js';
import { DecideReviews } from './decide-reviews.js';
import { PreviewParameters } from './decisions.dto.js';
import { ReleaseReview } from './release-review.js';
import { RevokeSkip } from './revoke-skip.js';
import { reviewIdParameter } from './reviews.controller.js';
import {
  BulkReviewDecisions,
  BulkReviewOutcomes,
  ClaimRequest,
  Review,
  ReviewDecisionRequest,
  ReviewOutcome,
} from './reviews.dto.js';

const usualLease = 900;

/** What stewards do with reviews. */
@Controller('v1/:collection/reviews')
export class ReviewActionsController {
  constructor(private readonly commands: CommandBus) {}

  @Post('decisions')
  @HttpCode(200)
  @ApiOperation({ summary: 'Decides several reviews, each for itself: what one meets with holds up no other' })
  @ApiOkResponse({ type: BulkReviewOutcomes })
  async decideAll(
    @Param('collection', CollectionPipe) domain: Domain,
    @Client() by: string | null,
    @Body() { decisions }: BulkReviewDecisions,
  ): Promise<BulkReviewOutcomes> {
    return { items: await this.commands.execute(new DecideReviews(domain, decisions, by)) };
  }

  @Post(':reviewId/decision')
  @HttpCode(200)
  @ApiOperation({ summary: 'Decides a review: a match, no match, or to be put off until its weight changes' })
  @ApiParam(reviewIdParameter)
  @ApiHeader({
    name: 'If-Match',
    required: false,
    description: 'The `ETag` of the review as the steward saw it. Without it the review is decided as it stands.',
  })
  @ApiOkResponse({ type: ReviewOutcome })
  @ApiResponse({ status: 409, description: 'It is closed, decided, or claimed by another steward.' })
  @ApiResponse({ status: 412, description: '`If-Match` names another state of it. Nothing is changed.' })
  async decide(
    @Param('collection', CollectionPipe) domain: Domain,
    @Param('reviewId') reviewId: string,
    @Query() { preview }: PreviewParameters,
    @Headers('if-match') ifMatch: string | undefined,
    @Client() by: string | null,
    @Body() said: ReviewDecisionRequest,
  ): Promise<ReviewOutcome> {
    return this.commands.execute(new DecideReview(domain, reviewId, said, { by, ifMatch, preview }));
  }

  @Delete(':reviewId/skip')
  @ApiOperation({ summary: 'Takes a skip back: the review waits again. One that is not skipped stays as it is' })
  @ApiParam(reviewIdParameter)
  @ApiOkResponse({ type: Review })
  async revokeSkip(
    @Param('collection', CollectionPipe) domain: Domain,
    @Param('reviewId') reviewId: string,
  ): Promise<Review> {
    return this.commands.execute(new RevokeSkip(domain, reviewId));
  }

  @Post(':reviewId/claim')
  @HttpCode(200)
  @ApiOperation({ summary: 'Keeps a review for oneself for a while, or for a while longer' })
  @ApiParam(reviewIdParameter)
  @ApiOkResponse({ type: Review })
  @ApiResponse({ status: 409, description: 'Another steward has it, or it is not open any more.' })
  async claim(
    @Param('collection', CollectionPipe) domain: Domain,
    @Param('reviewId') reviewId: string,
    @Client() by: string | null,
    @Body() { leaseSeconds = usualLease, dueAt }: ClaimRequest,
  ): Promise<Review> {
    const due = dueAt === undefined ? undefined : readTimestamp(dueAt);
    return this.commands.execute(new ClaimReview(domain, reviewId, by, leaseSeconds, due));
  }

  @Post(':reviewId/release')
  @HttpCode(200)
  @ApiOperation({ summary: 'Gives a claimed review back' })
  @ApiParam(reviewIdParameter)
  @ApiOkResponse({ type: Review })
  @ApiResponse({ status: 409, description: 'Another steward has it.' })
  async release(
    @Param('collection', CollectionPipe) domain: Domain,
    @Param('reviewId') reviewId: string,
    @Client() by: string | null,
  ): Promise<Review> {
    return this.commands.execute(new ReleaseReview(domain, reviewId, by));
  }
}
