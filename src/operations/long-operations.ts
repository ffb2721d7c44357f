import { Injectable } from '@nestjs/common';
import type { Transaction } from '../platform/database/database.js';
import type { ClaimedOperation } from './background-operations.js';
import type { OperationKind } from './operation.js';

/** What long work has come to. */
export interface LongOutcome {
  readonly result: unknown;
  /** Writes what is to be kept, in the transaction that ends the operation and only if it ends it. */
  readonly keep?: (tx: Transaction) => Promise<void>;
}

/**
 * Tells how far the work is, and lets the process do other things. To be called every few milliseconds of computing: what
 * is told in between is not written each time.
 *
 * @throws Interrupted when the process is to end: another one does the work again
 */
export type ReportProgress = (done: number, total: number) => Promise<void>;

/** Long work was broken off because its process is to end. */
export class Interrupted extends Error {}

/**
 * Work that reads much and writes little, so that it is done in one go and in no transaction, by one worker at a time. Should
 * its process go, another one does all of it again.
 */
export interface LongOperation {
  readonly kind: OperationKind;
  run(operation: ClaimedOperation, progress: ReportProgress): Promise<LongOutcome>;
}

/** What is done for each kind of long operation. Features register theirs when they start. */
@Injectable()
export class LongOperations {
  private readonly byKind = new Map<OperationKind, LongOperation>();

  register(operation: LongOperation): void {
    this.byKind.set(operation.kind, operation);
  }

  get kinds(): readonly OperationKind[] {
    return [...this.byKind.keys()];
  }

  get(kind: OperationKind): LongOperation {
    const operation = this.byKind.get(kind);
    if (!operation) throw new Error(`There is no long operation '${kind}'.`);
    return operation;
  }
}
