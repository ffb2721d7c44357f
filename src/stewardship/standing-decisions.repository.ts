import { Injectable } from '@nestjs/common';
import { anyOf } from '../platform/database/any-of.js';
import type { Queryable } from '../platform/database/database.js';

/** A record as a standing decision names it. */
export interface DecidedRecord {
  readonly decisionId: string;
  readonly verdict: 'match' | 'noMatch';
  readonly recordId: number;
  readonly side: number;
  /** Whether it is held together with the other records of the decision that are so. */
  readonly united: boolean;
}

@Injectable()
export class StandingDecisionsRepository {
  /** One read for a whole batch; where none of the records was ever decided on, it ends in the index. */
  async of(db: Queryable, recordIds: readonly number[]): Promise<DecidedRecord[]> {
    return db.query<DecidedRecord>(
      `/* stewardship.standing_decisions */
      select r.decision_id as "decisionId", d.verdict, r.record_id as "recordId", r.side,
        r.united_with is not null as united
      from (
        select distinct decision_id from decision_record where record_id = ${anyOf(1, 'bigint')} and standing
      ) concerned
      join decision d on d.id = concerned.decision_id
      join decision_record r on r.decision_id = d.id`,
      [recordIds],
    );
  }
}
