import { Injectable } from '@nestjs/common';
import { Database } from '../database/database.js';

export interface Backlog {
  readonly pending: number;
  /** Seconds for which the oldest pending record has waited; 0 when there is none. */
  readonly oldest: number;
}

@Injectable()
export class BacklogRepository {
  constructor(private readonly database: Database) {}

  async read(): Promise<Backlog> {
    const [backlog] = await this.database.query<Backlog>(`
      /* telemetry.backlog */
      select count(*)::integer as pending,
        coalesce(extract(epoch from clock_timestamp() - min(enqueued_at)), 0)::float8 as oldest
      from pending`);
    return backlog ?? { pending: 0, oldest: 0 };
  }
}
