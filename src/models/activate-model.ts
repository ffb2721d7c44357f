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
import { noCounts } from '../operations/operation.js';
import { OperationStarter } from '../operations/operation-starter.js';
import type { OperationView } from '../operations/operation-view.js';
import { OperationWriter } from '../operations/operation-writer.js';
import { Database, type Transaction } from '../platform/database/database.js';
import { DomainRegistry } from '../platform/domain-registry.js';
import { Deferral } from '../resolution/deferral.js';
import { ResolutionWakeUp } from '../resolution/wake-up.js';
import { GetModel } from './get-model.js';
import { shippedModelId } from './active-models.js';
import { MatchingModelsRepository } from './matching-models.repository.js';

/**
 * Makes a model the active one and has everything resolved again by it. While that is under way, to activate the same model
 * once more is the same operation; afterwards it resolves everything again, and computes every golden record anew.
 */
export class ActivateModel extends Command<OperationView> {
  constructor(
    readonly domain: Domain,
    readonly id: string,
    /** The client that asks for it; null where clients need no key. */
    readonly by: string | null,
  ) {
    super();
  }
}

/** What is to be done, as it is kept; without `anew` by a version that did not know it. */
interface ActivationPayload {
  readonly anew?: boolean;
}

@CommandHandler(ActivateModel)
export class ActivateModelHandler implements ICommandHandler<ActivateModel> {
  constructor(
    private readonly database: Database,
    private readonly repository: MatchingModelsRepository,
    private readonly operations: OperationWriter,
    private readonly starter: OperationStarter,
    private readonly queries: QueryBus,
  ) {}

  /** @throws Problem 404 */
  async execute({ domain, id, by }: ActivateModel): Promise<OperationView> {
    const { id: modelId } = await this.queries.execute(new GetModel(domain, id));
    const { collection } = domain;
    const active = await this.repository.active(this.database, collection);
    const isActive = (active?.modelId ?? shippedModelId) === modelId;
    const underWay = isActive && active ? await this.underWay(active.operationId) : undefined;
    if (underWay) return underWay;
    const operationId = await this.database.transaction(async (tx) => {
      const background = { payload: { anew: isActive }, expected: 0, result: { model: modelId } };
      const started = await this.operations.startInBackground(
        tx,
        { kind: 'activation', collection, source: null },
        background,
      );
      await this.repository.activate(tx, collection, { modelId, operationId: started, activatedBy: by });
      return started;
    });
    return this.starter.started(operationId);
  }

  private async underWay(operationId: string): Promise<OperationView | undefined> {
    const operation = await this.queries.execute(new GetOperation(operationId));
    return operation.status === 'running' ? operation : undefined;
  }
}

/**
 * Has the records of a collection resolved by the model that was activated. That is committed before the records are
 * enqueued: one that is not seen by then is resolved by a transaction that sees the new model.
 */
@Injectable()
export class ModelActivation implements BackgroundOperation, OnModuleInit {
  readonly kind = 'activation';

  constructor(
    private readonly operations: BackgroundOperations,
    private readonly domains: DomainRegistry,
    private readonly deferral: Deferral,
    private readonly resolution: ResolutionWakeUp,
  ) {}

  onModuleInit(): void {
    this.operations.register(this);
  }

  afterStep(): void {
    this.resolution.signal();
  }

  async step(tx: Transaction, { id, collection, payload }: ClaimedOperation): Promise<Step> {
    const { anew = true } = payload as ActivationPayload;
    const records = await this.deferral.enqueueAll(tx, this.domains.get(collection ?? ''), id, anew);
    return { payload, counts: { ...noCounts, received: records, accepted: records }, complete: true };
  }
}
