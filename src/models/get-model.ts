import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import type { Domain } from '../domain/domain.js';
import { Database } from '../platform/database/database.js';
import { shippedModelId } from './active-models.js';
import { modelUnknown, shippedModel, trainedModel, type HeldModel } from './matching-model.js';
import { MatchingModelsRepository } from './matching-models.repository.js';

/** Reads a model of a collection. @throws Problem 404 */
export class GetModel extends Query<HeldModel> {
  constructor(
    readonly domain: Domain,
    readonly id: string,
  ) {
    super();
  }
}

@QueryHandler(GetModel)
export class GetModelHandler implements IQueryHandler<GetModel> {
  constructor(
    private readonly database: Database,
    private readonly repository: MatchingModelsRepository,
  ) {}

  async execute({ domain, id }: GetModel): Promise<HeldModel> {
    const active = await this.repository.active(this.database, domain.collection);
    if (id === shippedModelId) return shippedModel(domain, active);
    const row = await this.repository.find(this.database, domain.collection, id);
    if (!row) throw modelUnknown(domain, id);
    return trainedModel(row, active);
  }
}
