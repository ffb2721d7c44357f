import { Command, CommandHandler, QueryBus, type ICommandHandler } from '@nestjs/cqrs';
import type { Domain } from '../domain/domain.js';
import { Database } from '../platform/database/database.js';
import { ResolutionWaiter } from '../resolution/resolution-waiter.js';
import { ResolutionWakeUp } from '../resolution/wake-up.js';
import { SourceCatalog } from '../sources/source-catalog.js';
import { GetRecord, recordUnknown } from './get-record.js';
import { RecordWriterRepository } from './record-writer.repository.js';
import type { RecordView } from './record-view.js';

/** Withdraws one record. Of one that is withdrawn already it changes nothing. @throws Problem 404 */
export class DeleteRecord extends Command<DeletedRecord> {
  constructor(
    readonly domain: Domain,
    readonly source: string,
    readonly sourceId: string,
    readonly waitMilliseconds: number | undefined,
  ) {
    super();
  }
}

export interface DeletedRecord {
  readonly record: RecordView;
  /** Its golden record does without it. Never set where nobody waited for that. */
  readonly resolved: boolean;
}

@CommandHandler(DeleteRecord)
export class DeleteRecordHandler implements ICommandHandler<DeleteRecord> {
  constructor(
    private readonly database: Database,
    private readonly repository: RecordWriterRepository,
    private readonly catalog: SourceCatalog,
    private readonly resolution: ResolutionWakeUp,
    private readonly waiter: ResolutionWaiter,
    private readonly queries: QueryBus,
  ) {}

  async execute({ domain, source, sourceId, waitMilliseconds }: DeleteRecord): Promise<DeletedRecord> {
    const id = await this.database.transaction(async (tx) => {
      const [held] = await this.repository.lock(tx, domain.collection, source, [sourceId]);
      if (held && !held.deleted) await this.repository.withdraw(tx, [held], new Date());
      return held?.id;
    });
    if (id === undefined) {
      await this.catalog.get(source);
      throw recordUnknown(source, sourceId);
    }
    this.resolution.signal();
    const resolved = waitMilliseconds !== undefined && (await this.waiter.resolution(id, waitMilliseconds));
    return { record: await this.queries.execute(new GetRecord(domain, source, sourceId)), resolved };
  }
}
