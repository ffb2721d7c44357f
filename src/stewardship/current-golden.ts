import { Injectable } from '@nestjs/common';
import { isUUID } from 'class-validator';
import type { Domain } from '../domain/domain.js';
import { noSuchGolden } from '../golden/get-golden.js';
import { GoldenHeaders } from '../golden/golden-headers.js';
import type { Transaction } from '../platform/database/database.js';
import { entityTag, permitsEntityTag } from '../platform/http/entity-tag.js';
import { Problem } from '../platform/http/problem.js';
import { ChangedMeanwhile, ComponentLock } from '../resolution/component-lock.js';
import type { LockedRecord } from '../resolution/locked-record.js';

/** Golden records that a steward is about to change, locked. */
export interface CurrentGoldens {
  readonly locked: ReadonlyMap<number, LockedRecord>;
  /** The live records of each golden record asked for, in the order asked. */
  readonly members: readonly (readonly LockedRecord[])[];
}

/** Locks golden records for a steward, and holds them against what the steward has seen. */
@Injectable()
export class CurrentGolden {
  constructor(
    private readonly lock: ComponentLock,
    private readonly headers: GoldenHeaders,
  ) {}

  /**
   * @param id the golden record that the request is about
   * @param other another one, which the body names as `with`
   * @throws Problem 404 or 422 where there is none of an id, 409 where it is merged, 410 where it is deleted, 412 where
   * `ifMatch` names another version of the first
   */
  async take(
    tx: Transaction,
    domain: Domain,
    [id, other]: readonly [id: string, other?: string],
    ifMatch: string | undefined,
  ): Promise<CurrentGoldens> {
    if (!isUUID(id)) throw noSuchGolden(domain);
    const ids = other === undefined ? [id] : [id, other];
    const locked = await this.lock.takeGoldens(tx, ids);
    const states = await this.headers.of(tx, domain.collection, ids);
    const state = states.get(id);
    if (!state) throw noSuchGolden(domain);
    if (other !== undefined && !states.has(other)) throw noSuchOther(domain);
    for (const { status, survivor } of states.values()) {
      if (status === 'merged') throw goldenMerged(domain, survivor);
      if (status === 'deleted') throw new Problem(410, 'Golden record deleted', 'Its last record was withdrawn.');
    }
    if (!permitsEntityTag(ifMatch, entityTag(state.version))) throw versionChanged(state.version);
    const members = ids.map((goldenId) =>
      [...locked.values()].filter((record) => record.goldenId === goldenId && !record.deleted),
    );
    if (members.some(({ length }) => length === 0)) throw new ChangedMeanwhile('A golden record has lost its records.');
    return { locked, members };
  }
}

function noSuchOther(domain: Domain): Problem {
  return new Problem(422, 'Invalid body', 'The body is invalid.', [
    { path: 'with', message: `is no golden ${domain.entity}` },
  ]);
}

function goldenMerged(domain: Domain, survivor: string): Problem {
  return new Problem(409, 'Golden record merged', `It was merged into /v1/${domain.collection}/${survivor}.`);
}

function versionChanged(version: number): Problem {
  return new Problem(
    412,
    'Golden record changed',
    `The golden record is at version ${version}. Read it again before you change it.`,
    undefined,
    { etag: entityTag(version) },
  );
}
