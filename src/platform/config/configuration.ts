import { resolve } from 'node:path';
import { IsIn, IsInt, IsOptional, Matches, Max, Min, IsDefined } from 'class-validator';
import { readApiKeys, type ApiKeys } from './api-keys.js';
import { FromEnvironment } from './setting.js';

const roles = ['all', 'api', 'worker'] as const;
const logLevels = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const;

const integer = (text: string): number => (/^\d{1,12}$/.test(text) ? Number(text) : NaN);

/** What `between` accepts, as the message says it. Values are never printed: some of them are secrets. */
const between = (lowest: number, highest: number): PropertyDecorator => {
  const message = `must be a whole number from ${lowest} to ${highest}`;
  return (target, property) => {
    IsInt({ message })(target, property);
    Min(lowest, { message })(target, property);
    Max(highest, { message })(target, property);
  };
};

/** How this process runs. Read once at start by `readConfiguration`, the only reader of the environment. */
export class Configuration {
  @FromEnvironment('PORT', 'The TCP port to listen on.', integer)
  @between(0, 65_535)
  readonly port: number = 3000;

  @FromEnvironment('DATABASE_URL', 'The PostgreSQL database to use. Without it, an embedded PostgreSQL is started.')
  @IsOptional()
  @Matches(/^postgres(ql)?:\/\/./, { message: 'must be a postgresql:// URL' })
  readonly databaseUrl?: string;

  @FromEnvironment('REDIS_URL', 'The Redis that carries jobs. Without it, PostgreSQL carries them.')
  @IsOptional()
  @Matches(/^rediss?:\/\/./, { message: 'must be a redis:// or rediss:// URL' })
  readonly redisUrl?: string;

  @FromEnvironment('AURUM_DATA_DIR', 'Where the embedded PostgreSQL keeps its data.', (text) => resolve(text))
  readonly dataDirectory: string = resolve('./data');

  @FromEnvironment('AURUM_ROLE', 'What this process does: `all`, or only the HTTP `api`, or only the `worker`.')
  @IsIn(roles, { message: `must be one of ${roles.join(', ')}` })
  readonly role: (typeof roles)[number] = 'all';

  @FromEnvironment('AURUM_HOST', 'The address to listen on. One that is not loopback needs `AURUM_API_KEYS`.')
  @Matches(/^[A-Za-z0-9.:-]+$/, { message: 'must be an IP address or a host name' })
  readonly host: string = '127.0.0.1';

  @FromEnvironment(
    'AURUM_API_KEYS',
    'The keys that clients present as `Authorization: Bearer KEY`: `name:key,name:key`, a key of 16 characters or more. ' +
      'Without it, requests need none.',
    readApiKeys,
  )
  @IsDefined({ message: 'must be name:key pairs divided by commas, each key of 16 visible characters or more' })
  readonly apiKeys: ApiKeys = new Map();

  @FromEnvironment('AURUM_LOG_LEVEL', `The least level that is logged: ${logLevels.join(', ')}.`)
  @IsIn(logLevels, { message: `must be one of ${logLevels.join(', ')}` })
  readonly logLevel: (typeof logLevels)[number] = 'info';

  @FromEnvironment('AURUM_MAXIMUM_RECORD_BYTES', 'The largest body, or line of a stream, in bytes.', integer)
  @between(1_024, 67_108_864)
  readonly maximumRecordBytes: number = 1_048_576;

  @FromEnvironment('AURUM_WORKER_CONCURRENCY', 'How many batches a worker process resolves at once.', integer)
  @between(1, 64)
  readonly workerConcurrency: number = 3;

  @FromEnvironment('AURUM_RESOLUTION_BATCH_SIZE', 'How many pending records a worker resolves at once.', integer)
  @between(1, 10_000)
  readonly resolutionBatchSize: number = 1_000;

  @FromEnvironment(
    'AURUM_DATABASE_CONNECTIONS',
    'The most database connections that requests and workers open.',
    integer,
  )
  @between(4, 1_000)
  readonly databaseConnections: number = 20;

  @FromEnvironment(
    'AURUM_SHUTDOWN_SECONDS',
    'How long open requests may take to end after SIGTERM, in seconds.',
    integer,
  )
  @between(0, 3_600)
  readonly shutdownSeconds: number = 20;

  get servesApi(): boolean {
    return this.role !== 'worker';
  }

  get runsWorkers(): boolean {
    return this.role !== 'api';
  }
}
