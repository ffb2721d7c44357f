import type { EmbeddedPostgres } from '../../src/platform/database/embedded-postgres.js';

/** What the set-up of a run leaves for its tear-down. */
interface SharedServer {
  postgres?: EmbeddedPostgres;
  dataDirectory?: string;
}

// Each of the two is loaded on its own, so that only the process is common to them.
const holder = globalThis as { aurumTestServer?: SharedServer };

export const shared: SharedServer = (holder.aurumTestServer ??= {});
