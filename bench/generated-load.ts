import { createReadStream, createWriteStream } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { customerRecords } from '../demo/generate/customers.js';
import { sourceNames } from '../demo/generate/source-system.js';
import { generatedUploads } from '../demo/generated-uploads.js';
import type { AurumClient } from '../demo/service/aurum-client.js';
import { loadRecords, type LoadResult, type Upload } from '../demo/service/load-records.js';
import { sourceDefinitions } from '../demo/source-definitions.js';
import { temporaryDirectory } from './bench-store.js';

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

/** Milliseconds between two looks at how far a load is, which costs the service something. */
const askEvery = 1_000;

/** Generated customers in files, so that a measurement sends them and does not make them. */
export class WrittenCustomers {
  private constructor(
    private readonly directory: string,
    private readonly uploads: readonly Upload[],
  ) {}

  /** Writes about so many. The same seed gives the same records. */
  static async of(records: number, seed = 1): Promise<WrittenCustomers> {
    const directory = await temporaryDirectory();
    const uploads = generatedUploads(customerRecords, { seed, records }, () => undefined);
    for (const { source, body } of uploads) await pipeline(body, createWriteStream(join(directory, source)));
    return new WrittenCustomers(directory, uploads);
  }

  /** Loads them, from the beginning each time, and waits until all are resolved. */
  async load(client: AurumClient, report: (done: number) => void): Promise<LoadResult> {
    const uploads = this.uploads.map((upload) => ({
      ...upload,
      body: createReadStream(join(this.directory, upload.source)),
    }));
    return loadRecords(client, 'customers', uploads, report, askEvery);
  }

  async remove(): Promise<void> {
    await rm(this.directory, { recursive: true, force: true });
  }
}
