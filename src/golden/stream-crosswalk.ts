import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import type { Domain } from '../domain/domain.js';
import type { CrosswalkLine } from './golden.dto.js';
import { GoldenReaderRepository } from './golden-reader.repository.js';

/** Reads every live record with its golden id, in chunks of any number of lines, as the reader asks for them. */
export class StreamCrosswalk extends Query<AsyncGenerator<CrosswalkLine[]>> {
  constructor(
    readonly domain: Domain,
    readonly source: string | undefined,
  ) {
    super();
  }
}

@QueryHandler(StreamCrosswalk)
export class StreamCrosswalkHandler implements IQueryHandler<StreamCrosswalk> {
  constructor(private readonly repository: GoldenReaderRepository) {}

  execute({ domain, source }: StreamCrosswalk): Promise<AsyncGenerator<CrosswalkLine[]>> {
    return Promise.resolve(this.repository.crosswalk(domain.collection, source));
  }
}
