import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { Database } from '../platform/database/database.js';
import { DomainRegistry } from '../platform/domain-registry.js';
import { BatchResolver } from '../resolution/batch-resolver.js';
import { ComponentLock } from '../resolution/component-lock.js';
import { DecisionReaderRepository } from './decision-reader.repository.js';
import { DecisionTransaction } from './decision-transaction.js';
import { DecisionsRepository } from './decisions.repository.js';

/** Ends the decisions whose time is over, each in a transaction of its own, and answers how many. */
export class ExpireDecisions extends Command<number> {}

const atOnce = 100;

@CommandHandler(ExpireDecisions)
export class ExpireDecisionsHandler implements ICommandHandler<ExpireDecisions> {
  constructor(
    private readonly database: Database,
    private readonly domains: DomainRegistry,
    private readonly transaction: DecisionTransaction,
    private readonly decisions: DecisionsRepository,
    private readonly reader: DecisionReaderRepository,
    private readonly lock: ComponentLock,
    private readonly resolver: BatchResolver,
  ) {}

  async execute(): Promise<number> {
    let expired = 0;
    for (const { id, collection, expiresAt } of await this.decisions.due(this.database, atOnce))
      if (this.domains.has(collection) && (await this.expire(collection, id, expiresAt))) expired++;
    return expired;
  }

  private async expire(collection: string, id: string, expiresAt: Date): Promise<boolean> {
    const domain = this.domains.get(collection);
    const { changed } = await this.transaction.run(domain, false, async (tx) => {
      const locked = await this.lock.take(tx, await this.decisions.recordsConcerned(tx, id));
      // Another process may have ended it while this one waited for the locks.
      if ((await this.reader.find(tx, collection, id))?.status !== 'standing') return { changed: false, changes: [] };
      await this.decisions.end(tx, [id], expiresAt, { status: 'expired', by: null });
      return { changed: true, changes: await this.resolver.repartition(tx, domain, locked) };
    });
    return changed;
  }
}
