/** A record in the partition at hand, and the golden record that it belongs to so far. */
export interface IdentityRecord {
  readonly id: number;
  readonly source: string;
  readonly sourceId: string;
  readonly goldenId: string | null;
}

/** A cluster with the golden id that it carries from now on. */
export interface Assignment {
  readonly goldenId: string;
  readonly isNew: boolean;
  readonly records: readonly IdentityRecord[];
  /** Ids that end in this golden record and redirect to it. */
  readonly merged: readonly string[];
  /** New ids that took records away from this golden record. */
  readonly splitInto: readonly string[];
  /** For a new id: the golden record that most of its records came from, if any. */
  readonly splitFrom?: string;
}

/**
 * Gives each cluster its golden id, so that identity lasts. Of a split golden record the largest part is the heir of the
 * id; of several ids that one cluster inherits the oldest stays and the others merge into it. Ids are UUID version 7,
 * so the oldest is the smallest. Ties fall to the part with the smallest `(source, sourceId)`.
 *
 * @param clusters the partition of all live records of the golden records concerned
 * @param newId gives a golden id that was never used
 */
export function assignIdentities(
  clusters: readonly (readonly IdentityRecord[])[],
  newId: () => string,
): readonly Assignment[] {
  const inherited = inheritance(clusters);
  const splitInto = new Map<string, string[]>();
  const assignments = clusters.map((records, index): Assignment => {
    const [oldest, ...merged] = inherited.get(index)?.toSorted() ?? [];
    const goldenId = oldest ?? newId();
    const assignment = { goldenId, isNew: oldest === undefined, records, merged, splitInto: [] };
    const splitFrom = assignment.isNew ? mainOrigin(records) : undefined;
    if (splitFrom === undefined) return assignment;
    splitInto.set(splitFrom, [...(splitInto.get(splitFrom) ?? []), goldenId]);
    return { ...assignment, splitFrom };
  });
  if (splitInto.size === 0) return assignments;
  return assignments.map((assignment) => ({
    ...assignment,
    splitInto: [assignment.goldenId, ...assignment.merged].flatMap((id) => splitInto.get(id) ?? []).toSorted(),
  }));
}

/** The golden ids that each cluster, by index, is the heir of. */
function inheritance(clusters: readonly (readonly IdentityRecord[])[]): Map<number, string[]> {
  const parts = new Map<string, { cluster: number; size: number; first: IdentityRecord }[]>();
  clusters.forEach((records, cluster) => {
    if (records.every(isNowhere)) return;
    for (const [goldenId, members] of byGolden(records)) {
      const [first] = members.toSorted(byName);
      if (!first) continue;
      parts.set(goldenId, [...(parts.get(goldenId) ?? []), { cluster, size: members.length, first }]);
    }
  });
  const inherited = new Map<number, string[]>();
  for (const [goldenId, candidates] of parts) {
    const [heir] = candidates.toSorted((x, y) => y.size - x.size || byName(x.first, y.first));
    if (heir) inherited.set(heir.cluster, [...(inherited.get(heir.cluster) ?? []), goldenId]);
  }
  return inherited;
}

function mainOrigin(records: readonly IdentityRecord[]): string | undefined {
  if (records.every(isNowhere)) return undefined;
  const origins = [...byGolden(records)].toSorted(([idX, x], [idY, y]) => y.length - x.length || (idX < idY ? -1 : 1));
  return origins[0]?.[0];
}

/** True of a record that belongs to no golden record yet, as most that are resolved for the first time. */
function isNowhere({ goldenId }: IdentityRecord): boolean {
  return goldenId === null;
}

function byGolden(records: readonly IdentityRecord[]): Map<string, IdentityRecord[]> {
  const groups = new Map<string, IdentityRecord[]>();
  for (const record of records) {
    if (record.goldenId === null) continue;
    const group = groups.get(record.goldenId);
    if (group) group.push(record);
    else groups.set(record.goldenId, [record]);
  }
  return groups;
}

function byName(x: IdentityRecord, y: IdentityRecord): number {
  if (x.source !== y.source) return x.source < y.source ? -1 : 1;
  if (x.sourceId === y.sourceId) return 0;
  return x.sourceId < y.sourceId ? -1 : 1;
}
