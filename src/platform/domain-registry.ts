import type { Domain } from '../domain/domain.js';
import { Problem } from './http/problem.js';

/** The domains that this process serves, by collection. */
export class DomainRegistry {
  private readonly byCollection: ReadonlyMap<string, Domain>;

  constructor(readonly all: readonly Domain[]) {
    this.byCollection = new Map(all.map((domain) => [domain.collection, domain]));
  }

  /** @throws Problem 404 when there is no such collection. */
  get(collection: string): Domain {
    const domain = this.byCollection.get(collection);
    if (domain) return domain;
    throw new Problem(404, 'No such collection', `There is no collection '${collection}'.`);
  }

  has(collection: string): boolean {
    return this.byCollection.has(collection);
  }
}
