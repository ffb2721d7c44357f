import { Injectable } from '@nestjs/common';
import type { Domain } from '../domain/domain.js';
import { hashBlockKey } from '../matching/blocking.js';
import type { StandardForm } from '../matching/model.js';
import { Database, type Transaction } from '../platform/database/database.js';
import { OversizedBlocksRepository } from './oversized-blocks.repository.js';

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

  /** Lists blocks that were found oversized, each under the readable key that a record of it has. */
  async list(domain: Domain, keys: readonly number[], standards: Iterable<StandardForm>): Promise<void> {
    if (keys.length === 0) return;
    const wanted = new Set(keys);
    const labels = new Map<number, string>();
    for (const standard of standards) {
      for (const label of domain.blockKeys(standard)) {
        const key = hashBlockKey(domain.collection, label);
        if (wanted.has(key)) labels.set(key, label);
      }
    }
    await this.repository.list(
      this.database,
      domain.collection,
      keys.map((key) => ({ key, label: labels.get(key) ?? String(key) })),
    );
  }

  /** @returns how many records became pending */
  async settle(): Promise<number> {
    await this.repository.raiseBarrier(this.database);
    return this.repository.settle(this.database);
  }

  async release(tx: Transaction, domain: Domain, keys: readonly number[]): Promise<void> {
    if (keys.length > 0) await this.repository.release(tx, keys, domain.maximumBlockSize);
  }
}
