import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import type { Domain } from '../domain/domain.js';
import { goldenRecord, type GoldenRecord } from './golden.dto.js';
import { GoldenReaderRepository } from './golden-reader.repository.js';

/** Lists the golden records that are neither merged nor deleted, in order of id. */
export class ListGolden extends Query<GoldenRecord[]> {
  constructor(
    readonly domain: Domain,
    readonly after: string | undefined,
    readonly limit: number,
  ) {
    super();
  }
}

@QueryHandler(ListGolden)
export class ListGoldenHandler implements IQueryHandler<ListGolden> {
  constructor(private readonly repository: GoldenReaderRepository) {}

  async execute({ domain, after, limit }: ListGolden): Promise<GoldenRecord[]> {
    return (await this.repository.page(domain.collection, after, limit)).map(goldenRecord);
  }
}
