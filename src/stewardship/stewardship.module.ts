import { Module } from '@nestjs/common';
import { ActiveModelsModule } from '../models/active-models.module.js';
import { ResolutionModule } from '../resolution/resolution.module.js';
import { SourcesModule } from '../sources/sources.module.js';
import { FindMatchesHandler } from './find-matches.js';
import { ListOversizedBlocksHandler } from './list-oversized-blocks.js';
import { ListReviewsHandler } from './list-reviews.js';
import { MatchesController } from './matches.controller.js';
import { OversizedBlockListRepository } from './oversized-block-list.repository.js';
import { ReviewsController } from './reviews.controller.js';
import { ReviewsRepository } from './reviews.repository.js';

@Module({
  imports: [ActiveModelsModule, ResolutionModule, SourcesModule],
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
