import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { OperationsModule } from '../operations/operations.module.js';
import { ExpressionSandbox } from './expression-sandbox.js';
import { GetSourceHandler } from './get-source.js';
import { ListSourcesHandler } from './list-sources.js';
import { RegisterSourceHandler } from './register-source.js';
import { SourceCatalog } from './source-catalog.js';
import { SourceEntity } from './source.entity.js';
import { SourcesController } from './sources.controller.js';
import { SourcesRepository } from './sources.repository.js';

@Module({
  imports: [OperationsModule, TypeOrmModule.forFeature([SourceEntity])],
  controllers: [SourcesController],
  providers: [
    ExpressionSandbox,
    GetSourceHandler,
    ListSourcesHandler,
    RegisterSourceHandler,
    SourceCatalog,
    SourcesRepository,
  ],
  exports: [SourceCatalog],
})
export class SourcesModule {}
