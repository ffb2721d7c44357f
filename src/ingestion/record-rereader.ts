import { Injectable } from '@nestjs/common';
import type { OperationCounts } from '../operations/operation.js';
import type { Transaction } from '../platform/database/database.js';
import { DomainRegistry } from '../platform/domain-registry.js';
import { SourceCatalog } from '../sources/source-catalog.js';
import { groupBy } from './group-by.js';
import type { RecordLine } from './record-line.js';
import { RecordPreparation } from './record-preparation.js';
import { RecordWriterRepository } from './record-writer.repository.js';
import { StoredRecordsRepository, type RecordToReread } from './stored-records.repository.js';

/** Reads held records again, by what their source says of them now. */
@Injectable()
export class RecordRereader {
  constructor(
    private readonly domains: DomainRegistry,
    private readonly catalog: SourceCatalog,
    private readonly preparation: RecordPreparation,
    private readonly repository: StoredRecordsRepository,
    private readonly writer: RecordWriterRepository,
  ) {}

  /**
   * Maps and standardizes locked records, and lets them be resolved again. One that can no longer be read is quarantined.
   */
  async reread(tx: Transaction, records: readonly RecordToReread[], operationId: string): Promise<OperationCounts> {
    let rejected = 0;
    const groups = groupBy(records, ({ collection, source }) => `${collection} ${source}`);
    for (const group of groups.values()) rejected += await this.rereadGroup(tx, group, operationId);
    const received = records.length;
    return { received, accepted: received - rejected, unchanged: 0, stale: 0, rejected };
  }

  private async rereadGroup(tx: Transaction, records: readonly RecordToReread[], operationId: string): Promise<number> {
    const [{ collection, source: name } = { collection: '', source: '' }] = records;
    const domain = this.domains.get(collection);
    const sourceVersion = await this.catalog.hold(tx, name);
    const source = await this.catalog.get(name);
    const lines = records.map(({ sourceId, data }, index): RecordLine => ({
      line: index + 1,
      sourceId,
      data,
      observedAt: undefined,
      input: '',
    }));
    const prepared = await this.preparation.prepare(domain, source, lines);
    const byId = new Map(records.map((record) => [record.sourceId, record]));
    const read = prepared.records.flatMap((record) => {
      const stored = byId.get(record.line.sourceId);
      return stored ? [{ id: stored.id, before: stored.blockKeys, after: record.blockKeys, prepared: record }] : [];
    });
    await this.repository.rewrite(tx, read, sourceVersion, operationId);
    await this.writer.changeKeys(tx, read);

    // The record itself is what would be replayed, so nothing of it is kept with the rejection.
    const rejected = prepared.rejected.map((line) => ({ ...line, input: undefined }));
    await this.repository.quarantine(
      tx,
      rejected.flatMap(({ sourceId, errors }) => {
        const stored = byId.get(sourceId ?? '');
        return stored ? [{ id: stored.id, collection, errors }] : [];
      }),
      operationId,
    );
    const batch = { collection, source: name, sourceVersion, receivedAt: new Date(), operationId };
    await this.writer.reject(tx, batch, rejected);
    return rejected.length;
  }
}
