import { Injectable } from '@nestjs/common';
import type { AttributeValue, Value } from '../domain/attribute.js';
import type { Queryable, Transaction } from '../platform/database/database.js';

/** A pin that stands, with the records that decide where. */
export interface StandingPinRow {
  readonly id: string;
  readonly attribute: string;
  readonly value: AttributeValue | null;
  readonly ignored: readonly Value[] | null;
  readonly createdAt: Date;
  readonly anchors: readonly number[];
}

@Injectable()
export class StandingPinsRepository {
  /** Pins that some of the records anchor. Where nothing is pinned no record is looked for. */
  async anchoredBy(db: Queryable, recordIds: readonly number[]): Promise<StandingPinRow[]> {
    return db.query<StandingPinRow>(
      `/* pins.anchored_by */
      select id, attribute, value, ignored, created_at as "createdAt", anchors
      from pin where exists (select from pin where ended_at is null) and anchors && $1::bigint[] and ended_at is null`,
      [recordIds],
    );
  }

  /** Those of the records that are not deleted. */
  async live(db: Queryable, recordIds: readonly number[]): Promise<number[]> {
    const rows = await db.query<{ id: number }>(
      `/* pins.live */ select id from record where id = any($1) and not deleted`,
      [recordIds],
    );
    return rows.map(({ id }) => id);
  }

  /** Lets records be resolved again. */
  async requeue(tx: Transaction, recordIds: readonly number[]): Promise<void> {
    if (recordIds.length === 0) return;
    await tx.query(`/* pins.requeue */ insert into pending (record_id) select unnest($1::bigint[])`, [recordIds]);
  }
}
