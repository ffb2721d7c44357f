import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { ActiveModelEntity } from './active-model.entity.js';
import { ActiveModels } from './active-models.js';
import { ActiveModelsRepository } from './active-models.repository.js';
import { MatchingModelEntity } from './matching-model.entity.js';

/** Which model decides: apart from the rest of the feature, as resolution needs it and is needed by the rest. */
@Module({
  imports: [TypeOrmModule.forFeature([ActiveModelEntity, MatchingModelEntity])],
  providers: [ActiveModels, ActiveModelsRepository],
  exports: [ActiveModels],
})
export class ActiveModelsModule {}
