import { Injectable } from '@nestjs/common';
import type { Transaction } from '../platform/database/database.js';

@Injectable()
export class DeferralRepository {
  /**
   * Golden record by golden record, so that the records that belong together are mostly resolved together, and change once.
   * A record without a golden record is left out, unless it is pending: whoever resolves it may not know yet what has changed.
   */
  async enqueueAll(tx: Transaction, collection: string, operationId: string, anew: boolean): Promise<number> {
    const [row] = await tx.query<{ queued: number }>(
      `/* resolution.enqueue_all */
      with queued as (
        insert into pending (id, record_id, operation_id, content_changed) overriding system value
        select nextval('pending_deferred'), record_id, $2::uuid, $3
        from (
          select m.record_id, m.golden_id from golden g join membership m on m.golden_id = g.id where g.collection = $1
          union all
          select distinct m.record_id, m.golden_id
          from pending p join membership m using (record_id) join record r on r.id = p.record_id
          where m.golden_id is null and r.collection = $1
          order by golden_id, record_id
        ) held
        returning id
      )
      select count(*) as queued from queued`,
      [collection, operationId, anew],
    );
    return row?.queued ?? 0;
  }
}
