import { CommandBus, Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import type { Domain } from '../domain/domain.js';
import { Database } from '../platform/database/database.js';
import { addPreviews } from './decide-review.js';
import { ListedReviews } from './listed-reviews.js';
import type { ReviewFilter, ReviewPosition } from './review-filter.js';
import { ReviewsRepository } from './reviews.repository.js';
import type { Review } from './reviews.dto.js';

/** A review, and its place in the list. */
export interface ListedReview {
  readonly review: Review;
  readonly position: ReviewPosition;
}

/** Lists the pairs that a steward is to decide on, in the order of the filter. */
export class ListReviews extends Query<ListedReview[]> {
  /** @param preview how many, from the first, to answer with what a match would change */
  constructor(
    readonly domain: Domain,
    readonly filter: ReviewFilter,
    readonly after: ReviewPosition | undefined,
    readonly limit: number,
    readonly preview: number,
  ) {
    super();
  }
}

@QueryHandler(ListReviews)
export class ListReviewsHandler implements IQueryHandler<ListReviews> {
  constructor(
    private readonly database: Database,
    private readonly repository: ReviewsRepository,
    private readonly listed: ListedReviews,
    private readonly commands: CommandBus,
  ) {}

  async execute({ domain, filter, after, limit, preview }: ListReviews): Promise<ListedReview[]> {
    const rows = await this.repository.list(this.database, domain.collection, filter, after, limit);
    const presented = await this.listed.present(domain, rows, filter.skipped ? 'skipped' : 'open');
    await this.listed.addGroups(domain, presented);
    for (const { review } of presented.slice(0, preview)) await addPreviews(this.commands, domain, review);
    return presented.map(({ row, review }) => ({ review, position: [row.rank, row.a, row.b] }));
  }
}
