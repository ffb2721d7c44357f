import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { ActiveModelsModule } from '../models/active-models.module.js';
import { ResolutionModule } from '../resolution/resolution.module.js';
import { SourcesModule } from '../sources/sources.module.js';
import { DecisionsModule } from './decisions.module.js';
import { FindMatchesHandler } from './find-matches.js';
import { ListOversizedBlocksHandler } from './list-oversized-blocks.js';
import { ListReviewsHandler } from './list-reviews.js';
import { MatchesController } from './matches.controller.js';
import { OversizedBlockListRepository } from './oversized-block-list.repository.js';
import { ReviewEntity } from './review.entity.js';
import { ReviewsController } from './reviews.controller.js';
import { ReviewsRepository } from './reviews.repository.js';

@Module({
  imports: [
    ActiveModelsModule,
    DecisionsModule,
    ResolutionModule,
    SourcesModule,
    TypeOrmModule.forFeature([ReviewEntity]),
  ],
  controllers: [MatchesController, ReviewsController],
  providers: [
    FindMatchesHandler,
    ListOversizedBlocksHandler,
    ListReviewsHandler,
    OversizedBlockListRepository,
    ReviewsRepository,
  ],
})
export class StewardshipModule {}
