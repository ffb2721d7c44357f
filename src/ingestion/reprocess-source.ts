import { Injectable, type OnModuleInit } from '@nestjs/common';
import {
  BackgroundOperations,
  type BackgroundOperation,
  type ClaimedOperation,
  type Step,
} from '../operations/background-operations.js';
import type { Transaction } from '../platform/database/database.js';
import { SourceCatalog } from '../sources/source-catalog.js';
import type { ReprocessingPayload } from '../sources/register-source.js';
import { ResolutionWakeUp } from '../resolution/wake-up.js';
import { RecordRereader } from './record-rereader.js';
import { StoredRecordsRepository } from './stored-records.repository.js';

const recordsInStep = 500;

/** Reads the records of a source again, once what the source says of them has changed. */
@Injectable()
export class ReprocessSource implements BackgroundOperation, OnModuleInit {
  readonly kind = 'reprocessing';

  constructor(
    private readonly operations: BackgroundOperations,
    private readonly catalog: SourceCatalog,
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
    const payload = operation.payload as ReprocessingPayload;
    const source = operation.source ?? '';
    const version = await this.catalog.hold(tx, source);
    const records = await this.repository.lockOutdated(
      tx,
      source,
      version,
      payload.collections,
      payload.after,
      recordsInStep,
    );
    const counts = await this.rereader.reread(tx, records, operation.id);
    const last = records.at(-1);
    const after = last ? { collection: last.collection, sourceId: last.sourceId } : payload.after;
    return { payload: { ...payload, after }, counts, complete: records.length < recordsInStep };
  }
}
