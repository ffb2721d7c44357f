import { expandRecords, type GoldenVersion } from '../golden/golden-version.js';
import type { RecordName } from './decision.js';
import type { DecisionRow } from './decision-reader.repository.js';
import type { DecisionView, GoldenOutcome } from './decisions.dto.js';

/** A decision as it is shown. */
export function presentDecision(row: DecisionRow): DecisionView {
  const { id, kind, verdict, status, reason, by, model, weight } = row;
  const sides: RecordName[][] = [];
  for (const { source, sourceId, side } of row.records) (sides[side - 1] ??= []).push({ source, sourceId });
  return {
    id,
    kind,
    verdict,
    status,
    sides,
    goldenIds: row.goldenIds,
    by,
    at: row.at.toISOString(),
    ...(reason === null ? {} : { reason }),
    ...(row.expiresAt ? { expiresAt: row.expiresAt.toISOString() } : {}),
    model,
    weight,
    evidence: row.evidence.map((pair) => ({ ...pair })),
    ...(row.endedAt ? { ended: ending(row, row.endedAt) } : {}),
  };
}

function ending({ endedBy, endReason, supersededBy }: DecisionRow, at: Date): DecisionView['ended'] {
  return {
    at: at.toISOString(),
    by: endedBy,
    ...(endReason === null ? {} : { reason: endReason }),
    ...(supersededBy === null ? {} : { supersededBy }),
  };
}

/** What became of golden records. Of a preview the ids of new ones are left out, as nothing will ever bear them. */
export function presentOutcome(versions: readonly GoldenVersion[], preview: boolean): GoldenOutcome[] {
  return versions.map((version) => {
    const isNew = version.version === 1;
    const { splitInto, ...others } = version.related ?? {};
    return {
      id: preview && isNew ? null : version.goldenId,
      change: version.change,
      versionBefore: isNew ? null : version.version - 1,
      versionAfter: version.version,
      ...others,
      ...(splitInto && !preview ? { splitInto } : {}),
      records: expandRecords(version).map(({ source, sourceId }) => ({ source, sourceId })),
      attributes: version.attributes,
    };
  });
}
