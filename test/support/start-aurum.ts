import { Application } from '../../src/application.js';
import type { Domain } from '../../src/domain/domain.js';
import { domains as shippedDomains } from '../../src/domains.js';
import { Configuration } from '../../src/platform/config/configuration.js';
import { Database } from '../../src/platform/database/database.js';
import { cloneTemplate } from './databases.js';

export interface AurumOptions {
  readonly domains?: readonly Domain[];
  readonly configuration?: Partial<Omit<Configuration, 'servesApi' | 'runsWorkers'>>;
}

/** A whole Aurum of a suite's own, with workers, on a free port and a fresh database. */
export interface RunningAurum {
  readonly url: string;
  readonly database: Database;
  readonly databaseUrl: string;
  readonly app: Application['nest'];
  readonly routes: Application['routes'];
  close(): Promise<void>;
}

export async function startAurum({
  domains = shippedDomains,
  configuration,
}: AurumOptions = {}): Promise<RunningAurum> {
  const database = await cloneTemplate();
  const application = await Application.start({
    configuration: Object.assign(
      new Configuration(),
      { port: 0, logLevel: 'silent', shutdownSeconds: 1 },
      configuration,
    ),
    domains,
    databaseUrl: database.url,
  });
  return {
    url: application.url,
    database: application.nest.get(Database),
    databaseUrl: database.url,
    app: application.nest,
    routes: application.routes,
    close: async () => {
      await application.stop();
      await database.drop();
    },
  };
}
