import { Module } from '@nestjs/common';
import { OperationsModule } from '../operations/operations.module.js';
import { ResolutionModule } from '../resolution/resolution.module.js';
import { DecisionsModule } from '../stewardship/decisions.module.js';
import { ActivateModelHandler, ModelActivation } from './activate-model.js';
import { ActiveModelsModule } from './active-models.module.js';
import { GetModelHandler } from './get-model.js';
import { ListModelsHandler } from './list-models.js';
import { MatchingModelsRepository } from './matching-models.repository.js';
import { ModelsController } from './models.controller.js';
import { ModelPreview, PreviewModelHandler } from './preview-model.js';
import { PreviewRepository } from './preview.repository.js';
import { RegroupedRecords } from './regrouped-records.js';
import { ModelTraining, TrainModelHandler } from './train-model.js';
import { TrainingSampleRepository } from './training-sample.repository.js';
import { TrainingSampler } from './training-sampler.js';

@Module({
  imports: [ActiveModelsModule, DecisionsModule, OperationsModule, ResolutionModule],
  controllers: [ModelsController],
  providers: [
    ActivateModelHandler,
    GetModelHandler,
    ListModelsHandler,
    MatchingModelsRepository,
    ModelActivation,
    ModelPreview,
    ModelTraining,
    PreviewModelHandler,
    PreviewRepository,
    RegroupedRecords,
    TrainingSampleRepository,
    TrainingSampler,
    TrainModelHandler,
  ],
})
export class ModelsModule {}
