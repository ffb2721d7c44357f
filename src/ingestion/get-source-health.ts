import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { SourceCatalog } from '../sources/source-catalog.js';
import { SourceHealthRepository, type CollectionHealth } from './source-health.repository.js';

/** Reads how the records of a source fare. @throws Problem 404 where the source is not registered */
export class GetSourceHealth extends Query<CollectionHealth[]> {
  constructor(readonly source: string) {
    super();
  }
}

@QueryHandler(GetSourceHealth)
export class GetSourceHealthHandler implements IQueryHandler<GetSourceHealth> {
  constructor(
    private readonly sources: SourceCatalog,
    private readonly repository: SourceHealthRepository,
  ) {}

  async execute({ source }: GetSourceHealth): Promise<CollectionHealth[]> {
    await this.sources.get(source);
    return this.repository.read(source);
  }
}
