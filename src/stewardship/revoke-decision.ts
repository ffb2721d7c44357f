import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { isUUID } from 'class-validator';
import type { Domain } from '../domain/domain.js';
import type { Transaction } from '../platform/database/database.js';
import { entityTag, permitsEntityTag } from '../platform/http/entity-tag.js';
import { Problem } from '../platform/http/problem.js';
import { BatchResolver } from '../resolution/batch-resolver.js';
import { ComponentLock } from '../resolution/component-lock.js';
import { DecisionReaderRepository, type DecisionRow } from './decision-reader.repository.js';
import { DecisionTransaction } from './decision-transaction.js';
import { DecisionsRepository } from './decisions.repository.js';
import type { DecisionOutcome } from './decisions.dto.js';
import { noSuchDecision } from './get-decision.js';
import type { StewardRequest } from './merge-golden.js';
import { presentDecision, presentOutcome } from './present-decision.js';
import { ReviewsRepository } from './reviews.repository.js';

/**
 * Takes a decision back: everything is as it would be without it, and what it had superseded stands again.
 *
 * @throws Problem 404 where there is none, 409 where it stands no more, 412 where `If-Match` names another state of it
 */
export class RevokeDecision extends Command<DecisionOutcome> {
  constructor(
    readonly domain: Domain,
    readonly id: string,
    readonly reason: string | undefined,
    readonly request: StewardRequest,
  ) {
    super();
  }
}

@CommandHandler(RevokeDecision)
export class RevokeDecisionHandler implements ICommandHandler<RevokeDecision> {
  constructor(
    private readonly transaction: DecisionTransaction,
    private readonly decisions: DecisionsRepository,
    private readonly reader: DecisionReaderRepository,
    private readonly reviews: ReviewsRepository,
    private readonly lock: ComponentLock,
    private readonly resolver: BatchResolver,
  ) {}

  async execute({ domain, id, reason, request }: RevokeDecision): Promise<DecisionOutcome> {
    if (!isUUID(id)) throw noSuchDecision(domain);
    const { by, preview } = request;
    return this.transaction.run(domain, preview, async (tx) => {
      const locked = await this.lock.take(tx, await this.decisions.recordsConcerned(tx, id));
      await this.check(tx, domain, id, request);
      const at = await this.reviews.now(tx);
      await this.decisions.end(tx, [id], at, { status: 'revoked', by, reason });
      const restored = await this.decisions.restore(tx, id, at);
      const versions = await this.resolver.repartition(tx, domain, locked);
      const row = preview ? undefined : await this.reader.find(tx, domain.collection, id);
      return {
        ...(row ? { decision: presentDecision(row) } : {}),
        affectedDecisions: restored,
        changes: presentOutcome(versions, preview),
      };
    });
  }

  private async check(tx: Transaction, domain: Domain, id: string, { ifMatch }: StewardRequest): Promise<void> {
    const decision = await this.reader.find(tx, domain.collection, id);
    if (!decision) throw noSuchDecision(domain);
    if (decision.status !== 'standing') throw standsNoMore(decision);
    if (!permitsEntityTag(ifMatch, entityTag(decision.revision))) throw decisionChanged(decision.revision);
  }
}

function standsNoMore({ status, supersededBy }: DecisionRow): Problem {
  const by = supersededBy === null ? '' : ` by ${supersededBy}`;
  return new Problem(409, 'Decision stands no more', `The decision is ${status}${by}. Nothing is changed.`);
}

function decisionChanged(revision: number): Problem {
  const detail = 'The decision has changed. Read it again before you take it back.';
  return new Problem(412, 'Decision changed', detail, undefined, { etag: entityTag(revision) });
}
