import { Injectable } from '@nestjs/common';
import type { Domain } from '../domain/domain.js';
import { hashBlockKey } from '../matching/blocking.js';
import type { StandardForm } from '../matching/model.js';
import { Database, type Queryable } from '../platform/database/database.js';
import { blockKeyHashes } from './candidates.js';
import { GenericValues, standsForValue } from './generic-values.js';
import { OversizedBlocksRepository } from './oversized-blocks.repository.js';
import type { Keyed } from './score-candidates.js';

/**
 * Blocks with more records than the cap generate no candidates. Whether two records are candidates must depend on the
 * records that are held and not on the order in which they came, so links that were made while the block was small are
 * looked at again when it becomes oversized, and its records when it shrinks.
 */
@Injectable()
export class OversizedBlocks {
  constructor(
    private readonly database: Database,
    private readonly repository: OversizedBlocksRepository,
  ) {}

  /** Those of the hashed keys whose blocks are oversized. */
  async oversized(db: Queryable, keys: readonly number[]): Promise<ReadonlySet<number>> {
    return new Set(await this.repository.among(db, keys));
  }

  /** What of these forms is generic, by which any two of them are to be explained. */
  async genericValues(db: Queryable, domain: Domain, forms: readonly StandardForm[]): Promise<GenericValues> {
    const keys = domain.withoutValues ? forms.flatMap((form) => blockKeyHashes(domain, form)) : [];
    return new GenericValues(domain, await this.oversized(db, [...new Set(keys)]));
  }

  /** Lists blocks that were found oversized, each under the readable key that one of the records has. */
  async list(domain: Domain, keys: readonly number[], records: Iterable<Keyed>): Promise<void> {
    if (keys.length === 0) return;
    const wanted = new Set(keys);
    const labels = new Map<number, { readonly label: string; readonly generic: boolean }>();
    for (const { standard, blockKeys } of records) {
      if (!blockKeys.some((key) => wanted.has(key))) continue;
      for (const label of domain.blockKeys(standard)) {
        const key = hashBlockKey(domain, label);
        if (wanted.has(key)) labels.set(key, { label, generic: standsForValue(domain, standard, label) });
      }
    }
    await this.repository.list(
      this.database,
      domain.collection,
      keys.map((key) => ({ key, ...(labels.get(key) ?? { label: String(key), generic: false }) })),
    );
  }

  /** @returns how many records became pending */
  async settle(): Promise<number> {
    await this.repository.raiseBarrier(this.database);
    return this.repository.settle(this.database);
  }

  /** In a transaction of its own: one that lists a block would wait for that of a batch, which itself waits to have one listed. */
  async release(domain: Domain, keys: readonly number[]): Promise<void> {
    if (keys.length > 0) await this.repository.release(this.database, keys, domain.maximumBlockSize);
  }
}
