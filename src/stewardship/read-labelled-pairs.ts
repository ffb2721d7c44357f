import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import type { Domain } from '../domain/domain.js';
import { Database } from '../platform/database/database.js';
import type { LabelledPair } from './labelled-pair.js';
import { LabelledPairsRepository } from './labelled-pairs.repository.js';

/**
 * Reads what standing decisions say of pairs of live records: labels to train a model with. A pair that several decisions
 * name is labelled by the latest of them.
 */
export class ReadLabelledPairs extends Query<LabelledPair[]> {
  constructor(
    readonly domain: Domain,
    readonly limit: number,
  ) {
    super();
  }
}

@QueryHandler(ReadLabelledPairs)
export class ReadLabelledPairsHandler implements IQueryHandler<ReadLabelledPairs> {
  constructor(
    private readonly database: Database,
    private readonly repository: LabelledPairsRepository,
  ) {}

  async execute({ domain, limit }: ReadLabelledPairs): Promise<LabelledPair[]> {
    return this.repository.read(this.database, domain.collection, limit);
  }
}
