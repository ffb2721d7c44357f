import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { FeedSequencer } from '../events/feed-sequencer.js';
import { withForm } from '../matching/stored-form.js';
import { Database, type Transaction } from '../platform/database/database.js';
import { postgresErrorCode } from '../platform/database/postgres-error-code.js';
import { DomainRegistry } from '../platform/domain-registry.js';
import { BatchResolver } from './batch-resolver.js';
import { ChangedMeanwhile } from './component-lock.js';
import { OversizedBlocks } from './oversized-blocks.js';
import { ResolutionMetrics } from './resolution-metrics.js';
import { ResolutionRepository, type BatchRecord, type Claim } from './resolution.repository.js';
import { ResolutionWaiter } from './resolution-waiter.js';
import { WriteTurn } from './write-turn.js';

/** Resolves one micro-batch of pending records, and answers how many pending rows it took. */
export class ResolvePending extends Command<number> {
  /** @param deferred takes records that are to be resolved again, and only while none is new */
  constructor(
    readonly limit: number,
    readonly deferred = false,
  ) {
    super();
  }
}

type ClaimFrom = (tx: Transaction) => Promise<Claim[]>;

/** Errors of the connection, of resources and of concurrency: nothing is wrong with the records. */
const passing = /^(08|40|53|55|57|58)/;
const mostAttempts = 5;

@CommandHandler(ResolvePending)
export class ResolvePendingHandler implements ICommandHandler<ResolvePending> {
  constructor(
    private readonly database: Database,
    private readonly repository: ResolutionRepository,
    private readonly resolver: BatchResolver,
    private readonly blocks: OversizedBlocks,
    private readonly domains: DomainRegistry,
    private readonly feed: FeedSequencer,
    private readonly waiter: ResolutionWaiter,
    private readonly metrics: ResolutionMetrics,
    private readonly turn: WriteTurn,
  ) {}

  async execute({ limit, deferred }: ResolvePending): Promise<number> {
    const stop = this.metrics.batchStarted();
    const claimed = await this.resolve((tx) => {
      if (!deferred) return this.repository.claim(tx, limit);
      // What is new does not wait for it.
      this.turn.excuse(tx);
      return this.repository.claimDeferred(tx, limit);
    });
    if (claimed.length === 0) return 0;
    stop(claimed.length);
    // Whoever waits is answered before anything else is begun.
    await this.waiter.resolved(claimed.map(({ recordId }) => recordId));
    this.feed.signal();
    return claimed.length;
  }

  /** Resolves what `claim` takes. A record that fails alone is quarantined; it never blocks the others. */
  private async resolve(claim: ClaimFrom, attempt = 1): Promise<Claim[]> {
    let claims: Claim[] = [];
    try {
      await this.database.transaction(
        async (tx) => {
          claims = await claim(tx);
          await this.resolveClaimed(tx, claims);
        },
        { keepPlans: true },
      );
      return claims;
    } catch (error) {
      if (error instanceof ChangedMeanwhile && attempt < mostAttempts) return this.resolve(claim, attempt + 1);
      if (error instanceof ChangedMeanwhile || isPassing(error) || claims.length === 0) throw error;
      const [first, ...others] = claims;
      if (first && others.length === 0) await this.quarantine(first, error);
      else await this.resolveHalves(claims);
      return claims;
    }
  }

  private async resolveHalves(claims: readonly Claim[]): Promise<void> {
    const middle = Math.ceil(claims.length / 2);
    for (const half of [claims.slice(0, middle), claims.slice(middle)]) {
      const ids = half.map(({ id }) => id);
      await this.resolve((tx) => this.repository.claimThese(tx, ids));
    }
  }

  private async resolveClaimed(tx: Transaction, claims: readonly Claim[]): Promise<void> {
    const recordIds = [...new Set(claims.map(({ recordId }) => recordId))];
    if (recordIds.length === 0) return;
    const records = await this.repository.batch(tx, recordIds);
    for (const domain of this.domains.all) {
      const stored = records.filter(({ collection }) => collection === domain.collection);
      const ofDomain = stored.map((record) => withForm(domain.features, record));
      if (ofDomain.length === 0) continue;
      await this.blocks.release(tx, domain, removedKeys(ofDomain, claims));
      const versions = await this.resolver.resolve(tx, domain, ofDomain);
      this.metrics.versionsWritten(domain.collection, versions.length);
    }
    await this.repository.leaveQuarantine(tx, recordIds);
  }

  private async quarantine(claim: Claim, error: unknown): Promise<void> {
    const reason = error instanceof Error ? error.message : String(error);
    await this.database.transaction(async (tx) => {
      const [taken] = await this.repository.claimThese(tx, [claim.id]);
      if (taken) await this.repository.quarantine(tx, taken, reason);
    });
    this.metrics.quarantined();
  }
}

function removedKeys(records: readonly BatchRecord[], claims: readonly Claim[]): number[] {
  const ids = new Set(records.map(({ id }) => id));
  return [...new Set(claims.flatMap((claim) => (ids.has(claim.recordId) ? (claim.removedKeys ?? []) : [])))];
}

function isPassing(error: unknown): boolean {
  const code = postgresErrorCode(error);
  return code !== undefined && (passing.test(code) || code.startsWith('E'));
}
