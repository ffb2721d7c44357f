import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { v7 as newPinId } from 'uuid';
import type { Domain } from '../domain/domain.js';
import { noSuchAttribute } from '../golden/explain-attribute.js';
import { GoldenMembers } from '../golden/golden-members.js';
import type { Transaction } from '../platform/database/database.js';
import type { LockedRecord } from '../resolution/locked-record.js';
import type { StewardRequest } from '../stewardship/merge-golden.js';
import { heldValue } from '../survivorship/candidate.js';
import { foldedKey, valuesOf } from '../survivorship/value-key.js';
import type { PinBody, PinOutcome } from './pin.dto.js';
import { PinWriter } from './pin-writer.js';
import { PinsRepository } from './pins.repository.js';
import { readPin, type StatedPin } from './read-pin.js';

/** Pins an attribute of a golden record: gives it a value, or says which it must not have. Takes the place of an earlier pin. */
export class PutPin extends Command<PinOutcome> {
  constructor(
    readonly domain: Domain,
    readonly goldenId: string,
    readonly attribute: string,
    readonly body: PinBody,
    readonly request: StewardRequest,
  ) {
    super();
  }
}

@CommandHandler(PutPin)
export class PutPinHandler implements ICommandHandler<PutPin> {
  constructor(
    private readonly writer: PinWriter,
    private readonly members: GoldenMembers,
    private readonly repository: PinsRepository,
  ) {}

  /** @throws Problem as `PinWriter.change`, and 422 with all that is wrong with the pin */
  async execute({ domain, goldenId, attribute, body, request }: PutPin): Promise<PinOutcome> {
    if (!Object.hasOwn(domain.attributes, attribute)) throw noSuchAttribute(domain, attribute);
    const stated = readPin(domain, attribute, body, new Date());
    return this.writer.change(domain, goldenId, attribute, request, async (tx, { members, standing }) => {
      const { by } = request;
      const ended = await this.repository.end(tx, standing, { cause: 'replaced', by, reason: null });
      const id = newPinId();
      await this.repository.insert(tx, {
        id,
        attribute,
        ...stated,
        reason: body.reason,
        goldenId,
        collection: domain.collection,
        anchors: await this.anchors(tx, members, attribute, stated),
        createdBy: by,
      });
      return { made: id, ended };
    });
  }

  /**
   * The members in the order in which they bear the pin: those first that hold a value that it speaks of, so that on a split
   * it goes where its subject goes; then by source and source id.
   */
  private async anchors(
    tx: Transaction,
    locked: readonly LockedRecord[],
    attribute: string,
    { value, ignored }: StatedPin,
  ): Promise<number[]> {
    const spokenOf = new Set([...(value === null ? [] : valuesOf(value)), ...(ignored ?? [])].map(foldedKey));
    const members = await this.members.of(
      tx,
      locked.map(({ id }) => id),
    );
    const holds = (id: number): boolean => {
      const member = members.get(id);
      const held = member && heldValue(member, attribute);
      return held !== undefined && valuesOf(held).some((one) => spokenOf.has(foldedKey(one)));
    };
    const name = ({ source, sourceId }: LockedRecord): string => `${source}/${sourceId}`;
    return locked
      .toSorted((x, y) => Number(holds(y.id)) - Number(holds(x.id)) || (name(x) < name(y) ? -1 : 1))
      .map(({ id }) => id);
  }
}
