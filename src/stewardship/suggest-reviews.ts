import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import type { Domain } from '../domain/domain.js';
import type { Evidence } from '../matching/evidence.js';
import { mostInformative } from '../matching/most-informative.js';
import { ActiveModels } from '../models/active-models.js';
import { Database } from '../platform/database/database.js';
import { OversizedBlocks } from '../resolution/oversized-blocks.js';
import { DecisionReaderRepository } from './decision-reader.repository.js';
import { presentReview } from './present-review.js';
import { ReviewsRepository } from './reviews.repository.js';
import type { Review } from './reviews.dto.js';

/** Of so many open reviews nearest to the threshold, and beside so many of the last decisions, suggestions are chosen. */
const pool = 300;

/** Suggests the open, unclaimed reviews whose answers the model would learn most from. */
export class SuggestReviews extends Query<Review[]> {
  constructor(
    readonly domain: Domain,
    readonly limit: number,
  ) {
    super();
  }
}

@QueryHandler(SuggestReviews)
export class SuggestReviewsHandler implements IQueryHandler<SuggestReviews> {
  constructor(
    private readonly database: Database,
    private readonly repository: ReviewsRepository,
    private readonly decisions: DecisionReaderRepository,
    private readonly models: ActiveModels,
    private readonly blocks: OversizedBlocks,
  ) {}

  async execute({ domain, limit }: SuggestReviews): Promise<Review[]> {
    const { collection } = domain;
    const model = await this.models.of(this.database, domain);
    const threshold = model.thresholds.link;
    const filter = { skipped: false, claimed: false, sort: 'uncertainty', threshold, at: new Date() } as const;
    const rows = await this.repository.list(this.database, collection, filter, undefined, pool);
    const records = await this.repository.records(this.database, [...new Set(rows.flatMap(({ a, b }) => [a, b]))]);
    const byId = new Map(records.map((record) => [record.id, record]));
    const forms = records.map(({ standard }) => standard);
    const generic = await this.blocks.genericValues(this.database, domain, forms);
    const open = rows.flatMap((row) => {
      const [x, y] = [byId.get(row.a), byId.get(row.b)];
      if (!x || !y) return [];
      const review = presentReview(row, { status: 'open' }, [x, y], model, generic);
      return [{ review, distance: Math.abs(review.weight - threshold), pattern: patternOf(review.evidence) }];
    });
    const standing = await this.decisions.list(this.database, collection, { status: 'standing' }, undefined, pool);
    const labelled = standing.flatMap(({ evidence: [strongest] }) =>
      strongest ? [patternOf(strongest.evidence)] : [],
    );
    return mostInformative(open, labelled, limit).map(({ review }) => review);
  }
}

function patternOf({ comparisons }: Evidence): string[] {
  return comparisons.map(({ comparison, level }) => `${comparison} ${level}`);
}
