import { Injectable } from '@nestjs/common';
import type { Transaction } from '../platform/database/database.js';
import type { OperationCounts, OperationKind } from './operation.js';

/** A background operation that this transaction has the turn of. */
export interface ClaimedOperation {
  readonly id: string;
  readonly kind: OperationKind;
  readonly collection: string | null;
  readonly source: string | null;
  readonly payload: unknown;
}

/** What one step of a background operation did, and where the next one goes on. */
export interface Step {
  readonly payload: unknown;
  readonly counts: OperationCounts;
  /** There is no next one. */
  readonly complete: boolean;
}

/** Work that is done in steps of one transaction each, so that a crash costs no more than the step under way. */
export interface BackgroundOperation {
  readonly kind: OperationKind;
  step(tx: Transaction, operation: ClaimedOperation): Promise<Step>;
  /** Called once a step is committed. */
  afterStep(): void;
}

/** What is done for each kind of background operation. Features register theirs when they start. */
@Injectable()
export class BackgroundOperations {
  private readonly byKind = new Map<OperationKind, BackgroundOperation>();

  register(operation: BackgroundOperation): void {
    this.byKind.set(operation.kind, operation);
  }

  get kinds(): readonly OperationKind[] {
    return [...this.byKind.keys()];
  }

  get(kind: OperationKind): BackgroundOperation {
    const operation = this.byKind.get(kind);
    if (!operation) throw new Error(`There is no background operation '${kind}'.`);
    return operation;
  }
}
