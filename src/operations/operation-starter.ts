import { Injectable } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { Database } from '../platform/database/database.js';
import { GetOperation } from './get-operation.js';
import type { OperationKind } from './operation.js';
import type { OperationView } from './operation-view.js';
import { OperationWakeUp } from './operation-wake-up.js';
import { OperationWriter } from './operation-writer.js';
import type { BackgroundStart } from './operations.repository.js';

/** Starts background operations for who asks for them, and answers as a `202` does. */
@Injectable()
export class OperationStarter {
  constructor(
    private readonly database: Database,
    private readonly operations: OperationWriter,
    private readonly wakeUp: OperationWakeUp,
    private readonly queries: QueryBus,
  ) {}

  /** Starts an operation on a collection, by itself. */
  async start(kind: OperationKind, collection: string, background: BackgroundStart): Promise<OperationView> {
    const scope = { kind, collection, source: null };
    return this.started(await this.operations.startInBackground(this.database, scope, background));
  }

  /** Wakes a worker for an operation that was started in a transaction, once that is committed. */
  async started(id: string): Promise<OperationView> {
    await this.wakeUp.signal();
    return this.queries.execute(new GetOperation(id));
  }
}
