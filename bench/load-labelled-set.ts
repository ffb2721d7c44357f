import { createReadStream } from 'node:fs';
import type { AurumClient } from '../demo/service/aurum-client.js';
import { textAt } from '../demo/service/json.js';
import { loadRecords, type LoadResult, untilDone } from '../demo/service/load-records.js';
import type { LabelledSet } from './labelled-set.js';

/** Registers the sources of a labelled set, loads it, and waits until every record is resolved. */
export async function loadLabelledSet(client: AurumClient, set: LabelledSet): Promise<LoadResult> {
  const { collection } = set.mapping;
  const sources = Object.entries(set.mapping.sources);
  for (const [name, { source }] of sources) await client.put(`/v1/sources/${name}`, source);
  const uploads = sources.map(([source, { file, idColumn }]) => {
    return { source, format: 'text/csv' as const, idColumn, body: createReadStream(file) };
  });
  const result = await loadRecords(client, collection, uploads);
  const { received, rejected, rejections } = result;
  if (rejected > 0) console.error(`${set.name}: ${rejected} of ${received} rejected, ${rejections.join(', ')}`);
  return result;
}

/** Trains a model on what is loaded, without labels but those of stewards, and resolves all by it. */
export async function trainAndActivate(client: AurumClient, collection: string): Promise<void> {
  const training = await untilDone(client, await client.post(`/v1/${collection}/models`, {}));
  const model = textAt(training, 'result', 'model');
  await untilDone(client, await client.post(`/v1/${collection}/models/${model}/activation`, {}));
}
