import { Application } from './application.js';
import type { Domain } from './domain/domain.js';
import type { Configuration } from './platform/config/configuration.js';
import { EmbeddedPostgres } from './platform/database/embedded-postgres.js';

/** A running Aurum with all that it needs. */
export interface Service {
  /** Where it listens: `http://127.0.0.1:3000`. */
  readonly url: string;
  /** Drains: lets requests and batches that have begun end, then stops the embedded PostgreSQL if it started one. */
  stop(): Promise<void>;
}

/** Starts Aurum as it is configured, on an embedded PostgreSQL unless it is given a database. */
export async function startService(configuration: Configuration, domains: readonly Domain[]): Promise<Service> {
  const { databaseUrl, dataDirectory, role } = configuration;
  const postgres =
    databaseUrl === undefined ? await EmbeddedPostgres.start({ dataDirectory, exclusive: role === 'all' }) : undefined;
  try {
    const application = await Application.start({
      configuration,
      domains,
      databaseUrl: databaseUrl ?? postgres?.url ?? '',
    });
    const stop = async (): Promise<void> => {
      await application.stop();
      await postgres?.stop();
    };
    return { url: application.url, stop };
  } catch (error) {
    await postgres?.stop();
    throw error;
  }
}
