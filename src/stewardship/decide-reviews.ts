import { Command, CommandBus, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { Domain } from '../domain/domain.js';
import { problemOf } from '../platform/http/problem.filter.js';
import { DecideReview } from './decide-review.js';
import type { BulkReviewDecision, BulkReviewOutcome } from './reviews.dto.js';

/** Decides several reviews one after the other, each in a transaction of its own: one that fails holds up no other. */
export class DecideReviews extends Command<BulkReviewOutcome[]> {
  constructor(
    readonly domain: Domain,
    readonly decisions: readonly BulkReviewDecision[],
    readonly by: string | null,
  ) {
    super();
  }
}

@CommandHandler(DecideReviews)
export class DecideReviewsHandler implements ICommandHandler<DecideReviews> {
  constructor(private readonly commands: CommandBus) {}

  async execute({ domain, decisions, by }: DecideReviews): Promise<BulkReviewOutcome[]> {
    const outcomes: BulkReviewOutcome[] = [];
    for (const { review, ...said } of decisions) {
      try {
        const request = { by, ifMatch: undefined, preview: false };
        outcomes.push({
          review,
          outcome: await this.commands.execute(new DecideReview(domain, review, said, request)),
        });
      } catch (error) {
        const { status, title, detail } = problemOf(error);
        outcomes.push({ review, problem: { status, title, detail } });
      }
    }
    return outcomes;
  }
}
