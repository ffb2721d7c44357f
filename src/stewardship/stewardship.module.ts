import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { EventsModule } from '../events/events.module.js';
import { GoldenModule } from '../golden/golden.module.js';
import { ActiveModelsModule } from '../models/active-models.module.js';
import { ResolutionModule } from '../resolution/resolution.module.js';
import { SourcesModule } from '../sources/sources.module.js';
import { ClaimReviewHandler } from './claim-review.js';
import { CurrentGolden } from './current-golden.js';
import { DecideReviewHandler } from './decide-review.js';
import { DecideReviewsHandler } from './decide-reviews.js';
import { DecisionMaker } from './decision-maker.js';
import { DecisionReaderRepository } from './decision-reader.repository.js';
import { DecisionTransaction } from './decision-transaction.js';
import { DecisionsController } from './decisions.controller.js';
import { DecisionsModule } from './decisions.module.js';
import { DecisionsRepository } from './decisions.repository.js';
import { ExpireDecisionsHandler } from './expire-decisions.js';
import { Expiry } from './expiry.js';
import { FindMatchesHandler } from './find-matches.js';
import { GetDecisionHandler } from './get-decision.js';
import { GetReviewHandler } from './get-review.js';
import { GoldenLinksController } from './golden-links.controller.js';
import { GoldenLinksRepository } from './golden-links.repository.js';
import { LabelledPairsRepository } from './labelled-pairs.repository.js';
import { ListDecisionsHandler } from './list-decisions.js';
import { ExplainPairHandler } from './explain-pair.js';
import { ExplainedPairRepository } from './explained-pair.repository.js';
import { ListedReviews } from './listed-reviews.js';
import { ListGoldenLinksHandler } from './list-golden-links.js';
import { ListOversizedBlocksHandler } from './list-oversized-blocks.js';
import { ListReviewsHandler } from './list-reviews.js';
import { MatchesController } from './matches.controller.js';
import { MergeGoldenHandler } from './merge-golden.js';
import { OversizedBlockListRepository } from './oversized-block-list.repository.js';
import { ReadLabelledPairsHandler } from './read-labelled-pairs.js';
import { ReleaseReviewHandler } from './release-review.js';
import { ReviewActionsController } from './review-actions.controller.js';
import { PairsController } from './pairs.controller.js';
import { ReviewEntity } from './review.entity.js';
import { ReviewGroupsRepository } from './review-groups.repository.js';
import { ReviewGroups } from './review-groups.js';
import { ReviewReader } from './review-reader.js';
import { ReviewStatesRepository } from './review-states.repository.js';
import { ReviewsController } from './reviews.controller.js';
import { ReviewsRepository } from './reviews.repository.js';
import { RevokeDecisionHandler } from './revoke-decision.js';
import { RevokeSkipHandler } from './revoke-skip.js';
import { SplitGoldenHandler } from './split-golden.js';
import { SuggestReviewsHandler } from './suggest-reviews.js';

@Module({
  imports: [
    ActiveModelsModule,
    DecisionsModule,
    EventsModule,
    GoldenModule,
    ResolutionModule,
    SourcesModule,
    TypeOrmModule.forFeature([ReviewEntity]),
  ],
  controllers: [
    DecisionsController,
    GoldenLinksController,
    MatchesController,
    PairsController,
    ReviewActionsController,
    ReviewsController,
  ],
  providers: [
    ClaimReviewHandler,
    CurrentGolden,
    DecideReviewHandler,
    DecideReviewsHandler,
    DecisionMaker,
    DecisionReaderRepository,
    DecisionTransaction,
    DecisionsRepository,
    ExpireDecisionsHandler,
    Expiry,
    ExplainPairHandler,
    ExplainedPairRepository,
    FindMatchesHandler,
    GetDecisionHandler,
    GetReviewHandler,
    GoldenLinksRepository,
    LabelledPairsRepository,
    ListDecisionsHandler,
    ListGoldenLinksHandler,
    ListOversizedBlocksHandler,
    ListReviewsHandler,
    ListedReviews,
    MergeGoldenHandler,
    OversizedBlockListRepository,
    ReadLabelledPairsHandler,
    ReleaseReviewHandler,
    ReviewGroups,
    ReviewGroupsRepository,
    ReviewReader,
    ReviewStatesRepository,
    ReviewsRepository,
    RevokeDecisionHandler,
    RevokeSkipHandler,
    SplitGoldenHandler,
    SuggestReviewsHandler,
  ],
  exports: [CurrentGolden, DecisionTransaction],
})
export class StewardshipModule {}
