import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { OperationsModule } from '../operations/operations.module.js';
import { ResolutionModule } from '../resolution/resolution.module.js';
import { SourcesModule } from '../sources/sources.module.js';
import { DeleteRecordHandler } from './delete-record.js';
import { GetRecordHandler } from './get-record.js';
import { GetSourceHealthHandler } from './get-source-health.js';
import { IngestionMetrics } from './ingestion-metrics.js';
import { IngestStreamHandler } from './ingest-stream.js';
import { ListQuarantineHandler } from './list-quarantine.js';
import { ListRejectionsHandler } from './list-rejections.js';
import { PutRecordHandler } from './put-record.js';
import { QuarantineEntity } from './quarantine.entity.js';
import { QuarantineRepository } from './quarantine.repository.js';
import { RecordPreparation } from './record-preparation.js';
import { RecordReaderRepository } from './record-reader.repository.js';
import { RecordRereader } from './record-rereader.js';
import { RecordWriter } from './record-writer.js';
import { RecordWriterRepository } from './record-writer.repository.js';
import { RecordEntity } from './record.entity.js';
import { RecordsController } from './records.controller.js';
import { RejectionEntity } from './rejection.entity.js';
import { RejectionsRepository } from './rejections.repository.js';
import { QuarantineReplay, ReplayQuarantineHandler } from './replay-quarantine.js';
import { RejectionReplay, ReplayRejectionsHandler } from './replay-rejections.js';
import { ReprocessSource } from './reprocess-source.js';
import { SetAsideController } from './set-aside.controller.js';
import { SourceHealthController } from './source-health.controller.js';
import { SourceHealthRepository } from './source-health.repository.js';
import { StoredRecordsRepository } from './stored-records.repository.js';
import { SubmitRecordsHandler } from './submit-records.js';

@Module({
  imports: [
    OperationsModule,
    ResolutionModule,
    SourcesModule,
    TypeOrmModule.forFeature([QuarantineEntity, RecordEntity, RejectionEntity]),
  ],
  controllers: [RecordsController, SetAsideController, SourceHealthController],
  providers: [
    DeleteRecordHandler,
    GetRecordHandler,
    GetSourceHealthHandler,
    IngestionMetrics,
    IngestStreamHandler,
    ListQuarantineHandler,
    ListRejectionsHandler,
    PutRecordHandler,
    QuarantineReplay,
    QuarantineRepository,
    RecordPreparation,
    RecordReaderRepository,
    RecordRereader,
    RecordWriter,
    RecordWriterRepository,
    RejectionReplay,
    RejectionsRepository,
    ReplayQuarantineHandler,
    ReplayRejectionsHandler,
    ReprocessSource,
    SourceHealthRepository,
    StoredRecordsRepository,
    SubmitRecordsHandler,
  ],
})
export class IngestionModule {}
