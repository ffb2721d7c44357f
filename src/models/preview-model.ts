import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Command, CommandHandler, QueryBus, type ICommandHandler } from '@nestjs/cqrs';
import type { Domain } from '../domain/domain.js';
import type { ClaimedOperation } from '../operations/background-operations.js';
import {
  LongOperations,
  type LongOperation,
  type LongOutcome,
  type ReportProgress,
} from '../operations/long-operations.js';
import { OperationStarter } from '../operations/operation-starter.js';
import type { OperationView } from '../operations/operation-view.js';
import { Database } from '../platform/database/database.js';
import { DomainRegistry } from '../platform/domain-registry.js';
import { ActiveModels } from './active-models.js';
import { GetModel } from './get-model.js';
import { modelUnknown } from './matching-model.js';
import type { PreviewResult } from './model-results.dto.js';
import { PreviewCount } from './preview-count.js';
import { RegroupedRecords } from './regrouped-records.js';

interface PreviewPayload {
  readonly model: string;
}

/** Finds out what the activation of a model would change, and changes nothing. */
export class PreviewModel extends Command<OperationView> {
  constructor(
    readonly domain: Domain,
    readonly id: string,
  ) {
    super();
  }
}

@CommandHandler(PreviewModel)
export class PreviewModelHandler implements ICommandHandler<PreviewModel> {
  constructor(
    private readonly operations: OperationStarter,
    private readonly queries: QueryBus,
  ) {}

  /** @throws Problem 404 */
  async execute({ domain, id }: PreviewModel): Promise<OperationView> {
    const payload: PreviewPayload = { model: (await this.queries.execute(new GetModel(domain, id))).id };
    return this.operations.start('preview', domain.collection, { payload, expected: 0 });
  }
}

/** Groups all records by a model, some at a time, and counts what of it differs from what is held. */
@Injectable()
export class ModelPreview implements LongOperation, OnModuleInit {
  readonly kind = 'preview';

  constructor(
    private readonly operations: LongOperations,
    private readonly database: Database,
    private readonly domains: DomainRegistry,
    private readonly models: ActiveModels,
    private readonly records: RegroupedRecords,
  ) {}

  onModuleInit(): void {
    this.operations.register(this);
  }

  async run(operation: ClaimedOperation, progress: ReportProgress): Promise<LongOutcome> {
    const { model: id } = operation.payload as PreviewPayload;
    const domain = this.domains.get(operation.collection ?? '');
    const model = await this.models.get(this.database, domain, id);
    if (!model) throw modelUnknown(domain, id);
    const total = await this.records.count(domain);
    const count = new PreviewCount();
    for await (const group of this.records.regroup(domain, model)) {
      count.add(group);
      await progress(count.records, Math.max(total, count.records));
    }
    const result: PreviewResult = { model: id, ...count.result() };
    return { result };
  }
}
