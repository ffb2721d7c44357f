import { Module } from '@nestjs/common';
import { ActiveModels } from './active-models.js';

@Module({ providers: [ActiveModels], exports: [ActiveModels] })
export class ModelsModule {}
