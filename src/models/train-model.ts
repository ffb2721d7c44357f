import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { v7 as newModelId } from 'uuid';
import type { Domain } from '../domain/domain.js';
import { withoutGenericValues } from '../domain/without-generic-values.js';
import { trainInSteps } from '../matching/training/train-in-steps.js';
import type { Training } from '../matching/training/training.js';
import type { ClaimedOperation } from '../operations/background-operations.js';
import {
  LongOperations,
  type LongOperation,
  type LongOutcome,
  type ReportProgress,
} from '../operations/long-operations.js';
import { OperationStarter } from '../operations/operation-starter.js';
import type { OperationView } from '../operations/operation-view.js';
import { DomainRegistry } from '../platform/domain-registry.js';
import { Problem } from '../platform/http/problem.js';
import { MatchingModelsRepository } from './matching-models.repository.js';
import type { TrainingResult } from './model-results.dto.js';
import { TrainingSampler } from './training-sampler.js';
import { trainingRecords } from './training-sample.js';

interface TrainingPayload {
  /** How many records to draw at random. */
  readonly sampleSize: number;
  readonly by: string | null;
}

// Of the progress of a training, reading the sample is one half and learning from it the other.
const parts = 1_000;

/** Trains a model of a collection without labels, on what is held. It changes nothing until it is activated. */
export class TrainModel extends Command<OperationView> {
  constructor(
    readonly domain: Domain,
    /** How many records to draw at random. */
    readonly sampleSize: number,
    /** The client that asks for it; null where clients need no key. */
    readonly by: string | null,
  ) {
    super();
  }
}

@CommandHandler(TrainModel)
export class TrainModelHandler implements ICommandHandler<TrainModel> {
  constructor(private readonly operations: OperationStarter) {}

  async execute({ domain: { collection }, sampleSize, by }: TrainModel): Promise<OperationView> {
    const payload: TrainingPayload = { sampleSize, by };
    return this.operations.start('training', collection, { payload, expected: 2 * parts });
  }
}

/** Draws a sample, trains on it and keeps the model. */
@Injectable()
export class ModelTraining implements LongOperation, OnModuleInit {
  readonly kind = 'training';

  constructor(
    private readonly operations: LongOperations,
    private readonly domains: DomainRegistry,
    private readonly sampler: TrainingSampler,
    private readonly repository: MatchingModelsRepository,
  ) {}

  onModuleInit(): void {
    this.operations.register(this);
  }

  async run(operation: ClaimedOperation, progress: ReportProgress): Promise<LongOutcome> {
    const { sampleSize, by } = operation.payload as TrainingPayload;
    const domain = this.domains.get(operation.collection ?? '');
    const { model, report } = await this.train(domain, sampleSize, progress);
    const result: TrainingResult = { model: newModelId() };
    return {
      result,
      keep: (tx) => this.repository.insert(tx, domain.collection, { id: result.model, model, report, createdBy: by }),
    };
  }

  private async train(domain: Domain, sampleSize: number, progress: ReportProgress): Promise<Training> {
    const { rows, population, labels } = await this.sampler.draw(domain, sampleSize, (share) =>
      progress(Math.round(share * parts), 2 * parts),
    );
    if (rows.length < 2) throw nothingToLearnFrom(domain);
    const training = trainInSteps({
      model: domain.model,
      records: trainingRecords(domain, rows),
      maximumBlockSize: domain.maximumBlockSize,
      withoutGeneric: (forms, sizes) => withoutGenericValues(domain, forms, sizes),
      population,
      labels,
    });
    for (;;) {
      const step = training.next();
      if (step.done) return step.value;
      const { done, total } = step.value;
      await progress(parts + Math.round((done / Math.max(1, total)) * parts), 2 * parts);
    }
  }
}

function nothingToLearnFrom({ collection }: Domain): Problem {
  return new Problem(
    409,
    'Nothing to learn from',
    `A model is trained on records, and fewer than two are held of ${collection}.`,
  );
}
