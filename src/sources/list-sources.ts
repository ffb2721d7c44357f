import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { Database } from '../platform/database/database.js';
import type { Source } from './source.js';
import { SourcesRepository } from './sources.repository.js';

/** Lists registered sources in order of id. */
export class ListSources extends Query<Source[]> {
  constructor(
    readonly after: string | undefined,
    readonly limit: number,
  ) {
    super();
  }
}

@QueryHandler(ListSources)
export class ListSourcesHandler implements IQueryHandler<ListSources> {
  constructor(
    private readonly database: Database,
    private readonly repository: SourcesRepository,
  ) {}

  execute({ after, limit }: ListSources): Promise<Source[]> {
    return this.repository.page(this.database, after, limit);
  }
}
