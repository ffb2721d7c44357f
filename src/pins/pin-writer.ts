import { Injectable } from '@nestjs/common';
import type { Domain } from '../domain/domain.js';
import { noSuchAttribute } from '../golden/explain-attribute.js';
import type { Transaction } from '../platform/database/database.js';
import { BatchResolver } from '../resolution/batch-resolver.js';
import type { LockedRecord } from '../resolution/locked-record.js';
import { CurrentGolden } from '../stewardship/current-golden.js';
import { DecisionTransaction } from '../stewardship/decision-transaction.js';
import type { StewardRequest } from '../stewardship/merge-golden.js';
import { presentOutcome } from '../stewardship/present-decision.js';
import type { PinOutcome } from './pin.dto.js';
import { PinsRepository } from './pins.repository.js';
import { presentPin } from './present-pin.js';
import { StandingPins } from './standing-pins.js';

/** A golden record whose pins of one attribute are about to change. */
export interface PinnedGolden {
  readonly members: readonly LockedRecord[];
  /** Ids of the pins of the attribute that stand on it. */
  readonly standing: readonly string[];
}

/** What was done to the pins, by their ids. */
export interface PinChange {
  readonly made?: string;
  readonly ended: readonly string[];
}

/** Changes the pins of a golden record, and computes it by them in the same transaction. */
@Injectable()
export class PinWriter {
  constructor(
    private readonly transaction: DecisionTransaction,
    private readonly goldens: CurrentGolden,
    private readonly pins: StandingPins,
    private readonly repository: PinsRepository,
    private readonly resolver: BatchResolver,
  ) {}

  /** @throws Problem as `CurrentGolden.take`, and 404 where there is no such attribute */
  async change(
    domain: Domain,
    goldenId: string,
    attribute: string,
    { ifMatch, preview }: StewardRequest,
    work: (tx: Transaction, golden: PinnedGolden) => Promise<PinChange>,
  ): Promise<PinOutcome> {
    if (!Object.hasOwn(domain.attributes, attribute)) throw noSuchAttribute(domain, attribute);
    return this.transaction.run(domain, preview, async (tx) => {
      const { locked, members: of } = await this.goldens.take(tx, domain, [goldenId], ifMatch);
      const members = of[0] ?? [];
      const ids = members.map(({ id }) => id);
      const borne = await this.pins.of(tx, ids);
      const standing = ids.flatMap((id) => borne.get(id) ?? []).filter((pin) => pin.attribute === attribute);
      const { made, ended } = await work(tx, { members, standing: standing.map(({ id }) => id) });
      const versions = await this.resolver.recompute(tx, domain, locked, new Set(ids));
      const changes = presentOutcome(versions, preview);
      if (preview) return { ended: [], changes };
      const rows = (await this.repository.find(tx, [...ended, ...(made === undefined ? [] : [made])])).map(presentPin);
      const pin = rows.find(({ id }) => id === made);
      return { ...(pin && { pin }), ended: rows.filter(({ id }) => ended.includes(id)), changes };
    });
  }
}
