import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { Domain } from '../domain/domain.js';
import { Database } from '../platform/database/database.js';
import { ResolutionWakeUp } from '../resolution/wake-up.js';
import { SourceCatalog } from '../sources/source-catalog.js';
import type { Source } from '../sources/source.js';
import { IngestionMetrics } from './ingestion-metrics.js';
import type { Prepared } from './prepared-record.js';
import type { InputLine } from './record-line.js';
import { RecordPreparation } from './record-preparation.js';
import { InsertedConcurrently, RecordWriter, type Written } from './record-writer.js';

const maximumAttempts = 10;

/** The source has changed since the batch was prepared: it is to be prepared and written again. */
class SourceChanged extends Error {}

/**
 * Takes in a batch of records, one or a thousand: all of it is durable when this is done, or nothing of it.
 *
 * @throws Problem 404 when the source is not registered
 */
export class SubmitRecords extends Command<Written> {
  constructor(
    readonly domain: Domain,
    readonly source: string,
    readonly lines: readonly InputLine[],
    /** The operation that the batch is part of. */
    readonly operationId?: string,
    /** The batch before: this one is prepared meanwhile, and written once that one is. */
    readonly after?: Promise<unknown>,
  ) {
    super();
  }
}

@CommandHandler(SubmitRecords)
export class SubmitRecordsHandler implements ICommandHandler<SubmitRecords> {
  constructor(
    private readonly database: Database,
    private readonly catalog: SourceCatalog,
    private readonly preparation: RecordPreparation,
    private readonly writer: RecordWriter,
    private readonly resolution: ResolutionWakeUp,
    private readonly metrics: IngestionMetrics,
  ) {}

  async execute(command: SubmitRecords): Promise<Written> {
    const { domain, lines, after } = command;
    for (let attempt = 1; ; attempt++) {
      // What was read of it before may be out of date, as writing finds out.
      const source = await (attempt === 1 ? this.catalog.recent(command.source) : this.catalog.get(command.source));
      const prepared = await this.preparation.prepare(domain, source, lines);
      await after;
      const written = await this.write(command, source, prepared, attempt);
      if (!written) continue;
      this.metrics.received(domain.collection, written.counts);
      if (written.counts.accepted > 0) this.resolution.signal();
      return written;
    }
  }

  /** @returns `undefined` where the batch must be prepared and written again */
  private async write(
    { domain, operationId }: SubmitRecords,
    { source }: Source,
    prepared: Prepared,
    attempt: number,
  ): Promise<Written | undefined> {
    try {
      return await this.database.transaction(
        async (tx) => {
          const [version, written] = await Promise.all([
            this.catalog.hold(tx, source),
            operationId === undefined
              ? this.writer.write(tx, domain, source, prepared, undefined)
              : this.writer.writeAndCount(tx, domain, source, prepared, operationId),
          ]);
          if (version !== prepared.sourceVersion) throw new SourceChanged();
          return written;
        },
        { keepPlans: true },
      );
    } catch (error) {
      const isToBeTriedAgain = error instanceof SourceChanged || error instanceof InsertedConcurrently;
      if (isToBeTriedAgain && attempt < maximumAttempts) return undefined;
      throw error;
    }
  }
}
