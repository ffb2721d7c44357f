import type { AttributeValue } from '../domain/attribute.js';
import type { Member } from '../survivorship/candidate.js';
import { pinSource, type GoldenContent, type Lineage, type RecordReference } from '../survivorship/survive.js';

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

/**
 * Lineage as a version keeps it, as short as can be: the index of the record in the version's records, the strategy, how
 * many values lost, the index of the runner-up, the indices of all records that a union is from. What is not there at the
 * end is left out. In the place of a record stands, for a pinned value, the pin: its id and when it was made.
 */
export type VersionLineage = Readonly<Record<string, AttributeLineage>>;

type AttributeLineage = readonly [
  record: number | readonly [pin: string, createdAt: string],
  strategy: string,
  lost: number,
  runnerUp?: number | null,
  union?: readonly number[],
];

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

/** What a version keeps of a golden record's content, and of the members that it was computed from. */
export function versionContent(members: readonly Member[], golden: GoldenContent): VersionContent {
  const records = members
    .map(({ source, sourceId, observedAt }) => [source, sourceId, observedAt] as const)
    .toSorted(([sourceX, idX], [sourceY, idY]) => compare(sourceX, sourceY) || compare(idX, idY));
  const at = ({ source, sourceId }: RecordReference): number =>
    records.findIndex((record) => record[1] === sourceId && record[0] === source);
  const short = (one: Lineage): AttributeLineage => {
    const from = one.strategy === 'pin' ? ([one.sourceId, one.observedAt] as const) : at(one);
    const beaten = one.runnerUp && at(one.runnerUp);
    if (one.records) return [from, one.strategy, one.lost, beaten ?? null, one.records.map(at)];
    return beaten === undefined ? [from, one.strategy, one.lost] : [from, one.strategy, one.lost, beaten];
  };
  const lineage: Record<string, AttributeLineage> = {};
  for (const [attribute, one] of Object.entries(golden.lineage)) lineage[attribute] = short(one);
  return { attributes: golden.attributes, lineage, records };
}

/** The lineage of a version as it is shown: records by name. */
export function expandLineage({ lineage, records }: VersionContent): Record<string, Lineage> {
  const expanded: Record<string, Lineage> = {};
  for (const [attribute, [from, strategy, lost, runnerUp, union]] of Object.entries(lineage)) {
    const winner = typeof from === 'number' ? records[from] : ([pinSource, ...from] as const);
    if (!winner) continue;
    const [source, sourceId, observedAt] = winner;
    const second = typeof runnerUp === 'number' ? reference(records[runnerUp]) : undefined;
    expanded[attribute] = {
      source,
      sourceId,
      strategy,
      observedAt,
      lost,
      ...(second && { runnerUp: second }),
      ...(union && { records: union.flatMap((position) => reference(records[position]) ?? []) }),
    };
  }
  return expanded;
}

function reference(record: VersionRecord | undefined): RecordReference | undefined {
  return record && { source: record[0], sourceId: record[1] };
}

/** The members of a version as they are shown. */
export function expandRecords(content: VersionContent): { source: string; sourceId: string; observedAt: string }[] {
  return content.records.map(([source, sourceId, observedAt]) => ({ source, sourceId, observedAt }));
}

function compare(x: string, y: string): number {
  if (x === y) return 0;
  return x < y ? -1 : 1;
}
