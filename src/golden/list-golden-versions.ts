import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { isUUID } from 'class-validator';
import type { Domain } from '../domain/domain.js';
import { noSuchGolden } from './get-golden.js';
import { goldenHistoryItem, type GoldenHistoryItem } from './golden.dto.js';
import { GoldenReaderRepository } from './golden-reader.repository.js';

/** Lists versions of a golden record, newest first; also of one that was merged or deleted. */
export class ListGoldenVersions extends Query<GoldenHistoryItem[]> {
  /** @param before lists only versions older than this one */
  constructor(
    readonly domain: Domain,
    readonly id: string,
    readonly before: number | undefined,
    readonly limit: number,
  ) {
    super();
  }
}

@QueryHandler(ListGoldenVersions)
export class ListGoldenVersionsHandler implements IQueryHandler<ListGoldenVersions> {
  constructor(private readonly repository: GoldenReaderRepository) {}

  /** @throws Problem 404 where there is no such golden record */
  async execute({ domain, id, before, limit }: ListGoldenVersions): Promise<GoldenHistoryItem[]> {
    if (!isUUID(id) || !(await this.repository.find(domain.collection, id))) throw noSuchGolden(domain);
    return (await this.repository.versions(id, before, limit)).map(goldenHistoryItem);
  }
}
