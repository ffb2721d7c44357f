import { Injectable } from '@nestjs/common';
import type { Domain } from '../domain/domain.js';
import type { Transaction } from '../platform/database/database.js';
import { DeferralRepository } from './deferral.repository.js';

/**
 * Pending rows with an id from here on are of records that are resolved and are to be looked at again. Workers take rows in
 * order of id, so that these wait behind all that is new.
 */
export const firstDeferredId = 2 ** 52;

/** Lets whole collections be resolved again, behind whatever arrives meanwhile. */
@Injectable()
export class Deferral {
  constructor(private readonly repository: DeferralRepository) {}

  /**
   * Makes every record of a collection pending behind all that is new. What has changed for them must have been committed
   * before: a record that is not seen here yet is then resolved by what holds now.
   *
   * @param anew whether golden records that keep their records are computed anew as well
   * @returns how many records became pending
   */
  enqueueAll(tx: Transaction, domain: Domain, operationId: string, anew: boolean): Promise<number> {
    return this.repository.enqueueAll(tx, domain.collection, operationId, anew);
  }
}
