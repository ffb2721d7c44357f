import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { ActiveRules } from './active-rules.js';
import { RulesRepository } from './rules.repository.js';
import { SurvivorshipRulesEntity } from './survivorship-rules.entity.js';

/** Which rules are in force: apart from the rest of the feature, as golden records need it and are needed by the rest. */
@Module({
  imports: [TypeOrmModule.forFeature([SurvivorshipRulesEntity])],
  providers: [ActiveRules, RulesRepository],
  exports: [ActiveRules, RulesRepository],
})
export class ActiveRulesModule {}
