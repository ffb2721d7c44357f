import { Injectable } from '@nestjs/common';
import type { Queryable, Transaction } from '../platform/database/database.js';
import type { Pin } from '../survivorship/pin.js';
import { StandingPinsRepository, type StandingPinRow } from './standing-pins.repository.js';

/** Pins by the record that bears them. */
export type PinsByBearer = ReadonlyMap<number, readonly Pin[]>;

/**
 * The pins that stand on golden records. Each is borne by the first of its anchors that is not deleted, and so is on that
 * record's golden record: a function of membership alone, so that it comes through merges, splits and re-matches, and a merge
 * that is taken back leaves every pin where it was.
 */
@Injectable()
export class StandingPins {
  constructor(private readonly repository: StandingPinsRepository) {}

  /** The pins that the given records bear, and perhaps others that they anchor. */
  async of(db: Queryable, recordIds: readonly number[]): Promise<PinsByBearer> {
    if (recordIds.length === 0) return new Map();
    const pins = await this.repository.anchoredBy(db, recordIds);
    return byBearer(pins, await this.liveAnchors(db, pins));
  }

  /**
   * The same for a writer. Where a record that bore a pin was deleted, or one that did before comes back, the pin goes over
   * to it from another anchor or from it to another: that one's golden record is to be computed anew as well.
   *
   * @param recordIds the records whose golden records are being computed, and those that are deleted
   * @param turned those of them that have been deleted or are in a golden record for the first time
   */
  async settle(tx: Transaction, recordIds: readonly number[], turned: ReadonlySet<number>): Promise<PinsByBearer> {
    if (recordIds.length === 0) return new Map();
    const pins = await this.repository.anchoredBy(tx, recordIds);
    if (pins.length === 0) return new Map();
    const live = await this.liveAnchors(tx, pins);
    const atHand = new Set(recordIds);
    const others = pins
      .filter(({ anchors }) => anchors.some((id) => turned.has(id)))
      .flatMap(({ anchors }) => anchors.find((id) => live.has(id) && !turned.has(id)) ?? [])
      .filter((id) => !atHand.has(id));
    await this.repository.requeue(tx, [...new Set(others)]);
    return byBearer(pins, live);
  }

  private async liveAnchors(db: Queryable, pins: readonly StandingPinRow[]): Promise<ReadonlySet<number>> {
    const anchors = new Set(pins.flatMap((pin) => pin.anchors));
    return new Set(anchors.size === 0 ? [] : await this.repository.live(db, [...anchors]));
  }
}

function byBearer(pins: readonly StandingPinRow[], live: ReadonlySet<number>): PinsByBearer {
  const borne = new Map<number, Pin[]>();
  for (const { anchors, value, ignored, createdAt, ...pin } of pins) {
    const bearer = anchors.find((id) => live.has(id));
    if (bearer === undefined) continue;
    const stated = { ...(value !== null && { value }), ...(ignored && { ignored }) };
    borne.set(bearer, [...(borne.get(bearer) ?? []), { ...pin, createdAt: createdAt.toISOString(), ...stated }]);
  }
  return borne;
}
