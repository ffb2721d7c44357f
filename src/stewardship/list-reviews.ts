import { CommandBus, Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import type { Domain } from '../domain/domain.js';
import { ActiveModels } from '../models/active-models.js';
import { Database } from '../platform/database/database.js';
import { OversizedBlocks } from '../resolution/oversized-blocks.js';
import { previewOf } from './decide-review.js';
import { presentReview } from './present-review.js';
import { ReviewsRepository, type ListedRow, type ReviewFilter, type ReviewPosition } from './reviews.repository.js';
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
    private readonly models: ActiveModels,
    private readonly blocks: OversizedBlocks,
    private readonly commands: CommandBus,
  ) {}

  async execute({ domain, filter, after, limit, preview }: ListReviews): Promise<ListedReview[]> {
    const rows = await this.repository.list(this.database, domain.collection, filter, after, limit);
    const listed = await this.present(domain, rows, filter);
    for (const { review } of listed.slice(0, preview)) {
      const changes = await previewOf(this.commands, domain, review);
      if (changes) review.preview = changes;
    }
    return listed;
  }

  private async present(
    domain: Domain,
    rows: readonly ListedRow[],
    { skipped }: ReviewFilter,
  ): Promise<ListedReview[]> {
    const ids = new Set(rows.flatMap(({ a, b }) => [a, b]));
    const records = await this.repository.records(this.database, [...ids]);
    const byId = new Map(records.map((record) => [record.id, record]));
    const model = await this.models.of(this.database, domain);
    const forms = records.map(({ standard }) => standard);
    const generic = await this.blocks.genericValues(this.database, domain, forms);
    return rows.flatMap((row): ListedReview[] => {
      const [x, y] = [byId.get(row.a), byId.get(row.b)];
      if (!x || !y) return [];
      const review = presentReview(row, { status: skipped ? 'skipped' : 'open' }, [x, y], model, generic);
      return [{ review, position: [row.rank, row.a, row.b] }];
    });
  }
}
