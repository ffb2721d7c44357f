import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import type { Domain } from '../domain/domain.js';
import { goldenRecord, type GoldenRecord } from './golden.dto.js';
import { GoldenReaderRepository } from './golden-reader.repository.js';

/** Finds the golden record of a source's record; none while the record is not resolved, or where there is no such record. */
export class FindGoldenOfRecord extends Query<GoldenRecord | undefined> {
  constructor(
    readonly domain: Domain,
    readonly source: string,
    readonly sourceId: string,
  ) {
    super();
  }
}

@QueryHandler(FindGoldenOfRecord)
export class FindGoldenOfRecordHandler implements IQueryHandler<FindGoldenOfRecord> {
  constructor(private readonly repository: GoldenReaderRepository) {}

  async execute({ domain, source, sourceId }: FindGoldenOfRecord): Promise<GoldenRecord | undefined> {
    const row = await this.repository.ofRecord(domain.collection, source, sourceId);
    return row && goldenRecord(row);
  }
}
