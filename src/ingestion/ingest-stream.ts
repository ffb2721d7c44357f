import { Command, CommandBus, CommandHandler, QueryBus, type ICommandHandler } from '@nestjs/cqrs';
import type { Domain } from '../domain/domain.js';
import { GetOperation } from '../operations/get-operation.js';
import type { OperationView } from '../operations/operation-view.js';
import { OperationWriter } from '../operations/operation-writer.js';
import { Database } from '../platform/database/database.js';
import { Problem } from '../platform/http/problem.js';
import { SourceCatalog } from '../sources/source-catalog.js';
import { MalformedInput } from './line-batches.js';
import type { InputLine } from './record-line.js';
import { SubmitRecords } from './submit-records.js';

/**
 * Takes in records of any number as they come, batch by batch. What has come before the input fails stays.
 *
 * @throws Problem 404 when the source is not registered, 400 where the input cannot be read any further
 */
export class IngestStream extends Command<OperationView> {
  constructor(
    readonly domain: Domain,
    readonly source: string,
    readonly batches: AsyncIterable<readonly InputLine[]>,
  ) {
    super();
  }
}

@CommandHandler(IngestStream)
export class IngestStreamHandler implements ICommandHandler<IngestStream> {
  constructor(
    private readonly database: Database,
    private readonly catalog: SourceCatalog,
    private readonly operations: OperationWriter,
    private readonly commands: CommandBus,
    private readonly queries: QueryBus,
  ) {}

  async execute(command: IngestStream): Promise<OperationView> {
    const { domain, source } = command;
    await this.catalog.get(source);
    const id = await this.operations.startHere({ kind: 'ingestion', collection: domain.collection, source });
    try {
      await this.submitAll(command, id);
      await this.operations.completeInput(this.database, id);
    } catch (error) {
      const problem = describeFailure(error, id);
      await this.operations.fail(id, problem);
      throw problem;
    }
    return this.queries.execute(new GetOperation(id));
  }

  /** Two batches are under way at most: one is read and prepared while the one before it is written. */
  private async submitAll({ domain, source, batches }: IngestStream, id: string): Promise<void> {
    let before: Promise<unknown> = Promise.resolve();
    try {
      for await (const lines of batches) {
        const current = this.commands.execute(new SubmitRecords(domain, source, lines, id, before));
        // Its failure is seen when its turn comes.
        current.catch(() => undefined);
        await before;
        before = current;
      }
    } finally {
      await before;
    }
  }
}

function describeFailure(error: unknown, id: string): unknown {
  const headers = { Location: `/v1/operations/${id}` };
  const kept = 'What came before has been taken in.';
  if (error instanceof MalformedInput) {
    const detail = `${error.message} (${error.place}). ${kept}`;
    return new Problem(400, 'Malformed input', detail, [{ path: error.place, message: error.message }], headers);
  }
  if (isDisconnect(error)) return new Problem(400, 'Input ended', `The connection ended before the input did. ${kept}`);
  return error;
}

function isDisconnect(error: unknown): boolean {
  if (typeof error !== 'object' || error === null || !('code' in error)) return false;
  return error.code === 'ECONNRESET' || error.code === 'ERR_STREAM_PREMATURE_CLOSE';
}
