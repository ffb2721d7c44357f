import { Global, Module, type DynamicModule } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { DataSource, type DataSourceOptions } from 'typeorm';
import { Configuration } from '../config/configuration.js';
import { Database } from './database.js';
import { postgresErrorCode } from './postgres-error-code.js';
import { GuardedClient } from './guarded-client.js';
import { migrate, migrations } from './migrate.js';
import { readBigintsAsNumbers } from './type-parsers.js';

const notYetThere = new Set(['ECONNREFUSED', 'ECONNRESET', 'ENOTFOUND', 'EAI_AGAIN', '57P03']);

/** Connects to the database and brings it up to date before anything uses it. */
@Global()
@Module({ providers: [Database], exports: [Database] })
export class DatabaseModule {
  static connectedTo(url: string): DynamicModule {
    const typeOrm = TypeOrmModule.forRootAsync({
      inject: [Configuration],
      useFactory: ({ databaseConnections }: Configuration) => ({
        type: 'postgres' as const,
        url,
        applicationName: 'aurum',
        extra: {
          max: databaseConnections,
          keepAlive: true,
          connectionTimeoutMillis: 10_000,
          Client: GuardedClient,
          pipeline: true,
        },
        // A connection that breaks while idle is dropped; the next query opens another.
        poolErrorHandler: () => undefined,
        migrations,
        autoLoadEntities: true,
        synchronize: false,
        installExtensions: false,
        logging: false,
        retryAttempts: 10,
        retryDelay: 1_000,
        toRetry: (error: unknown) => notYetThere.has(postgresErrorCode(error) ?? ''),
      }),
      dataSourceFactory: (options) => connect(options, url),
    });
    return { module: DatabaseModule, imports: [typeOrm] };
  }
}

async function connect(options: DataSourceOptions | undefined, url: string): Promise<DataSource> {
  if (!options) throw new Error('The database has no options.');
  readBigintsAsNumbers();
  const dataSource = await new DataSource(options).initialize();
  await migrate(dataSource, url);
  return dataSource;
}
