import type { AurumClient } from '../demo/service/aurum-client.js';
import { type Crosswalk, crosswalkOf } from '../demo/service/crosswalk.js';
import { agreementWithPairs, pairKey, type PairQuality } from '../demo/service/pair-quality.js';
import { type LabelledSet, recordKey, truePairs } from './labelled-set.js';

/** How well the golden records of a service agree with the labelled pairs. */
export interface SetQuality {
  /** How many golden records there are. */
  readonly golden: number;
  readonly quality: PairQuality;
}

/** Compares the golden records with the true pairs of the set that is loaded; of two sources, pairs across them. */
export async function qualityOfSet(client: AurumClient, set: LabelledSet): Promise<SetQuality> {
  const clusters = await readClusters(client, set.mapping.collection);
  const across = Object.keys(set.mapping.sources).length > 1;
  const quality = agreementWithPairs(
    new Set(truePairs(set).map(([a, b]) => pairKey(a, b))),
    clusters,
    recordKey,
    (a, b) => !across || a.source !== b.source,
  );
  return { golden: clusters.length, quality };
}

async function readClusters(client: AurumClient, collection: string): Promise<readonly (readonly Crosswalk[])[]> {
  const clusters = new Map<string, Crosswalk[]>();
  for await (const line of crosswalkOf(client, collection)) {
    const key = line.goldenId ?? recordKey(line);
    clusters.set(key, [...(clusters.get(key) ?? []), line]);
  }
  return [...clusters.values()];
}
