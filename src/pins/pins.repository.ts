import { Injectable } from '@nestjs/common';
import type { AttributeValue, Value } from '../domain/attribute.js';
import type { Queryable, Transaction } from '../platform/database/database.js';

/** Why a pin stands no more. */
export type EndCause = 'withdrawn' | 'replaced' | 'expired';

/** A pin as it is kept. */
export interface PinRow {
  readonly id: string;
  readonly attribute: string;
  readonly value: AttributeValue | null;
  readonly ignored: readonly Value[] | null;
  readonly reason: string;
  readonly goldenId: string;
  readonly createdAt: Date;
  readonly createdBy: string | null;
  readonly expiresAt: Date | null;
  readonly endedAt: Date | null;
  readonly endedBy: string | null;
  readonly endCause: EndCause | null;
  readonly endReason: string | null;
}

/** A pin to be kept. */
export interface NewPin extends Pick<PinRow, 'id' | 'attribute' | 'value' | 'ignored' | 'reason' | 'goldenId'> {
  readonly collection: string;
  /** Ids of records, the one that shall bear it first. */
  readonly anchors: readonly number[];
  readonly createdBy: string | null;
  readonly expiresAt: Date | null;
}

/** A pin whose time is over. */
export interface DuePin {
  readonly id: string;
  readonly collection: string;
  readonly anchors: readonly number[];
  readonly expiresAt: Date;
}

const columns = `p.id, p.attribute, p.value, p.ignored, p.reason, p.golden_id as "goldenId", p.created_at as "createdAt",
  p.created_by as "createdBy", p.expires_at as "expiresAt", p.ended_at as "endedAt", p.ended_by as "endedBy",
  p.end_cause as "endCause", p.end_reason as "endReason"`;

@Injectable()
export class PinsRepository {
  async insert(tx: Transaction, pin: NewPin): Promise<void> {
    await tx.query(
      `/* pins.insert */
      insert into pin (id, collection, attribute, value, ignored, reason, anchors, golden_id, created_at, created_by, expires_at)
      values ($1, $2, $3, $4, $5, $6, $7, $8, clock_timestamp(), $9, $10)`,
      [
        pin.id,
        pin.collection,
        pin.attribute,
        pin.value === null ? null : JSON.stringify(pin.value),
        pin.ignored && JSON.stringify(pin.ignored),
        pin.reason,
        pin.anchors,
        pin.goldenId,
        pin.createdBy,
        pin.expiresAt,
      ],
    );
  }

  /** Ends pins that stand. @returns the ids of those that did */
  async end(
    tx: Transaction,
    ids: readonly string[],
    ending: { readonly cause: EndCause; readonly by: string | null; readonly reason: string | null },
  ): Promise<string[]> {
    if (ids.length === 0) return [];
    const rows = await tx.query<{ id: string }>(
      `/* pins.end */
      update pin set ended_at = clock_timestamp(), end_cause = $2, ended_by = $3, end_reason = $4
      where id = any($1) and ended_at is null
      returning id`,
      [ids, ending.cause, ending.by, ending.reason],
    );
    return rows.map(({ id }) => id);
  }

  async find(db: Queryable, ids: readonly string[]): Promise<PinRow[]> {
    return db.query<PinRow>(`/* pins.find */ select ${columns} from pin p where p.id = any($1) order by p.id desc`, [
      ids,
    ]);
  }

  /** Pins that stand though their time is over, the first to expire first. */
  async due(db: Queryable, limit: number): Promise<DuePin[]> {
    return db.query<DuePin>(
      `/* pins.due */
      select id, collection, anchors, expires_at as "expiresAt" from pin
      where ended_at is null and expires_at <= clock_timestamp()
      order by expires_at limit $1`,
      [limit],
    );
  }

  /** Pins that are on a golden record, or were when they ended, newest first. The place is that of `StandingPins`. */
  async onGolden(
    db: Queryable,
    goldenId: string,
    standing: boolean | undefined,
    before: string | undefined,
    limit: number,
  ): Promise<PinRow[]> {
    return db.query<PinRow>(
      `/* pins.on_golden */
      select ${columns} from pin p
      where p.anchors && (select array_agg(record_id) from membership where golden_id = $1)
        and (
          select m.golden_id from unnest(p.anchors) with ordinality as anchor(id, position)
          join record r on r.id = anchor.id join membership m on m.record_id = r.id
          where not r.deleted order by position limit 1
        ) = $1
        and ($2::boolean is null or (p.ended_at is null) = $2) and ($3::uuid is null or p.id < $3)
      order by p.id desc
      limit $4`,
      [goldenId, standing ?? null, before ?? null, limit],
    );
  }
}
