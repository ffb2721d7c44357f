import { customerRecords } from '../demo/generate/customers.js';
import { sourceNames } from '../demo/generate/source-system.js';
import { generatedUploads } from '../demo/generated-uploads.js';
import type { AurumClient } from '../demo/service/aurum-client.js';
import { loadRecords, type LoadResult } from '../demo/service/load-records.js';
import { sourceDefinitions } from '../demo/source-definitions.js';

/** Registers the three systems of the demonstration. */
export async function registerSources(client: AurumClient): Promise<void> {
  for (const source of sourceNames) await client.put(`/v1/sources/${source}`, sourceDefinitions[source]);
}

/** Loads about so many generated customers and waits until all are resolved. The same seed gives the same records. */
export async function loadCustomers(
  client: AurumClient,
  records: number,
  report: (done: number) => void = () => undefined,
  seed = 1,
): Promise<LoadResult> {
  const uploads = generatedUploads(customerRecords, { seed, records }, () => undefined);
  return loadRecords(client, 'customers', uploads, report);
}
