import { Module } from '@nestjs/common';
import { ActiveModelsModule } from './active-models.module.js';

@Module({ imports: [ActiveModelsModule] })
export class ModelsModule {}
