import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { FeedSequencer } from '../events/feed-sequencer.js';
import type { Domain } from '../domain/domain.js';
import { withForm } from '../matching/stored-form.js';
import { Database, type Transaction } from '../platform/database/database.js';
import { postgresErrorCode } from '../platform/database/postgres-error-code.js';
import { DomainRegistry } from '../platform/domain-registry.js';
import { Precedence } from '../platform/http/precedence.js';
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
    private readonly precedence: Precedence,
  ) {}

  async execute({ limit, deferred }: ResolvePending): Promise<number> {
    if (deferred) await this.precedence.giveWay();
    const stop = this.metrics.batchStarted();
    const claimed = deferred ? await this.resolveDeferred(limit) : await this.resolveNew(limit);
    if (claimed.length === 0) return 0;
    stop(claimed.length);
    // Whoever waits is answered before anything else is begun.
    await this.waiter.resolved(claimed.map(({ id }) => id));
    this.feed.signal();
    return claimed.length;
  }

  private async resolveNew(limit: number): Promise<Claim[]> {
    return this.precedence.first(() => this.resolve((tx) => this.repository.claim(tx, limit), limit));
  }

  private async resolveDeferred(limit: number): Promise<Claim[]> {
    return this.resolve((tx) => {
      this.turn.putLast(tx);
      return this.repository.claimDeferred(tx, limit);
    });
  }

  /**
   * Resolves what `claim` takes. A record that fails alone is quarantined; it never blocks the others.
   *
   * @param full how many claims make a full batch, which what is pending and linked with it joins; none without
   */
  private async resolve(claim: ClaimFrom, full = Infinity, attempt = 1): Promise<Claim[]> {
    let claims: Claim[] = [];
    try {
      await this.database.transaction(
        async (tx) => {
          claims = await claim(tx);
          await this.resolveClaimed(tx, claims, full);
        },
        { keepPlans: true },
      );
      return claims;
    } catch (error) {
      if (error instanceof ChangedMeanwhile && attempt < mostAttempts) return this.resolve(claim, full, attempt + 1);
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
      const ids = half.map(({ pendingId }) => pendingId);
      await this.resolve((tx) => this.repository.claimThese(tx, ids));
    }
  }

  /** Adds to the claims those of what joins them. */
  private async resolveClaimed(tx: Transaction, claims: Claim[], full: number): Promise<void> {
    if (claims.length === 0) return;
    const isFull = claims.length >= full;
    await this.take(tx, claims);
    for (const domain of this.domains.all) {
      const ofDomain = (taken: readonly Claim[]): BatchRecord[] =>
        taken
          .filter(({ collection }) => collection === domain.collection)
          .map((record) => withForm(domain.features, record));
      const records = ofDomain(claims);
      if (records.length === 0) continue;
      const versions = await this.resolver.resolve(tx, domain, records, async (recordIds) => {
        if (!isFull || claims.length >= 2 * full || recordIds.length === 0) return [];
        const joining = await this.repository.claimOf(tx, recordIds);
        claims.push(...joining);
        await this.take(tx, joining);
        return ofDomain(joining);
      });
      this.metrics.versionsWritten(domain.collection, versions.length);
    }
  }

  /** Takes records out of quarantine, and accounts for what changed of their blocks. */
  private async take(tx: Transaction, claims: readonly Claim[]): Promise<void> {
    if (claims.length === 0) return;
    const left = this.repository.leaveQuarantine(
      tx,
      claims.map(({ id }) => id),
    );
    // Sent together with what follows, which fails where this does.
    left.catch(() => undefined);
    for (const domain of this.domains.all) await this.blocks.release(domain, removedKeys(domain, claims));
  }

  private async quarantine(claim: Claim, error: unknown): Promise<void> {
    const reason = error instanceof Error ? error.message : String(error);
    await this.database.transaction(async (tx) => {
      const [taken] = await this.repository.claimThese(tx, [claim.pendingId]);
      if (taken) await this.repository.quarantine(tx, taken, reason);
    });
    this.metrics.quarantined();
  }
}

function removedKeys({ collection }: Domain, claims: readonly Claim[]): number[] {
  return [...new Set(claims.flatMap((claim) => (claim.collection === collection ? (claim.removedKeys ?? []) : [])))];
}

function isPassing(error: unknown): boolean {
  const code = postgresErrorCode(error);
  return code !== undefined && (passing.test(code) || code.startsWith('E'));
}
