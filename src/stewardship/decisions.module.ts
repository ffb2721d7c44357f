import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { DecisionGoldenEntity } from './decision-golden.entity.js';
import { DecisionRecordEntity } from './decision-record.entity.js';
import { DecisionEntity } from './decision.entity.js';
import { StandingDecisionsRepository } from './standing-decisions.repository.js';
import { StandingDecisions } from './standing-decisions.js';

/** What stands decided, for the resolver to heed: apart from the rest of the feature, which in turn uses the resolver. */
@Module({
  imports: [TypeOrmModule.forFeature([DecisionEntity, DecisionGoldenEntity, DecisionRecordEntity])],
  providers: [StandingDecisions, StandingDecisionsRepository],
  exports: [StandingDecisions],
})
export class DecisionsModule {}
