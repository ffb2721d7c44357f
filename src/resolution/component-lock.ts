import { Injectable } from '@nestjs/common';
import type { Transaction } from '../platform/database/database.js';
import type { LockedRecord } from './locked-record.js';
import { type Dependence, ResolutionRepository } from './resolution.repository.js';

/** What was read before it could be locked, records or model, has changed: the transaction must be started again. */
export class ChangedMeanwhile extends Error {}

const mostAttempts = 10;

/** Records that are locked, and what was read of them. */
export interface Taken<Read> {
  readonly locked: ReadonlyMap<number, LockedRecord>;
  readonly read: Read;
}

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
    const { locked } = await this.takeAndRead(tx, recordIds, dependence, () => Promise.resolve());
    return locked;
  }

  /**
   * The same, and reads in one go with it.
   *
   * @param read what else is asked of the records that are locked, as it stands once they are
   */
  async takeAndRead<Read>(
    tx: Transaction,
    recordIds: readonly number[],
    dependence: Dependence,
    read: (locked: readonly number[]) => Promise<Read>,
  ): Promise<Taken<Read>> {
    let scope = await this.repository.connected(tx, recordIds, dependence);
    for (let attempt = 0; attempt < mostAttempts; attempt++) {
      let outgrown: number[] = [];
      const taken = await tx.attempt(async () => {
        const [, rows, outside, answer] = await Promise.all([
          this.repository.lock(tx, scope),
          this.repository.locked(tx, scope),
          this.repository.outside(tx, scope, dependence),
          read(scope),
        ]);
        // What belongs to what is locked and is not locked: another worker has joined it meanwhile.
        outgrown = outside;
        return outside.length > 0
          ? undefined
          : { locked: new Map(rows.map((record) => [record.id, record])), read: answer };
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
