import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { SourceCatalog } from './source-catalog.js';
import type { Source } from './source.js';

/** Reads a registered source. @throws Problem 404 */
export class GetSource extends Query<Source> {
  constructor(readonly source: string) {
    super();
  }
}

@QueryHandler(GetSource)
export class GetSourceHandler implements IQueryHandler<GetSource> {
  constructor(private readonly catalog: SourceCatalog) {}

  execute({ source }: GetSource): Promise<Source> {
    return this.catalog.get(source);
  }
}
