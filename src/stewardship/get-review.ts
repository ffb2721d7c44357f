import { CommandBus, Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import type { Domain } from '../domain/domain.js';
import { Database } from '../platform/database/database.js';
import { addPreviews } from './decide-review.js';
import { ReviewGroups } from './review-groups.js';
import { ReviewReader, type CurrentReview } from './review-reader.js';

/** Reads a review: open, or what has become of it. @throws Problem 404 */
export class GetReview extends Query<CurrentReview> {
  constructor(
    readonly domain: Domain,
    readonly id: string,
    readonly preview: boolean,
  ) {
    super();
  }
}

@QueryHandler(GetReview)
export class GetReviewHandler implements IQueryHandler<GetReview> {
  constructor(
    private readonly database: Database,
    private readonly reader: ReviewReader,
    private readonly groups: ReviewGroups,
    private readonly commands: CommandBus,
  ) {}

  async execute({ domain, id, preview }: GetReview): Promise<CurrentReview> {
    const current = await this.reader.read(this.database, domain, id);
    const [group] = current.joined ? await this.groups.present(domain, [current.joined]) : [];
    const review = { ...current.review, ...(group ? { group } : {}) };
    if (preview) await addPreviews(this.commands, domain, review);
    return { ...current, review };
  }
}
