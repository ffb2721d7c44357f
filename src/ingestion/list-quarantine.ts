import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import type { Domain } from '../domain/domain.js';
import { QuarantineRepository, type QuarantinedRecord } from './quarantine.repository.js';

/** Lists the records that are set aside. */
export class ListQuarantine extends Query<QuarantinedRecord[]> {
  constructor(
    readonly domain: Domain,
    readonly source: string | null,
    readonly after: number,
    readonly limit: number,
  ) {
    super();
  }
}

@QueryHandler(ListQuarantine)
export class ListQuarantineHandler implements IQueryHandler<ListQuarantine> {
  constructor(private readonly repository: QuarantineRepository) {}

  execute({ domain, source, after, limit }: ListQuarantine): Promise<QuarantinedRecord[]> {
    return this.repository.page(domain.collection, source, after, limit);
  }
}
