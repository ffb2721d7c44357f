import { Injectable } from '@nestjs/common';
import type { Domain } from '../domain/domain.js';
import { compileModel, type CompiledModel } from '../matching/score.js';
import type { Queryable, Transaction } from '../platform/database/database.js';
import { ActiveModelsRepository } from './active-models.repository.js';

/** The id of the model that a domain ships. */
export const shippedModelId = 'shipped';

/** A compiled model, and which one it is. */
export interface ActiveModel extends CompiledModel {
  readonly id: string;
}

// Tables of frequencies can be large, and few models of a collection are in use at a time.
const mostCompiled = 16;

/**
 * The matching model in force for each collection. Which one it is stands in the database and is read every time, so that an
 * activation counts in every process from its commit; what an id stands for never changes, and is compiled once.
 */
@Injectable()
export class ActiveModels {
  private readonly compiled = new Map<string, ActiveModel>();

  constructor(private readonly repository: ActiveModelsRepository) {}

  async of(db: Queryable, domain: Domain): Promise<ActiveModel> {
    const id = (await this.repository.activeId(db, domain.collection)) ?? shippedModelId;
    const model = await this.get(db, domain, id);
    if (!model) throw new Error(`The active model ${id} of ${domain.collection} is not held.`);
    return model;
  }

  /** Whether the model is still the one in force, as a statement of the transaction sees it that begins now. */
  async isActive(tx: Transaction, domain: Domain, model: ActiveModel): Promise<boolean> {
    return ((await this.repository.activeId(tx, domain.collection)) ?? shippedModelId) === model.id;
  }

  /** Any model of a collection, active or not; `undefined` where there is none of that id. */
  async get(db: Queryable, domain: Domain, id: string): Promise<ActiveModel | undefined> {
    const key = `${domain.collection} ${id}`;
    const known = this.compiled.get(key);
    if (known) return known;
    const model = id === shippedModelId ? domain.model : await this.repository.model(db, domain.collection, id);
    if (!model) return undefined;
    const compiled = { id, ...compileModel(model) };
    const [oldest] = this.compiled.keys();
    if (oldest !== undefined && this.compiled.size >= mostCompiled) this.compiled.delete(oldest);
    this.compiled.set(key, compiled);
    return compiled;
  }
}
