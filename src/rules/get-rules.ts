import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import type { Domain } from '../domain/domain.js';
import { Database } from '../platform/database/database.js';
import { ActiveRules, type RulesVersion, type ShippedRules } from './active-rules.js';

/** Reads the survivorship rules in force. */
export class GetRules extends Query<RulesVersion | ShippedRules> {
  constructor(readonly domain: Domain) {
    super();
  }
}

@QueryHandler(GetRules)
export class GetRulesHandler implements IQueryHandler<GetRules> {
  constructor(
    private readonly database: Database,
    private readonly rules: ActiveRules,
  ) {}

  async execute({ domain }: GetRules): Promise<RulesVersion | ShippedRules> {
    return this.rules.current(this.database, domain);
  }
}
