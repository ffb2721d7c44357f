import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import type { Domain } from '../domain/domain.js';
import { Database } from '../platform/database/database.js';
import { shippedRules, shippedVersion, type ShippedRules } from './active-rules.js';
import { RulesRepository, type RulesVersion } from './rules.repository.js';

/** Reads versions of the survivorship rules, older than `before`, newest first; the shipped ones are the last. */
export class ListRules extends Query<readonly (RulesVersion | ShippedRules)[]> {
  constructor(
    readonly domain: Domain,
    readonly before: number | undefined,
    readonly limit: number,
  ) {
    super();
  }
}

@QueryHandler(ListRules)
export class ListRulesHandler implements IQueryHandler<ListRules> {
  constructor(
    private readonly database: Database,
    private readonly repository: RulesRepository,
  ) {}

  async execute({ domain, before, limit }: ListRules): Promise<readonly (RulesVersion | ShippedRules)[]> {
    const versions = await this.repository.page(this.database, domain.collection, before, limit);
    const isLastPage = versions.length < limit && before !== shippedVersion;
    return isLastPage ? [...versions, shippedRules(domain)] : versions;
  }
}
