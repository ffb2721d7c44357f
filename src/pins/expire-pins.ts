import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { Database } from '../platform/database/database.js';
import { DomainRegistry } from '../platform/domain-registry.js';
import { BatchResolver } from '../resolution/batch-resolver.js';
import { ComponentLock } from '../resolution/component-lock.js';
import { DecisionTransaction } from '../stewardship/decision-transaction.js';
import { PinsRepository, type DuePin } from './pins.repository.js';

/**
 * Ends the pins whose time is over, each in a transaction of its own, and answers how many. Until then a pin stands: what a
 * golden record is depends on what is stored, and not on the clock of whoever computes it.
 */
export class ExpirePins extends Command<number> {}

const atOnce = 100;

@CommandHandler(ExpirePins)
export class ExpirePinsHandler implements ICommandHandler<ExpirePins> {
  constructor(
    private readonly database: Database,
    private readonly domains: DomainRegistry,
    private readonly transaction: DecisionTransaction,
    private readonly repository: PinsRepository,
    private readonly lock: ComponentLock,
    private readonly resolver: BatchResolver,
  ) {}

  async execute(): Promise<number> {
    let expired = 0;
    for (const pin of await this.repository.due(this.database, atOnce))
      if (this.domains.has(pin.collection) && (await this.expire(pin))) expired++;
    return expired;
  }

  private async expire({ id, collection, anchors }: DuePin): Promise<boolean> {
    const domain = this.domains.get(collection);
    const { ended } = await this.transaction.run(domain, false, async (tx) => {
      const locked = await this.lock.take(tx, anchors);
      const [ended] = await this.repository.end(tx, [id], { cause: 'expired', by: null, reason: null });
      // Another process may have ended it while this one waited for the locks.
      if (ended === undefined) return { ended: false, changes: [] };
      return { ended: true, changes: await this.resolver.recompute(tx, domain, locked, new Set(anchors)) };
    });
    return ended;
  }
}
