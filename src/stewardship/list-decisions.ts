import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { isUUID } from 'class-validator';
import type { Domain } from '../domain/domain.js';
import { noSuchGolden } from '../golden/get-golden.js';
import { GoldenHeaders } from '../golden/golden-headers.js';
import { Database } from '../platform/database/database.js';
import { DecisionReaderRepository, type DecisionFilter } from './decision-reader.repository.js';
import type { DecisionView } from './decisions.dto.js';
import { presentDecision } from './present-decision.js';

/** Lists decisions, newest first: all, or those of a golden record, also of one that was merged or deleted. */
export class ListDecisions extends Query<DecisionView[]> {
  /** @param before lists only decisions older than the one of this id */
  constructor(
    readonly domain: Domain,
    readonly filter: DecisionFilter,
    readonly before: string | undefined,
    readonly limit: number,
  ) {
    super();
  }
}

@QueryHandler(ListDecisions)
export class ListDecisionsHandler implements IQueryHandler<ListDecisions> {
  constructor(
    private readonly database: Database,
    private readonly repository: DecisionReaderRepository,
    private readonly headers: GoldenHeaders,
  ) {}

  /** @throws Problem 404 where there is no such golden record */
  async execute({ domain, filter, before, limit }: ListDecisions): Promise<DecisionView[]> {
    const { goldenId } = filter;
    if (goldenId !== undefined && !(await this.exists(domain, goldenId))) throw noSuchGolden(domain);
    const rows = await this.repository.list(this.database, domain.collection, filter, before, limit);
    return rows.map(presentDecision);
  }

  private async exists(domain: Domain, goldenId: string): Promise<boolean> {
    return isUUID(goldenId) && (await this.headers.of(this.database, domain.collection, [goldenId])).has(goldenId);
  }
}
