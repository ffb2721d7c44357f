import { Module } from '@nestjs/common';
import { APP_FILTER, APP_PIPE } from '@nestjs/core';
import { HealthController } from './health.controller.js';
import { Lifecycle } from './lifecycle.js';
import { Precedence } from './precedence.js';
import { ProblemFilter } from './problem.filter.js';
import { RequestLog } from './request-log.js';
import { RequestValidationPipe } from './request-validation.pipe.js';

/** What holds for every request. */
@Module({
  controllers: [HealthController],
  providers: [
    Lifecycle,
    Precedence,
    RequestLog,
    { provide: APP_FILTER, useClass: ProblemFilter },
    { provide: APP_PIPE, useClass: RequestValidationPipe },
  ],
  exports: [Lifecycle, Precedence, RequestLog],
})
export class HttpModule {}
