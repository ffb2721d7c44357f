import { Injectable } from '@nestjs/common';
import type { PartitionDecision } from '../matching/partition.js';
import type { Queryable } from '../platform/database/database.js';
import { StandingDecisionsRepository, type DecidedRecord } from './standing-decisions.repository.js';

/** What stewards have decided and nobody has taken back: what whoever groups records asks for. */
@Injectable()
export class StandingDecisions {
  constructor(private readonly repository: StandingDecisionsRepository) {}

  /** Every standing decision that names one of the records, with all the records that it names. */
  async of(db: Queryable, recordIds: readonly number[]): Promise<PartitionDecision[]> {
    return partitionDecisions(await this.repository.of(db, recordIds));
  }
}

/**
 * Decisions as the partition takes them. A split says two things: who is apart, and who goes together. Of several sides each is
 * told apart from those after it.
 */
export function partitionDecisions(rows: readonly DecidedRecord[]): PartitionDecision[] {
  const byDecision = new Map<string, DecidedRecord[]>();
  for (const row of rows) byDecision.set(row.decisionId, [...(byDecision.get(row.decisionId) ?? []), row]);
  return [...byDecision.values()].flatMap((records) => {
    const ids = (those: (record: DecidedRecord) => boolean) => records.filter(those).map(({ recordId }) => recordId);
    const united = ids((record) => record.united);
    const decisions: PartitionDecision[] = united.length > 1 ? [{ verdict: 'match', records: united }] : [];
    if (records[0]?.verdict !== 'noMatch') return decisions;
    const last = Math.max(...records.map(({ side }) => side));
    for (let one = 1; one < last; one++)
      decisions.push({
        verdict: 'noMatch',
        records: ids(({ side }) => side === one),
        others: ids(({ side }) => side > one),
      });
    return decisions;
  });
}
