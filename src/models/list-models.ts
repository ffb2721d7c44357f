import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import type { Domain } from '../domain/domain.js';
import { Database } from '../platform/database/database.js';
import { shippedModel, trainedModel, type HeldModel } from './matching-model.js';
import { MatchingModelsRepository } from './matching-models.repository.js';

/** Reads a page of the models of a collection, newest first; the shipped one is the last. */
export class ListModels extends Query<HeldModel[]> {
  constructor(
    readonly domain: Domain,
    readonly before: number | undefined,
    readonly limit: number,
  ) {
    super();
  }
}

@QueryHandler(ListModels)
export class ListModelsHandler implements IQueryHandler<ListModels> {
  constructor(
    private readonly database: Database,
    private readonly repository: MatchingModelsRepository,
  ) {}

  async execute({ domain, before, limit }: ListModels): Promise<HeldModel[]> {
    const active = await this.repository.active(this.database, domain.collection);
    const rows = await this.repository.page(this.database, domain.collection, before, limit);
    const trained = rows.map((row) => trainedModel(row, active));
    return rows.length < limit && before !== 0 ? [...trained, shippedModel(domain, active)] : trained;
  }
}
