import type { AurumClient } from './aurum-client.js';
import { textAt, valueAt } from './json.js';

/** A live record and the golden record that it belongs to: none while it is pending or quarantined. */
export interface Crosswalk {
  readonly source: string;
  readonly sourceId: string;
  readonly goldenId: string | undefined;
}

/** Every live record of a collection, streamed. */
export async function* crosswalkOf(client: AurumClient, collection: string): AsyncGenerator<Crosswalk> {
  for await (const line of client.lines(`/v1/${collection}/crosswalk`)) {
    const goldenId = valueAt(line, 'goldenId');
    yield {
      source: textAt(line, 'source'),
      sourceId: textAt(line, 'sourceId'),
      goldenId: typeof goldenId === 'string' ? goldenId : undefined,
    };
  }
}
