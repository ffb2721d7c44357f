import { Injectable } from '@nestjs/common';
import type { Domain } from '../domain/domain.js';
import { genericFrom, stepBelow } from '../matching/shared-value.js';
import { Database, type Transaction } from '../platform/database/database.js';
import { DomainRegistry } from '../platform/domain-registry.js';
import { OversizedBlocksRepository } from './oversized-blocks.repository.js';
import type { Keyed } from './score-candidates.js';

/** A batch of fewer records has the sizes of all its blocks looked at. */
const largeBatch = 100;

/** So many blocks are looked at in one statement. */
const blocksAtOnce = 1_000;

/**
 * Follows how many records share the values that many share by chance, and says which of these are generic.
 *
 * To look at the block of a birthday for each record that arrives costs more, in a large store, than all else that is read for it.
 * So a large batch has only those looked at that several of its records share, as they share what is about to become generic, and
 * the others once for all batches, when nothing more is pending. Until then they are kept in memory; what dies with the process is
 * looked at when the next one starts.
 */
@Injectable()
export class SharedValueSizes {
  /** Hashed keys by collection. */
  private readonly left = new Map<string, Set<number>>();

  constructor(
    private readonly database: Database,
    private readonly repository: OversizedBlocksRepository,
    private readonly domains: DomainRegistry,
  ) {}

  /**
   * Those of the blocks that have grown beyond their next step, as far as that is looked at now.
   *
   * @param growing listed keys of such values, none of them known to be generic, which the records of a batch have
   */
  async outgrown(
    tx: Transaction,
    domain: Domain,
    growing: readonly number[],
    records: readonly Keyed[],
  ): Promise<readonly number[]> {
    if (records.length < largeBatch) return this.repository.outgrown(tx, growing);
    this.leave(domain.collection, growing);
    return this.repository.outgrown(tx, sharedAmong(growing, records));
  }

  /** Looks at what was left. */
  async measureLeft(): Promise<void> {
    for (const domain of this.domains.all) {
      const keys = [...(this.left.get(domain.collection) ?? [])];
      this.left.delete(domain.collection);
      try {
        while (keys.length > 0) {
          await this.lookAt(domain, keys.slice(-blocksAtOnce));
          keys.length = Math.max(0, keys.length - blocksAtOnce);
        }
      } finally {
        this.leave(domain.collection, keys);
      }
    }
  }

  /** Leaves all blocks to be looked at, as others may have died before they did. */
  async recall(): Promise<void> {
    for (const { collection } of this.domains.all)
      this.leave(collection, await this.repository.growing(this.database, collection));
  }

  /** Measures blocks, and notes which steps they exceed. Answers with how many of these are others than before. */
  async measure(tx: Transaction, { maximumBlockSize }: Domain, keys: readonly number[]): Promise<number> {
    if (keys.length === 0) return 0;
    const sizes = await this.repository.sizes(
      tx,
      keys.map((key) => ({ key, atMost: null })),
    );
    const exceeded = Array.from(sizes, ([key, size]) => ({ key, exceeds: stepBelow(size, maximumBlockSize.broad) }));
    return this.repository.exceed(tx, exceeded);
  }

  /**
   * Says which values are generic, by the typical size of their blocks. How far the block of a generic value grows is not followed,
   * so it is measured where the others have reached what is known of it. The list must be locked.
   */
  async judge(tx: Transaction, domain: Domain): Promise<void> {
    const { collection, maximumBlockSize } = domain;
    for (;;) {
      const from = genericFrom(await this.repository.typical(tx, collection), maximumBlockSize.broad);
      const reached = await this.repository.genericBelow(tx, collection, from);
      const changed = await this.measure(tx, domain, reached);
      // What is measured may itself be among what is typical.
      if (changed === 0) return this.repository.judge(tx, collection, from);
    }
  }

  private async lookAt(domain: Domain, keys: readonly number[]): Promise<void> {
    const outgrown = await this.repository.outgrown(this.database, keys);
    if (outgrown.length === 0) return;
    await this.database.transaction(async (tx) => {
      await this.repository.lock(tx, domain.collection);
      await this.measure(tx, domain, outgrown);
      await this.judge(tx, domain);
    });
  }

  private leave(collection: string, keys: readonly number[]): void {
    if (keys.length === 0) return;
    const left = this.left.get(collection) ?? new Set();
    for (const key of keys) left.add(key);
    this.left.set(collection, left);
  }
}

/** Those of the keys that several of the records have. */
function sharedAmong(keys: readonly number[], records: readonly Keyed[]): number[] {
  const once = new Set(keys);
  const held = new Set<number>();
  const shared = new Set<number>();
  for (const { blockKeys } of records)
    for (const key of blockKeys) if (once.has(key)) (held.has(key) ? shared : held).add(key);
  return [...shared];
}
