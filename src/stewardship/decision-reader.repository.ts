import { Injectable } from '@nestjs/common';
import type { Queryable } from '../platform/database/database.js';
import type { DecisionKind, DecisionStatus, PairEvidence, RecordName, Verdict } from './decision.js';

/** A decision as it is kept. */
export interface DecisionRow {
  readonly id: string;
  readonly kind: DecisionKind;
  readonly verdict: Verdict;
  readonly status: DecisionStatus;
  readonly revision: number;
  readonly reason: string | null;
  readonly by: string | null;
  readonly at: Date;
  readonly expiresAt: Date | null;
  readonly weight: number | null;
  readonly model: string;
  readonly evidence: readonly PairEvidence[];
  readonly endedAt: Date | null;
  readonly endedBy: string | null;
  readonly endReason: string | null;
  readonly supersededBy: string | null;
  readonly records: readonly (RecordName & { readonly side: number })[];
  readonly goldenIds: readonly string[];
}

/** Which decisions to list. */
export interface DecisionFilter {
  readonly goldenId?: string | undefined;
  readonly status?: DecisionStatus | undefined;
  readonly kind?: DecisionKind | undefined;
  readonly verdict?: Verdict | undefined;
  readonly by?: string | undefined;
}

const columns = `d.id, d.kind, d.verdict, d.status, d.revision, d.reason, d.decided_by as by, d.decided_at as at,
  d.expires_at as "expiresAt", d.weight, d.model, d.evidence, d.ended_at as "endedAt", d.ended_by as "endedBy",
  d.end_reason as "endReason", d.superseded_by as "supersededBy",
  (
    select json_agg(json_build_object('source', r.source, 'sourceId', r.source_id, 'side', x.side) order by r.source, r.source_id)
    from decision_record x join record r on r.id = x.record_id where x.decision_id = d.id
  ) as records,
  (select array_agg(golden_id order by golden_id) from decision_golden where decision_id = d.id) as "goldenIds"`;

@Injectable()
export class DecisionReaderRepository {
  async find(db: Queryable, collection: string, id: string): Promise<DecisionRow | undefined> {
    const [row] = await db.query<DecisionRow>(
      `/* stewardship.decision */ select ${columns} from decision d where d.id = $2 and d.collection = $1`,
      [collection, id],
    );
    return row;
  }

  /** Newest first: ids rise with time. A golden record's are those made on it, and those that name its records. */
  async list(
    db: Queryable,
    collection: string,
    filter: DecisionFilter,
    before: string | undefined,
    limit: number,
  ): Promise<DecisionRow[]> {
    return db.query<DecisionRow>(
      `/* stewardship.decisions */
      select ${columns}
      from decision d
      where d.collection = $1
        and ($2::uuid is null or d.id < $2)
        and ($3::uuid is null or d.id in (
          select decision_id from decision_golden where golden_id = $3
          union
          select x.decision_id from membership m join decision_record x on x.record_id = m.record_id where m.golden_id = $3
        ))
        and ($4::text is null or d.status = $4)
        and ($5::text is null or d.kind = $5)
        and ($6::text is null or d.verdict = $6)
        and ($7::text is null or d.decided_by = $7)
      order by d.id desc
      limit $8`,
      [
        collection,
        before ?? null,
        filter.goldenId ?? null,
        filter.status ?? null,
        filter.kind ?? null,
        filter.verdict ?? null,
        filter.by ?? null,
        limit,
      ],
    );
  }
}
