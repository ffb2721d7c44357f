import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { Domain } from '../domain/domain.js';
import { Database } from '../platform/database/database.js';
import { Problem } from '../platform/http/problem.js';
import { claimedByAnother } from './decide-review.js';
import { ReviewReader } from './review-reader.js';
import { ReviewStatesRepository } from './review-states.repository.js';
import type { Review } from './reviews.dto.js';

/**
 * Keeps a review for one steward for a while, or for a while longer.
 *
 * @throws Problem 404 where there is none, 409 where it is not open any more or another steward has it
 */
export class ClaimReview extends Command<Review> {
  constructor(
    readonly domain: Domain,
    readonly id: string,
    readonly by: string | null,
    readonly leaseSeconds: number,
    readonly dueAt: Date | undefined,
  ) {
    super();
  }
}

@CommandHandler(ClaimReview)
export class ClaimReviewHandler implements ICommandHandler<ClaimReview> {
  constructor(
    private readonly database: Database,
    private readonly reader: ReviewReader,
    private readonly states: ReviewStatesRepository,
  ) {}

  async execute({ domain, id, by, leaseSeconds, dueAt }: ClaimReview): Promise<Review> {
    const { review, pair } = await this.reader.read(this.database, domain, id);
    if (review.status === 'closed' || review.status === 'decided')
      throw new Problem(409, 'Review not open', `The review is ${review.status}.`);
    const claimed = await this.states.claim(this.database, pair, by, { leaseSeconds, dueAt });
    const current = await this.reader.read(this.database, domain, id);
    if (!claimed && current.review.claim) throw claimedByAnother(current.review.claim);
    return current.review;
  }
}
