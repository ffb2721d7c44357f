import { Global, Module, type DynamicModule } from '@nestjs/common';
import { CqrsModule } from '@nestjs/cqrs';
import { AuthModule } from './auth/auth.module.js';
import { ConsoleModule } from './console/console.module.js';
import type { Domain } from './domain/domain.js';
import { EventsModule } from './events/events.module.js';
import { GoldenModule } from './golden/golden.module.js';
import { IngestionModule } from './ingestion/ingestion.module.js';
import { ModelsModule } from './models/models.module.js';
import { OperationsModule } from './operations/operations.module.js';
import { PinsModule } from './pins/pins.module.js';
import { Configuration } from './platform/config/configuration.js';
import { DatabaseModule } from './platform/database/database.module.js';
import { DomainRegistry } from './platform/domain-registry.js';
import { HttpModule } from './platform/http/http.module.js';
import { QueueModule } from './platform/queue/queue.module.js';
import { TelemetryModule } from './platform/telemetry/telemetry.module.js';
import { ResolutionModule } from './resolution/resolution.module.js';
import { RulesModule } from './rules/rules.module.js';
import { SourcesModule } from './sources/sources.module.js';
import { StewardshipModule } from './stewardship/stewardship.module.js';

export interface AppOptions {
  readonly configuration: Configuration;
  readonly domains: readonly Domain[];
  readonly databaseUrl: string;
}

/** The table of contents. */
@Global()
@Module({})
export class AppModule {
  static of({ configuration, domains, databaseUrl }: AppOptions): DynamicModule {
    return {
      module: AppModule,
      imports: [
        CqrsModule.forRoot(),
        TelemetryModule,
        DatabaseModule.connectedTo(databaseUrl),
        QueueModule.backedBy(databaseUrl),
        HttpModule,
        AuthModule,
        SourcesModule,
        IngestionModule,
        OperationsModule,
        ResolutionModule,
        PinsModule,
        RulesModule,
        GoldenModule,
        EventsModule,
        ModelsModule,
        StewardshipModule,
        ConsoleModule,
      ],
      providers: [
        { provide: Configuration, useValue: configuration },
        { provide: DomainRegistry, useValue: new DomainRegistry(domains) },
      ],
      exports: [Configuration, DomainRegistry],
    };
  }
}
