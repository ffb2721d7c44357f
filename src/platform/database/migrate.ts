import type { DataSource } from 'typeorm';
import { GuardedClient } from './guarded-client.js';
import { Initial1795400000000 } from '../../../migrations/1795400000000-initial.js';
import { MatchingModels1795500000000 } from '../../../migrations/1795500000000-matching-models.js';
import { Survivorship1795500100000 } from '../../../migrations/1795500100000-survivorship.js';
import { Stewardship1795500200000 } from '../../../migrations/1795500200000-stewardship.js';
import { GenericValues1795500400000 } from '../../../migrations/1795500400000-generic-values.js';
import { ReviewGroups1795600200000 } from '../../../migrations/1795600200000-review-groups.js';
import { ReviewOrder1795710000000 } from '../../../migrations/1795710000000-review-order.js';
import { SizesOfSharedValues1795800000000 } from '../../../migrations/1795800000000-sizes-of-shared-values.js';
import { Statistics1795900000000 } from '../../../migrations/1795900000000-statistics.js';
import { ContentChanged1796000000000 } from '../../../migrations/1796000000000-content-changed.js';

/** Every migration, oldest first. */
export const migrations = [
  Initial1795400000000,
  MatchingModels1795500000000,
  Survivorship1795500100000,
  Stewardship1795500200000,
  GenericValues1795500400000,
  ReviewGroups1795600200000,
  ReviewOrder1795710000000,
  SizesOfSharedValues1795800000000,
  Statistics1795900000000,
  ContentChanged1796000000000,
];

const lock = 6_177_245_002;

/** Brings the store up to date. Of several processes that start at once, one does it and the others wait. */
export async function migrate(dataSource: DataSource, url: string): Promise<void> {
  const client = new GuardedClient({ connectionString: url });
  await client.connect();
  try {
    await client.query('select pg_advisory_lock($1)', [lock]);
    await dataSource.runMigrations({ transaction: 'all' });
  } finally {
    await client.end();
  }
}
