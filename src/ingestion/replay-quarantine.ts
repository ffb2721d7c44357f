import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Command, CommandHandler, QueryBus, type ICommandHandler } from '@nestjs/cqrs';
import type { Domain } from '../domain/domain.js';
import {
  BackgroundOperations,
  type BackgroundOperation,
  type ClaimedOperation,
  type Step,
} from '../operations/background-operations.js';
import { GetOperation } from '../operations/get-operation.js';
import type { OperationView } from '../operations/operation-view.js';
import { OperationWakeUp } from '../operations/operation-wake-up.js';
import { OperationWriter } from '../operations/operation-writer.js';
import { Database, type Transaction } from '../platform/database/database.js';
import { ResolutionWakeUp } from '../resolution/wake-up.js';
import { RecordRereader } from './record-rereader.js';
import { StoredRecordsRepository } from './stored-records.repository.js';

const recordsInStep = 500;

interface ReplayPayload {
  readonly source: string | null;
  readonly recordIds: readonly number[] | null;
  readonly after: number;
}

/** Tries quarantined records again: the given ones, those of a source, or all of the collection. */
export class ReplayQuarantine extends Command<OperationView> {
  constructor(
    readonly domain: Domain,
    readonly source: string | null,
    readonly records: readonly { readonly source: string; readonly sourceId: string }[] | undefined,
  ) {
    super();
  }
}

@CommandHandler(ReplayQuarantine)
export class ReplayQuarantineHandler implements ICommandHandler<ReplayQuarantine> {
  constructor(
    private readonly database: Database,
    private readonly repository: StoredRecordsRepository,
    private readonly operations: OperationWriter,
    private readonly wakeUp: OperationWakeUp,
    private readonly queries: QueryBus,
  ) {}

  async execute({ domain: { collection }, source, records }: ReplayQuarantine): Promise<OperationView> {
    const id = await this.database.transaction(async (tx) => {
      const recordIds = records ? await this.repository.idsOf(tx, collection, records) : null;
      const expected = await this.repository.countQuarantined(tx, collection, source, recordIds);
      const payload: ReplayPayload = { source, recordIds, after: 0 };
      const scope = { kind: 'quarantineReplay', collection, source } as const;
      return this.operations.startInBackground(tx, scope, { payload, expected });
    });
    await this.wakeUp.signal();
    return this.queries.execute(new GetOperation(id));
  }
}

/** Tries quarantined records again, a step at a time. */
@Injectable()
export class QuarantineReplay implements BackgroundOperation, OnModuleInit {
  readonly kind = 'quarantineReplay';

  constructor(
    private readonly operations: BackgroundOperations,
    private readonly repository: StoredRecordsRepository,
    private readonly rereader: RecordRereader,
    private readonly resolution: ResolutionWakeUp,
  ) {}

  onModuleInit(): void {
    this.operations.register(this);
  }

  afterStep(): void {
    this.resolution.signal();
  }

  async step(tx: Transaction, operation: ClaimedOperation): Promise<Step> {
    const payload = operation.payload as ReplayPayload;
    const { source, recordIds, after } = payload;
    const collection = operation.collection ?? '';
    const records = await this.repository.lockQuarantined(tx, collection, source, recordIds, after, recordsInStep);
    const counts = await this.rereader.reread(tx, records, operation.id);
    const last = records.at(-1)?.id ?? after;
    return { payload: { ...payload, after: last }, counts, complete: records.length < recordsInStep };
  }
}
