import { Injectable } from '@nestjs/common';
import type { Transaction } from '../platform/database/database.js';
import type { LockedRecord } from './locked-record.js';
import { type Dependence, ResolutionRepository } from './resolution.repository.js';

/** What was read before it could be locked, records or model, has changed: the transaction must be started again. */
export class ChangedMeanwhile extends Error {}

const mostAttempts = 10;

/** Locks records together with all that belongs to them, so that nothing of it changes until the transaction ends. */
@Injectable()
export class ComponentLock {
  constructor(private readonly repository: ResolutionRepository) {}

  /**
   * Locks the records, all on which their clusters depend, and the golden records of all of these. What is locked is
   * locked in the order of ids in one statement, so that two that want the same wait for each other and never deadlock;
   * where another has joined more to it meanwhile, the locks are given back and taken anew.
   *
   * @param dependence of the model in force, where that is known
   * @throws ChangedMeanwhile where it kept growing
   */
  async take(
    tx: Transaction,
    recordIds: readonly number[],
    dependence: Dependence = { changing: [], byBest: true },
  ): Promise<ReadonlyMap<number, LockedRecord>> {
    let scope = await this.repository.connected(tx, recordIds, dependence);
    for (let attempt = 0; attempt < mostAttempts; attempt++) {
      let outgrown: number[] = [];
      const taken = await tx.attempt(async () => {
        const [, rows] = await Promise.all([this.repository.lock(tx, scope), this.repository.locked(tx, scope)]);
        const locked = new Map(rows.map((record) => [record.id, record]));
        const goldenIds = new Set(rows.flatMap(({ goldenId }) => goldenId ?? []));
        // What belongs to what is locked and is not locked: another worker has joined it meanwhile.
        outgrown = await this.repository.connected(tx, [...locked.keys()], dependence, { goldenIds: [...goldenIds] });
        return outgrown.length > 0 ? undefined : locked;
      });
      if (taken) return taken;
      scope = await this.repository.connected(tx, [...scope, ...outgrown], dependence);
    }
    throw new ChangedMeanwhile('The component kept growing while it was being locked.');
  }

  /** Locks all records of golden records, as `take` does. */
  async takeGoldens(tx: Transaction, goldenIds: readonly string[]): Promise<ReadonlyMap<number, LockedRecord>> {
    return this.take(tx, await this.repository.siblings(tx, goldenIds));
  }
}
