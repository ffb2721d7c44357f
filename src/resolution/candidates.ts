import { Injectable } from '@nestjs/common';
import type { Domain } from '../domain/domain.js';
import { hashBlockKey } from '../matching/blocking.js';
import type { Queryable } from '../platform/database/database.js';
import { CandidatesRepository, type Candidate } from './candidates.repository.js';

/** The blocks of several keys. */
export interface Blocks {
  /** For each key asked for, the records of its block. Oversized blocks are left out. */
  readonly blocks: ReadonlyMap<number, readonly number[]>;
  /** Keys whose block was found to be larger than the cap and is not listed as oversized yet. */
  readonly overflowing: readonly number[];
  /** Every key asked for whose block is oversized, listed or not. */
  readonly oversized: ReadonlySet<number>;
}

/** The candidates of several records, found in one go. */
export interface Candidates extends Blocks {
  /** Every record named in `blocks`, but for those that were held already. */
  readonly records: ReadonlyMap<number, Candidate>;
}

/** Finds the records that share a block key: for the resolver, and for search before create. */
@Injectable()
export class CandidateFinder {
  constructor(private readonly repository: CandidatesRepository) {}

  /** @param held ids of records that the caller has already read */
  async find(
    db: Queryable,
    domain: Domain,
    keys: readonly number[],
    held?: { has(id: number): boolean },
  ): Promise<Candidates> {
    const found = await this.blocks(db, domain, keys);
    const missing = new Set<number>();
    for (const recordIds of found.blocks.values()) for (const id of recordIds) if (!held?.has(id)) missing.add(id);
    const records = await this.repository.candidates(db, domain.collection, [...missing]);
    return { ...found, records: new Map(records.map((record) => [record.id, record])) };
  }

  async blocks(db: Queryable, domain: Domain, keys: readonly number[]): Promise<Blocks> {
    const blocks = new Map<number, readonly number[]>();
    const overflowing: number[] = [];
    const found = await this.repository.blocks(db, keys, domain.maximumBlockSize);
    for (const [key, recordIds] of found.recordIds) {
      if (recordIds.length > domain.maximumBlockSize) overflowing.push(key);
      else blocks.set(key, recordIds);
    }
    return { blocks, overflowing, oversized: new Set([...found.oversized, ...overflowing]) };
  }
}

/** The hashed block keys of a standard form. */
export function blockKeyHashes(domain: Domain, standard: Parameters<Domain['blockKeys']>[0]): number[] {
  return [...new Set(domain.blockKeys(standard).map((key) => hashBlockKey(domain.collection, key)))];
}
