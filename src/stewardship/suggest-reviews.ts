import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import type { Domain } from '../domain/domain.js';
import type { Evidence } from '../matching/evidence.js';
import { mostInformative } from '../matching/most-informative.js';
import { ActiveModels } from '../models/active-models.js';
import { Database } from '../platform/database/database.js';
import { DecisionReaderRepository } from './decision-reader.repository.js';
import { ListedReviews } from './listed-reviews.js';
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
    private readonly listed: ListedReviews,
  ) {}

  async execute({ domain, limit }: SuggestReviews): Promise<Review[]> {
    const { collection } = domain;
    const threshold = (await this.models.of(this.database, domain)).thresholds.link;
    const filter = { skipped: false, claimed: false, sort: 'uncertainty', threshold, at: new Date() } as const;
    const rows = await this.repository.list(this.database, collection, filter, undefined, pool);
    const open = (await this.listed.present(domain, rows, 'open')).map((presented) => {
      const { weight, evidence } = presented.review;
      return { presented, distance: Math.abs(weight - threshold), pattern: patternOf(evidence) };
    });
    const standing = await this.decisions.list(this.database, collection, { status: 'standing' }, undefined, pool);
    const labelled = standing.flatMap(({ evidence: [strongest] }) =>
      strongest ? [patternOf(strongest.evidence)] : [],
    );
    const suggested = mostInformative(open, labelled, limit).map(({ presented }) => presented);
    await this.listed.addGroups(domain, suggested);
    return suggested.map(({ review }) => review);
  }
}

function patternOf({ comparisons }: Evidence): string[] {
  return comparisons.map(({ comparison, level }) => `${comparison} ${level}`);
}
