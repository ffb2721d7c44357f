import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { Domain } from '../domain/domain.js';
import { Database } from '../platform/database/database.js';
import { pairOf, ReviewReader } from './review-reader.js';
import { ReviewStatesRepository } from './review-states.repository.js';
import type { Review } from './reviews.dto.js';

/**
 * Takes a skip back: the review waits again as it did before. One that is not skipped stays as it is.
 *
 * @throws Problem 404 where there is no such review
 */
export class RevokeSkip extends Command<Review> {
  constructor(
    readonly domain: Domain,
    readonly id: string,
  ) {
    super();
  }
}

@CommandHandler(RevokeSkip)
export class RevokeSkipHandler implements ICommandHandler<RevokeSkip> {
  constructor(
    private readonly database: Database,
    private readonly reader: ReviewReader,
    private readonly states: ReviewStatesRepository,
  ) {}

  async execute({ domain, id }: RevokeSkip): Promise<Review> {
    await this.states.unskip(this.database, domain.collection, pairOf(domain, id));
    return (await this.reader.read(this.database, domain, id)).review;
  }
}
