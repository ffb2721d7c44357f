import { Module } from '@nestjs/common';
import { OperationsModule } from '../operations/operations.module.js';
import { ResolutionModule } from '../resolution/resolution.module.js';
import { ActiveRulesModule } from './active-rules.module.js';
import { ApplyRules } from './apply-rules.js';
import { GetRulesHandler } from './get-rules.js';
import { ListRulesHandler } from './list-rules.js';
import { ReplaceRulesHandler } from './replace-rules.js';
import { RulesController } from './rules.controller.js';

/** Survivorship rules as versioned data. */
@Module({
  imports: [ActiveRulesModule, OperationsModule, ResolutionModule],
  controllers: [RulesController],
  providers: [ApplyRules, GetRulesHandler, ListRulesHandler, ReplaceRulesHandler],
})
export class RulesModule {}
