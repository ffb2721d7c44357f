import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { Domain } from '../domain/domain.js';
import { Database } from '../platform/database/database.js';
import { claimedByAnother } from './decide-review.js';
import { ReviewReader } from './review-reader.js';
import { ReviewStatesRepository } from './review-states.repository.js';
import type { Review } from './reviews.dto.js';

/**
 * Gives a review back. One that nobody has claimed stays as it is.
 *
 * @throws Problem 404 where there is none, 409 where another steward has it
 */
export class ReleaseReview extends Command<Review> {
  constructor(
    readonly domain: Domain,
    readonly id: string,
    readonly by: string | null,
  ) {
    super();
  }
}

@CommandHandler(ReleaseReview)
export class ReleaseReviewHandler implements ICommandHandler<ReleaseReview> {
  constructor(
    private readonly database: Database,
    private readonly reader: ReviewReader,
    private readonly states: ReviewStatesRepository,
  ) {}

  async execute({ domain, id, by }: ReleaseReview): Promise<Review> {
    const { pair } = await this.reader.read(this.database, domain, id);
    const released = await this.states.release(this.database, pair, by);
    const { review } = await this.reader.read(this.database, domain, id);
    if (!released && review.claim) throw claimedByAnother(review.claim);
    return review;
  }
}
