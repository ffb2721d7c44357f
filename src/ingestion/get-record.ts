import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import type { Domain } from '../domain/domain.js';
import { Problem } from '../platform/http/problem.js';
import { SourceCatalog } from '../sources/source-catalog.js';
import { RecordReaderRepository } from './record-reader.repository.js';
import { presentRecord, type RecordView } from './record-view.js';

/** Reads a source's record, also one that is deleted. @throws Problem 404 */
export class GetRecord extends Query<RecordView> {
  constructor(
    readonly domain: Domain,
    readonly source: string,
    readonly sourceId: string,
  ) {
    super();
  }
}

@QueryHandler(GetRecord)
export class GetRecordHandler implements IQueryHandler<GetRecord> {
  constructor(
    private readonly repository: RecordReaderRepository,
    private readonly catalog: SourceCatalog,
  ) {}

  async execute({ domain, source, sourceId }: GetRecord): Promise<RecordView> {
    const record = await this.repository.find(domain.collection, source, sourceId);
    if (record) return presentRecord(record);
    await this.catalog.get(source);
    throw recordUnknown(source, sourceId);
  }
}

export function recordUnknown(source: string, sourceId: string): Problem {
  return new Problem(404, 'Record not found', `The source '${source}' has no record '${sourceId}'.`);
}
