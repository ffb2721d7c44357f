import { Module } from '@nestjs/common';
import { GoldenModule } from '../golden/golden.module.js';
import { OperationsModule } from '../operations/operations.module.js';
import { StandingPinsModule } from '../pins/standing-pins.module.js';
import { ResolutionModule } from '../resolution/resolution.module.js';
import { ActiveRulesModule } from './active-rules.module.js';
import { ApplyRules } from './apply-rules.js';
import { GetRulesHandler } from './get-rules.js';
import { ListRulesHandler } from './list-rules.js';
import { PreviewRulesHandler, RulesPreview } from './preview-rules.js';
import { ReplaceRulesHandler } from './replace-rules.js';
import { RulesController } from './rules.controller.js';

/** Survivorship rules as versioned data. */
@Module({
  imports: [ActiveRulesModule, GoldenModule, OperationsModule, ResolutionModule, StandingPinsModule],
  controllers: [RulesController],
  providers: [ApplyRules, GetRulesHandler, ListRulesHandler, PreviewRulesHandler, ReplaceRulesHandler, RulesPreview],
})
export class RulesModule {}
