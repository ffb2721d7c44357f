import type { AurumClient } from '../demo/service/aurum-client.js';
import { type Crosswalk, crosswalkOf } from '../demo/service/crosswalk.js';
import { agreementWithPairs, type PairQuality } from '../demo/service/pair-quality.js';
import { type LabelledSet, readTruth, recordKey } from './labelled-set.js';

/** How well the golden records of a service agree with the labelled pairs. */
export interface SetQuality {
  /** How many golden records there are. */
  readonly golden: number;
  readonly quality: PairQuality;
}

/** Compares the golden records with the true pairs of the set that is loaded; of two sources, pairs across them. */
export async function qualityOfSet(client: AurumClient, set: LabelledSet): Promise<SetQuality> {
  const clusters = await readClusters(client, set.collection);
  const across = set.sources.length > 1;
  const quality = agreementWithPairs(
    await readTruth(set),
    clusters,
    ({ source, sourceId }) => recordKey(source, sourceId),
    (a, b) => !across || a.source !== b.source,
  );
  return { golden: clusters.length, quality };
}

async function readClusters(client: AurumClient, collection: string): Promise<readonly (readonly Crosswalk[])[]> {
  const clusters = new Map<string, Crosswalk[]>();
  for await (const line of crosswalkOf(client, collection)) {
    const key = line.goldenId ?? recordKey(line.source, line.sourceId);
    clusters.set(key, [...(clusters.get(key) ?? []), line]);
  }
  return [...clusters.values()];
}
