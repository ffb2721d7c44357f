import { setTimeout as pause } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import type { Domain } from '../domain/domain.js';
import { FeedSequencer } from '../events/feed-sequencer.js';
import { Database, type Transaction } from '../platform/database/database.js';
import { Problem } from '../platform/http/problem.js';
import { ChangedMeanwhile } from '../resolution/component-lock.js';
import { ResolutionMetrics } from '../resolution/resolution-metrics.js';

/** Milliseconds until it is told that the records kept changing: a withdrawal may wait that long to be resolved. */
const patience = 5_000;
/** Milliseconds between two attempts: the first pause, from which on each is twice the one before, and the longest. */
const pauses = { first: 10, longest: 320 };

/** Does what a steward asks for in one transaction, and again where others were changing the same records. */
@Injectable()
export class DecisionTransaction {
  constructor(
    private readonly database: Database,
    private readonly feed: FeedSequencer,
    private readonly metrics: ResolutionMetrics,
  ) {}

  /**
   * @param preview does the work and undoes it: what is answered is what would have happened, to the last detail
   * @throws Problem 503 where the records kept changing
   */
  async run<Result extends { readonly changes: readonly unknown[] }>(
    domain: Domain,
    preview: boolean,
    work: (tx: Transaction) => Promise<Result>,
  ): Promise<Result> {
    const last = performance.now() + patience;
    for (let wait = pauses.first; ; wait = Math.min(2 * wait, pauses.longest)) {
      const result = await this.attempt(domain, preview, work);
      if (result) return result;
      if (performance.now() > last) throw keptChanging();
      await pause(wait);
    }
  }

  private async attempt<Result extends { readonly changes: readonly unknown[] }>(
    domain: Domain,
    preview: boolean,
    work: (tx: Transaction) => Promise<Result>,
  ): Promise<Result | undefined> {
    try {
      const result = await this.database.transaction((tx) => (preview ? undone(tx, work) : work(tx)));
      if (!preview && result.changes.length > 0) {
        this.feed.signal();
        this.metrics.versionsWritten(domain.collection, result.changes.length);
      }
      return result;
    } catch (error) {
      if (!(error instanceof ChangedMeanwhile)) throw error;
      return undefined;
    }
  }
}

async function undone<Result>(tx: Transaction, work: (tx: Transaction) => Promise<Result>): Promise<Result> {
  const results: Result[] = [];
  await tx.attempt(async () => {
    results.push(await work(tx));
    return undefined;
  });
  const [result] = results;
  if (result === undefined) throw new Error('The work had no result.');
  return result;
}

function keptChanging(): Problem {
  const detail = 'The records kept changing while the decision was being made. Try again.';
  return new Problem(503, 'Records changing', detail, undefined, { 'Retry-After': '1' });
}
