import type { AttributeValue } from '../domain/attribute.js';
import type { Lineage } from '../survivorship/survive.js';

/** What happened to a golden record in one version. */
export type Change = 'created' | 'updated' | 'merged' | 'split' | 'deleted';

/** The other golden records that a change concerns, by id. */
export interface Related {
  /** Ids that redirect to this golden record from this version on. */
  readonly merged?: readonly string[];
  /** Ids of the golden records that took some of this one's records. */
  readonly splitInto?: readonly string[];
  /** Id of the golden record that this one came out of. */
  readonly splitFrom?: string;
}

/** A member as a version keeps it: source, source id, and when the source observed it (RFC 3339). */
export type VersionRecord = readonly [source: string, sourceId: string, observedAt: string];

/** Lineage as a version keeps it: the index of the record in the version's records, the strategy, how many values lost. */
export type VersionLineage = Readonly<Record<string, readonly [record: number, strategy: string, lost: number]>>;

/** The content of one version of a golden record. */
export interface VersionContent {
  readonly attributes: Readonly<Record<string, AttributeValue>>;
  readonly lineage: VersionLineage;
  readonly records: readonly VersionRecord[];
}

/** One version of a golden record, which is also the content of one event. */
export interface GoldenVersion extends VersionContent {
  readonly goldenId: string;
  readonly version: number;
  readonly change: Change;
  readonly related: Related | null;
  readonly createdAt: Date;
}

/** The lineage of a version as it is shown: the winning record by name. */
export function expandLineage(content: VersionContent): Record<string, Lineage> {
  const lineage: Record<string, Lineage> = {};
  for (const [attribute, [record, strategy, lost]] of Object.entries(content.lineage)) {
    const winner = content.records[record];
    if (!winner) continue;
    lineage[attribute] = { source: winner[0], sourceId: winner[1], strategy, observedAt: winner[2], lost };
  }
  return lineage;
}

/** The members of a version as they are shown. */
export function expandRecords(content: VersionContent): { source: string; sourceId: string; observedAt: string }[] {
  return content.records.map(([source, sourceId, observedAt]) => ({ source, sourceId, observedAt }));
}
