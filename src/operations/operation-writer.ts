import { Injectable, type OnModuleDestroy } from '@nestjs/common';
import { v7 as newOperationId } from 'uuid';
import { Database, type Queryable, type Transaction } from '../platform/database/database.js';
import { Problem } from '../platform/http/problem.js';
import type { OperationCounts, OperationScope } from './operation.js';
import { OperationsRepository, type BackgroundStart } from './operations.repository.js';
import { problemDetails } from './problem-details.js';

/** Seconds after which an operation that no process renews is taken to be left. */
export const leaseSeconds = 15;

/** Starts operations and says how they go on. */
@Injectable()
export class OperationWriter implements OnModuleDestroy {
  private readonly leased = new Set<string>();
  private renewal: NodeJS.Timeout | undefined;

  constructor(
    private readonly database: Database,
    private readonly repository: OperationsRepository,
  ) {}

  /**
   * Starts an operation that lives as long as this process serves it (a stream): should the process go, the operation
   * fails. Every one must come to `completeInput` or `fail`.
   */
  async startHere(scope: OperationScope): Promise<string> {
    const id = newOperationId();
    await this.repository.insert(this.database, id, scope, undefined, leaseSeconds);
    this.hold(id);
    return id;
  }

  /** Starts an operation that any worker takes on, from its `payload`. */
  async startInBackground(tx: Queryable, scope: OperationScope, background: BackgroundStart): Promise<string> {
    const id = newOperationId();
    await this.repository.insert(tx, id, scope, background, null);
    return id;
  }

  /** @throws Problem 409 when the operation has failed in the meantime */
  async count(tx: Transaction, id: string, counts: OperationCounts): Promise<void> {
    if (!(await this.repository.count(tx, id, counts))) throw operationEnded(id);
  }

  /** @throws Problem 409 when the operation has failed in the meantime */
  async completeInput(tx: Queryable, id: string): Promise<void> {
    const completed = await this.repository.completeInput(tx, id);
    this.release(id);
    if (!completed) throw operationEnded(id);
  }

  /** Renews the lease of an operation from now on, until it is released or has ended. */
  hold(id: string): void {
    this.leased.add(id);
    this.renewal ??= setInterval(() => void this.renew(), (leaseSeconds * 1_000) / 3).unref();
  }

  async fail(id: string, error: unknown): Promise<void> {
    this.release(id);
    await this.repository.fail(this.database, id, problemDetails(error));
  }

  release(id: string): void {
    this.leased.delete(id);
    if (this.leased.size > 0) return;
    clearInterval(this.renewal);
    this.renewal = undefined;
  }

  onModuleDestroy(): void {
    clearInterval(this.renewal);
  }

  /** A renewal that fails is made up for by the next one. */
  private async renew(): Promise<void> {
    await this.repository.renewLeases(this.database, [...this.leased], leaseSeconds).catch(() => undefined);
  }
}

function operationEnded(id: string): Problem {
  return new Problem(409, 'Operation ended', `The operation ${id} has ended already.`);
}
