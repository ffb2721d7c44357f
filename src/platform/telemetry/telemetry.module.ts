import { Global, Module } from '@nestjs/common';
import { LoggerModule } from 'nestjs-pino';
import type { LogFn, Logger } from 'pino';
import { Configuration } from '../config/configuration.js';
import { BacklogRepository } from './backlog.repository.js';
import { describeError } from './describe-error.js';
import { MetricsController } from './metrics.controller.js';
import { Metrics } from './metrics.js';

const logger = LoggerModule.forRootAsync({
  inject: [Configuration],
  useFactory: ({ logLevel, role }: Configuration) => ({
    pinoHttp: {
      level: logLevel,
      base: { role },
      // Requests are logged by `RequestLog`, which knows the route: a path or a query may hold personal data.
      autoLogging: false,
      quietReqLogger: true,
      serializers: { err: describeError, error: describeError, req: () => undefined, res: () => undefined },
      wrapSerializers: false,
      formatters: { level: (label: string) => ({ level: label }) },
      hooks: { logMethod: withoutBootNoise },
      customAttributeKeys: { reqId: 'requestId' },
    },
  }),
});

const bootNoise = new Set(['InstanceLoader', 'RouterExplorer', 'RoutesResolver']);

/** Leaves out what Nest says of each module and route at every start. */
function withoutBootNoise(this: Logger, parameters: Parameters<LogFn>, log: LogFn): void {
  const [first] = parameters as readonly unknown[];
  const context = typeof first === 'object' && first !== null && 'context' in first ? first.context : undefined;
  if (!bootNoise.has(String(context))) log.apply(this, parameters);
}

/** Logs and metrics. */
@Global()
@Module({
  imports: [logger],
  controllers: [MetricsController],
  providers: [BacklogRepository, Metrics],
  exports: [Metrics],
})
export class TelemetryModule {}
