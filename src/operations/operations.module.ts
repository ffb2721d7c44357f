import { BullModule } from '@nestjs/bullmq';
import { Module } from '@nestjs/common';
import { APP_INTERCEPTOR } from '@nestjs/core';
import { TypeOrmModule } from '@nestjs/typeorm';
import { BackgroundOperations } from './background-operations.js';
import { GetOperationHandler } from './get-operation.js';
import { IdempotencyKeyEntity } from './idempotency-key.entity.js';
import { IdempotencyInterceptor } from './idempotency.interceptor.js';
import { IdempotencyRepository } from './idempotency.repository.js';
import { ListOperationsHandler } from './list-operations.js';
import { LongOperationRunner } from './long-operation-runner.js';
import { LongOperations } from './long-operations.js';
import { LongOperationsRepository } from './long-operations.repository.js';
import { OperationRunner } from './operation-runner.js';
import { operationQueue, OperationWakeUp } from './operation-wake-up.js';
import { OperationStarter } from './operation-starter.js';
import { OperationWriter } from './operation-writer.js';
import { OperationEntity } from './operation.entity.js';
import { OperationWorker } from './operation.worker.js';
import { OperationsController } from './operations.controller.js';
import { OperationReads } from './operation-reads.js';
import { OperationsRepository } from './operations.repository.js';

@Module({
  imports: [
    BullModule.registerQueue({ name: operationQueue }),
    TypeOrmModule.forFeature([IdempotencyKeyEntity, OperationEntity]),
  ],
  controllers: [OperationsController],
  providers: [
    BackgroundOperations,
    GetOperationHandler,
    IdempotencyRepository,
    ListOperationsHandler,
    LongOperationRunner,
    LongOperations,
    LongOperationsRepository,
    OperationRunner,
    OperationReads,
    OperationsRepository,
    OperationStarter,
    OperationWakeUp,
    OperationWorker,
    OperationWriter,
    { provide: APP_INTERCEPTOR, useClass: IdempotencyInterceptor },
  ],
  exports: [BackgroundOperations, LongOperations, OperationStarter, OperationWakeUp, OperationWriter],
})
export class OperationsModule {}
