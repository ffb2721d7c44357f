import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import type { Domain } from '../domain/domain.js';
import { goldenRecord, type GoldenRecord } from './golden.dto.js';
import { GoldenReaderRepository } from './golden-reader.repository.js';

/** Reads several golden records, in any order; those that are merged or deleted are left out. */
export class ReadGolden extends Query<GoldenRecord[]> {
  constructor(
    readonly domain: Domain,
    readonly ids: readonly string[],
  ) {
    super();
  }
}

@QueryHandler(ReadGolden)
export class ReadGoldenHandler implements IQueryHandler<ReadGolden> {
  constructor(private readonly repository: GoldenReaderRepository) {}

  async execute({ domain, ids }: ReadGolden): Promise<GoldenRecord[]> {
    return (await this.repository.active(domain.collection, ids)).map(goldenRecord);
  }
}
