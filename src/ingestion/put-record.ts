import { Command, CommandBus, CommandHandler, QueryBus, type ICommandHandler } from '@nestjs/cqrs';
import type { Domain } from '../domain/domain.js';
import { Problem } from '../platform/http/problem.js';
import { ResolutionWaiter } from '../resolution/resolution-waiter.js';
import { GetRecord } from './get-record.js';
import type { RecordLine } from './record-line.js';
import type { RecordView } from './record-view.js';
import { SubmitRecords } from './submit-records.js';

/**
 * Creates or replaces one record, and waits for its resolution where that is asked for.
 *
 * @throws Problem 404 for an unknown source, 409 for a record observed before the one held, 422 for an invalid one
 */
export class PutRecord extends Command<RecordView> {
  constructor(
    readonly domain: Domain,
    readonly source: string,
    readonly record: Pick<RecordLine, 'sourceId' | 'data' | 'observedAt'>,
    readonly waitMilliseconds: number | undefined,
  ) {
    super();
  }
}

@CommandHandler(PutRecord)
export class PutRecordHandler implements ICommandHandler<PutRecord> {
  constructor(
    private readonly commands: CommandBus,
    private readonly queries: QueryBus,
    private readonly waiter: ResolutionWaiter,
  ) {}

  async execute({ domain, source, record, waitMilliseconds }: PutRecord): Promise<RecordView> {
    const line: RecordLine = { ...record, line: 1, input: '' };
    const { dispositions, rejected, recordIds } = await this.commands.execute(
      new SubmitRecords(domain, source, [line]),
    );
    if (rejected[0]) throw new Problem(422, 'Invalid record', 'The record cannot be taken in.', rejected[0].errors);
    if (dispositions[0] === 'stale')
      throw new Problem(409, 'Stale record', 'A record that was observed later is held already. Nothing is changed.');
    const id = recordIds.get(record.sourceId);
    const look = (): Promise<RecordView> => this.queries.execute(new GetRecord(domain, source, record.sourceId));
    const resolved =
      id === undefined
        ? undefined
        : await this.waiter.until(id, waitMilliseconds ?? 0, async () => {
            const view = await look();
            return view.status === 'pending' ? undefined : view;
          });
    return resolved ?? look();
  }
}
