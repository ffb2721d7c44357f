import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import type { Domain } from '../domain/domain.js';
import { ActiveModels, type ActiveModel } from '../models/active-models.js';
import { Database } from '../platform/database/database.js';
import { ReviewsRepository, type OpenPair, type ReviewedRecord, type Scan } from './reviews.repository.js';
import type { Review, ReviewReason, ReviewSide } from './reviews.dto.js';

/** Where a list of reviews goes on: after a pair of the one kind or of the other. */
export type ReviewPosition = readonly [reason: ReviewReason, weight: number, a: number, b: number];

/** Reviews, and where the list goes on; at its end nowhere. */
export interface ReviewList {
  readonly items: Review[];
  readonly next?: ReviewPosition;
}

interface PairToReview extends OpenPair {
  readonly reason: ReviewReason;
}

interface PairPage {
  readonly pairs: readonly PairToReview[];
  readonly next?: ReviewPosition;
}

/** Lists the pairs that a steward is to decide on: uncertain ones first, then those kept apart. */
export class ListReviews extends Query<ReviewList> {
  constructor(
    readonly domain: Domain,
    readonly after: ReviewPosition | undefined,
    readonly limit: number,
  ) {
    super();
  }
}

@QueryHandler(ListReviews)
export class ListReviewsHandler implements IQueryHandler<ListReviews> {
  constructor(
    private readonly repository: ReviewsRepository,
    private readonly models: ActiveModels,
    private readonly database: Database,
  ) {}

  async execute({ domain, after, limit }: ListReviews): Promise<ReviewList> {
    const { pairs, next } = await this.page(domain.collection, after, limit);
    const ids = new Set(pairs.flatMap(({ a, b }) => [a, b]));
    const records = new Map((await this.repository.records([...ids])).map((record) => [record.id, record]));
    const model = await this.models.of(this.database, domain);
    const items = pairs.flatMap((pair) => review(model, pair, records));
    return { items, ...(next ? { next } : {}) };
  }

  private async page(collection: string, after: ReviewPosition | undefined, limit: number): Promise<PairPage> {
    const [reason = 'uncertain', weight = 0, a = 0, b = 0] = after ?? [];
    if (reason === 'separated') return separatedPage(await this.repository.separated(collection, { a, b }, limit), []);
    const uncertain = await this.repository.uncertain(collection, after && { weight, a, b }, limit);
    const pairs = uncertain.map((pair) => ({ ...pair, reason }));
    const last = uncertain.at(-1);
    if (last && uncertain.length === limit) return { pairs, next: [reason, last.weight, last.a, last.b] };
    return separatedPage(await this.repository.separated(collection, { a: 0, b: 0 }, limit - pairs.length), pairs);
  }
}

function review(
  model: ActiveModel,
  { a, b, reason }: PairToReview,
  records: ReadonlyMap<number, ReviewedRecord>,
): Review[] {
  const [x, y] = [records.get(a), records.get(b)];
  if (!x || !y) return [];
  const evidence = model.explain(x.standard, y.standard);
  const { weight, probability } = evidence;
  return [{ id: `${a}-${b}`, status: 'open', reason, weight, probability, records: [side(x), side(y)], evidence }];
}

function separatedPage({ pairs, scannedTo }: Scan, before: readonly PairToReview[]): PairPage {
  const all = [...before, ...pairs.map((pair) => ({ ...pair, reason: 'separated' as const }))];
  return scannedTo ? { pairs: all, next: ['separated', 0, scannedTo.a, scannedTo.b] } : { pairs: all };
}

function side({ source, sourceId, goldenId, canonical }: ReviewedRecord): ReviewSide {
  return { source, sourceId, goldenId, canonical };
}
