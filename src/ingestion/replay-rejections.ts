import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Command, CommandHandler, QueryBus, type ICommandHandler } from '@nestjs/cqrs';
import {
  BackgroundOperations,
  type BackgroundOperation,
  type ClaimedOperation,
  type Step,
} from '../operations/background-operations.js';
import { GetOperation } from '../operations/get-operation.js';
import { noCounts, type OperationCounts } from '../operations/operation.js';
import type { OperationView } from '../operations/operation-view.js';
import { OperationWakeUp } from '../operations/operation-wake-up.js';
import { OperationWriter } from '../operations/operation-writer.js';
import { Configuration } from '../platform/config/configuration.js';
import { Database, type Transaction } from '../platform/database/database.js';
import { DomainRegistry } from '../platform/domain-registry.js';
import { ResolutionWakeUp } from '../resolution/wake-up.js';
import { SourceCatalog } from '../sources/source-catalog.js';
import { groupBy } from './group-by.js';
import { readJsonRecord, rejectUnreadable } from './read-json-line.js';
import { RecordPreparation } from './record-preparation.js';
import { RecordWriter } from './record-writer.js';
import { RejectionsRepository, type RejectionFilter, type StoredRejection } from './rejections.repository.js';

const rejectionsInStep = 500;

interface ReplayPayload {
  readonly filter: RejectionFilter;
  readonly after: number;
  readonly last: number;
}

/** Takes in again what was rejected, as it came: under a mapping that has been mended since, say. */
export class ReplayRejections extends Command<OperationView> {
  constructor(readonly filter: RejectionFilter) {
    super();
  }
}

@CommandHandler(ReplayRejections)
export class ReplayRejectionsHandler implements ICommandHandler<ReplayRejections> {
  constructor(
    private readonly database: Database,
    private readonly repository: RejectionsRepository,
    private readonly operations: OperationWriter,
    private readonly wakeUp: OperationWakeUp,
    private readonly queries: QueryBus,
  ) {}

  async execute({ filter }: ReplayRejections): Promise<OperationView> {
    const id = await this.database.transaction(async (tx) => {
      const { count, last } = await this.repository.extent(tx, filter);
      const payload: ReplayPayload = { filter, after: 0, last };
      const { collection, source } = filter;
      const scope = { kind: 'rejectionReplay', collection, source } as const;
      return this.operations.startInBackground(tx, scope, { payload, expected: count });
    });
    await this.wakeUp.signal();
    return this.queries.execute(new GetOperation(id));
  }
}

/** Replays rejections, a step at a time. What is rejected again is listed again, under the new operation. */
@Injectable()
export class RejectionReplay implements BackgroundOperation, OnModuleInit {
  readonly kind = 'rejectionReplay';

  constructor(
    private readonly operations: BackgroundOperations,
    private readonly repository: RejectionsRepository,
    private readonly domains: DomainRegistry,
    private readonly catalog: SourceCatalog,
    private readonly preparation: RecordPreparation,
    private readonly writer: RecordWriter,
    private readonly configuration: Configuration,
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
    const rejections = await this.repository.take(tx, payload.filter, payload, rejectionsInStep);
    let counts = noCounts;
    for (const [source, group] of groupBy(rejections, ({ source: name }) => name))
      counts = add(counts, await this.replay(tx, payload.filter.collection, source, group, operation.id));
    const after = rejections.at(-1)?.id ?? payload.after;
    return { payload: { ...payload, after }, counts, complete: rejections.length < rejectionsInStep };
  }

  private async replay(
    tx: Transaction,
    collection: string,
    source: string,
    rejections: readonly StoredRejection[],
    operationId: string,
  ): Promise<OperationCounts> {
    const domain = this.domains.get(collection);
    await this.catalog.hold(tx, source);
    const limit = this.configuration.maximumRecordBytes;
    const lines = rejections.map(({ line, input }) => {
      const bytes = Buffer.from(input ?? '');
      return readJsonRecord(line, bytes, limit) ?? rejectUnreadable(line, bytes);
    });
    const prepared = await this.preparation.prepare(domain, await this.catalog.get(source), lines);
    return (await this.writer.write(tx, domain, source, prepared, operationId)).counts;
  }
}

function add(a: OperationCounts, b: OperationCounts): OperationCounts {
  return {
    received: a.received + b.received,
    accepted: a.accepted + b.accepted,
    unchanged: a.unchanged + b.unchanged,
    stale: a.stale + b.stale,
    rejected: a.rejected + b.rejected,
  };
}
