import { rm } from 'node:fs/promises';
import { shared } from './shared-server.js';

export default async function globalTearDown(): Promise<void> {
  await shared.postgres?.stop();
  if (shared.dataDirectory !== undefined) await rm(shared.dataDirectory, { recursive: true, force: true });
}
