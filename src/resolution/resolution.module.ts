import { BullModule } from '@nestjs/bullmq';
import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { EventsModule } from '../events/events.module.js';
import { GoldenModule } from '../golden/golden.module.js';
import { ActiveModelsModule } from '../models/active-models.module.js';
import { BatchResolver } from './batch-resolver.js';
import { HttpModule } from '../platform/http/http.module.js';
import { DecisionsModule } from '../stewardship/decisions.module.js';
import { CandidatesRepository } from './candidates.repository.js';
import { CandidateFinder } from './candidates.js';
import { ComponentLock } from './component-lock.js';
import { DeferralRepository } from './deferral.repository.js';
import { Deferral } from './deferral.js';
import { LinkWriter } from './link-writer.js';
import { LinkEntity } from './link.entity.js';
import { LinksRepository } from './links.repository.js';
import { OversizedBlockKeyEntity } from './oversized-block-key.entity.js';
import { OversizedBlocksRepository } from './oversized-blocks.repository.js';
import { OversizedBlocks } from './oversized-blocks.js';
import { PendingEntity } from './pending.entity.js';
import { ResolutionMetrics } from './resolution-metrics.js';
import { ResolutionWaiter } from './resolution-waiter.js';
import { ResolutionRepository } from './resolution.repository.js';
import { ResolutionWorker } from './resolution.worker.js';
import { ResolvePendingHandler } from './resolve-pending.js';
import { SharedValueSizes } from './shared-value-sizes.js';
import { resolutionQueue, ResolutionWakeUp } from './wake-up.js';
import { WriteTurn } from './write-turn.js';

@Module({
  imports: [
    BullModule.registerQueue({ name: resolutionQueue }),
    DecisionsModule,
    EventsModule,
    GoldenModule,
    ActiveModelsModule,
    HttpModule,
    TypeOrmModule.forFeature([LinkEntity, OversizedBlockKeyEntity, PendingEntity]),
  ],
  providers: [
    BatchResolver,
    CandidateFinder,
    CandidatesRepository,
    ComponentLock,
    Deferral,
    DeferralRepository,
    LinkWriter,
    LinksRepository,
    OversizedBlocks,
    OversizedBlocksRepository,
    ResolutionMetrics,
    ResolutionRepository,
    ResolutionWaiter,
    ResolutionWakeUp,
    ResolutionWorker,
    ResolvePendingHandler,
    SharedValueSizes,
    WriteTurn,
  ],
  exports: [
    BatchResolver,
    CandidateFinder,
    ComponentLock,
    Deferral,
    OversizedBlocks,
    ResolutionMetrics,
    ResolutionWaiter,
    ResolutionWakeUp,
  ],
})
export class ResolutionModule {}
