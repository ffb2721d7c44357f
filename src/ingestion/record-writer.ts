import { Injectable } from '@nestjs/common';
import type { Domain } from '../domain/domain.js';
import type { OperationCounts } from '../operations/operation.js';
import { OperationWriter } from '../operations/operation-writer.js';
import type { Transaction } from '../platform/database/database.js';
import { foldRecords, type Disposition } from './fold-records.js';
import type { Prepared } from './prepared-record.js';
import type { RejectedLine } from './record-line.js';
import { RecordWriterRepository, type RecordBatch } from './record-writer.repository.js';

/** What became of a batch. */
export interface Written {
  readonly counts: OperationCounts;
  /** What became of each prepared record, in order. */
  readonly dispositions: readonly Disposition[];
  readonly rejected: readonly RejectedLine[];
  /** Record ids by source id, of all that is held. */
  readonly recordIds: ReadonlyMap<string, number>;
}

/** Another transaction has inserted the same records first: the batch is to be tried again. */
export class InsertedConcurrently extends Error {}

/** Writes prepared records, all in the caller's transaction, which holds their source. */
@Injectable()
export class RecordWriter {
  constructor(
    private readonly repository: RecordWriterRepository,
    private readonly operations: OperationWriter,
  ) {}

  /**
   * @param operationId the operation that rejections are kept with and that is not done before the records are resolved
   * @throws InsertedConcurrently
   */
  async write(
    tx: Transaction,
    domain: Domain,
    source: string,
    prepared: Prepared,
    operationId: string | undefined,
  ): Promise<Written> {
    const receivedAt = new Date();
    const { collection } = domain;
    const batch: RecordBatch = { collection, source, sourceVersion: prepared.sourceVersion, receivedAt, operationId };
    const sourceIds = [...new Set(prepared.records.map(({ line }) => line.sourceId))];
    const locked = await this.repository.lock(tx, collection, source, sourceIds);
    const held = new Map(locked.map((record) => [record.sourceId, record]));
    const { writes, dispositions } = foldRecords(prepared.records, held, receivedAt);

    const fresh = writes.filter((write) => !write.held);
    const inserted = await this.repository.insert(tx, batch, fresh);
    if (inserted.length < fresh.length) throw new InsertedConcurrently();
    await this.repository.update(
      tx,
      batch,
      writes.filter((write) => write.held),
    );
    if (operationId !== undefined) await this.repository.reject(tx, batch, prepared.rejected);
    return {
      counts: count(dispositions, prepared.rejected.length),
      dispositions,
      rejected: prepared.rejected,
      recordIds: new Map([...locked, ...inserted].map(({ sourceId, id }) => [sourceId, id])),
    };
  }

  /** The same, and counts what became of the records with the operation: last, as that keeps others of it waiting. */
  async writeAndCount(
    tx: Transaction,
    domain: Domain,
    source: string,
    prepared: Prepared,
    operationId: string,
  ): Promise<Written> {
    const written = await this.write(tx, domain, source, prepared, operationId);
    await this.operations.count(tx, operationId, written.counts);
    return written;
  }
}

function count(dispositions: readonly Disposition[], rejected: number): OperationCounts {
  const of = (wanted: Disposition): number => dispositions.filter((disposition) => disposition === wanted).length;
  return {
    received: dispositions.length + rejected,
    accepted: of('accepted'),
    unchanged: of('unchanged'),
    stale: of('stale'),
    rejected,
  };
}
