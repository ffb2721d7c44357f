import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { RejectionsRepository, type RejectionFilter, type StoredRejection } from './rejections.repository.js';

/** Lists lines that were rejected, oldest first. */
export class ListRejections extends Query<StoredRejection[]> {
  constructor(
    readonly filter: RejectionFilter,
    readonly after: number,
    readonly limit: number,
  ) {
    super();
  }
}

@QueryHandler(ListRejections)
export class ListRejectionsHandler implements IQueryHandler<ListRejections> {
  constructor(private readonly repository: RejectionsRepository) {}

  execute({ filter, after, limit }: ListRejections): Promise<StoredRejection[]> {
    return this.repository.page(filter, after, limit);
  }
}
