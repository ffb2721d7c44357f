import { Injectable } from '@nestjs/common';
import type { Domain } from '../domain/domain.js';
import { hashBlockKey, maximumSizeOf } from '../matching/blocking.js';
import type { Queryable } from '../platform/database/database.js';
import { CandidatesRepository, type Candidate, type WantedBlock } from './candidates.repository.js';

/** The blocks of several keys. */
export interface Blocks {
  /** The records of the blocks asked for. Left out are oversized ones, and those of which nothing more is known than before. */
  readonly blocks: ReadonlyMap<number, readonly number[]>;
  /** Keys whose block was found to be larger than the cap and is not listed as oversized yet. */
  readonly overflowing: readonly number[];
  /** Keys that are listed as oversized, of values that many share by chance and that are not known to be generic. */
  readonly growing: readonly number[];
  /** Keys that are listed as those of generic values. */
  readonly generic: ReadonlySet<number>;
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

  /**
   * The candidates of records that the caller has read, which share blocks with each other too.
   *
   * @param seen records that are not asked for again
   */
  async ofRecords(
    db: Queryable,
    domain: Domain,
    held: ReadonlyMap<number, { readonly blockKeys: readonly number[] }>,
    seen?: { has(id: number): boolean },
  ): Promise<Candidates> {
    const known = new Map<number, number>();
    for (const [id, { blockKeys }] of held) for (const key of blockKeys) known.set(key, id);
    return this.find(
      db,
      domain,
      Array.from(known, ([key, id]) => ({ key, known: id })),
      { has: (id) => held.has(id) || (seen?.has(id) ?? false) },
    );
  }

  /** The candidates of what has these block keys, and is not held yet. */
  async ofKeys(db: Queryable, domain: Domain, keys: readonly number[]): Promise<Candidates> {
    return this.find(db, domain, unknown(keys), new Map());
  }

  async blocks(db: Queryable, domain: Domain, keys: readonly number[]): Promise<Blocks> {
    return this.read(db, domain, unknown(keys));
  }

  private async find(
    db: Queryable,
    domain: Domain,
    wanted: readonly WantedBlock[],
    held: { has(id: number): boolean },
  ): Promise<Candidates> {
    const found = await this.read(db, domain, wanted);
    const missing = new Set<number>();
    for (const recordIds of found.blocks.values()) for (const id of recordIds) if (!held.has(id)) missing.add(id);
    const records = await this.repository.candidates(db, domain, [...missing]);
    return { ...found, records: new Map(records.map((record) => [record.id, record])) };
  }

  private async read(db: Queryable, domain: Domain, wanted: readonly WantedBlock[]): Promise<Blocks> {
    const blocks = new Map<number, readonly number[]>();
    const overflowing: number[] = [];
    const found = await this.repository.blocks(db, wanted, domain.maximumBlockSize);
    for (const { key, known } of wanted) {
      const recordIds = found.recordIds.get(key);
      if (!recordIds) continue;
      if (known > 0) recordIds.push(known);
      if (recordIds.length > maximumSizeOf(domain.maximumBlockSize, key)) overflowing.push(key);
      else blocks.set(key, recordIds);
    }
    return { blocks, overflowing, growing: found.growing, generic: new Set(found.generic) };
  }
}

function unknown(keys: readonly number[]): WantedBlock[] {
  return keys.map((key) => ({ key, known: 0 }));
}

/** The hashed block keys of a standard form. */
export function blockKeyHashes(domain: Domain, standard: Parameters<Domain['blockKeys']>[0]): number[] {
  const hashes: number[] = [];
  for (const key of domain.blockKeys(standard)) {
    const hash = hashBlockKey(domain, key);
    if (!hashes.includes(hash)) hashes.push(hash);
  }
  return hashes;
}
