import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { isUUID } from 'class-validator';
import type { Domain } from '../domain/domain.js';
import { Database } from '../platform/database/database.js';
import { Problem } from '../platform/http/problem.js';
import { DecisionReaderRepository } from './decision-reader.repository.js';
import type { DecisionView } from './decisions.dto.js';
import { presentDecision } from './present-decision.js';

/** Reads a decision, standing or not. @throws Problem 404 */
export class GetDecision extends Query<{ readonly decision: DecisionView; readonly revision: number }> {
  constructor(
    readonly domain: Domain,
    readonly id: string,
  ) {
    super();
  }
}

@QueryHandler(GetDecision)
export class GetDecisionHandler implements IQueryHandler<GetDecision> {
  constructor(
    private readonly database: Database,
    private readonly repository: DecisionReaderRepository,
  ) {}

  async execute({ domain, id }: GetDecision): Promise<{ decision: DecisionView; revision: number }> {
    const row = isUUID(id) ? await this.repository.find(this.database, domain.collection, id) : undefined;
    if (!row) throw noSuchDecision(domain);
    return { decision: presentDecision(row), revision: row.revision };
  }
}

export function noSuchDecision({ collection }: Domain): Problem {
  return new Problem(404, 'No such decision', `There is no decision of this id on ${collection}.`);
}
