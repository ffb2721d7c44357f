import { Injectable } from '@nestjs/common';
import type { Domain } from '../domain/domain.js';
import { compileModel, type CompiledModel } from '../matching/score.js';

/** The matching model in force for each collection: the one that its domain ships. */
@Injectable()
export class ActiveModels {
  private readonly compiled = new Map<string, CompiledModel>();

  of(domain: Domain): CompiledModel {
    const known = this.compiled.get(domain.collection);
    if (known) return known;
    const model = compileModel(domain.model);
    this.compiled.set(domain.collection, model);
    return model;
  }
}
