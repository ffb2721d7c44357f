import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { EventsModule } from '../events/events.module.js';
import { StandingPinsModule } from '../pins/standing-pins.module.js';
import { ActiveRulesModule } from '../rules/active-rules.module.js';
import { AttributesController } from './attributes.controller.js';
import { ExplainAttributeHandler } from './explain-attribute.js';
import { FindGoldenOfRecordHandler } from './find-golden-of-record.js';
import { GetGoldenHandler } from './get-golden.js';
import { GoldenReaderRepository } from './golden-reader.repository.js';
import { GoldenHeaders } from './golden-headers.js';
import { GoldenMembersRepository } from './golden-members.repository.js';
import { GoldenMembers } from './golden-members.js';
import { GoldenReadEntity } from './golden-read.entity.js';
import { GoldenReadsRepository } from './golden-reads.repository.js';
import { GoldenReads } from './golden-reads.js';
import { GoldenSearchRepository } from './golden-search.repository.js';
import { GoldenVersionEntity } from './golden-version.entity.js';
import { GoldenWriterRepository } from './golden-writer.repository.js';
import { GoldenController } from './golden.controller.js';
import { GoldenEntity } from './golden.entity.js';
import { GoldenWriter } from './golden.writer.js';
import { ListGoldenVersionsHandler } from './list-golden-versions.js';
import { ListGoldenHandler } from './list-golden.js';
import { MembershipEntity } from './membership.entity.js';
import { ReadGoldenHandler } from './read-golden.js';
import { SearchGoldenHandler } from './search-golden.js';
import { SearchVocabulary } from './search-vocabulary.js';
import { SearchWordEntity } from './search-word.entity.js';
import { SearchWordsRepository } from './search-words.repository.js';
import { StreamCrosswalkHandler } from './stream-crosswalk.js';

@Module({
  imports: [
    ActiveRulesModule,
    EventsModule,
    StandingPinsModule,
    TypeOrmModule.forFeature([GoldenEntity, GoldenReadEntity, GoldenVersionEntity, MembershipEntity, SearchWordEntity]),
  ],
  controllers: [AttributesController, GoldenController],
  providers: [
    ExplainAttributeHandler,
    FindGoldenOfRecordHandler,
    GetGoldenHandler,
    GoldenHeaders,
    GoldenMembers,
    GoldenMembersRepository,
    GoldenReaderRepository,
    GoldenReads,
    GoldenReadsRepository,
    GoldenSearchRepository,
    GoldenWriter,
    GoldenWriterRepository,
    ListGoldenHandler,
    ListGoldenVersionsHandler,
    ReadGoldenHandler,
    SearchGoldenHandler,
    SearchVocabulary,
    SearchWordsRepository,
    StreamCrosswalkHandler,
  ],
  exports: [GoldenHeaders, GoldenMembers, GoldenWriter],
})
export class GoldenModule {}
