import { Injectable } from '@nestjs/common';
import type { Domain } from '../domain/domain.js';
import { valueKeys } from '../domain/generic-keys.js';
import { hashBlockKey, maximumSizeOf } from '../matching/blocking.js';
import type { StandardForm } from '../matching/model.js';
import { stepBelow } from '../matching/shared-value.js';
import { Database, type Queryable, type Transaction } from '../platform/database/database.js';
import { type Blocks, blockKeyHashes } from './candidates.js';
import { GenericValues } from './generic-values.js';
import { OversizedBlocksRepository, type ListedBlock } from './oversized-blocks.repository.js';
import type { Keyed } from './score-candidates.js';
import { SharedValueSizes } from './shared-value-sizes.js';

/** Of some keys those that are listed. */
export interface ListedKeys {
  readonly oversized: ReadonlySet<number>;
  /** Of these, those of values that are generic. */
  readonly generic: ReadonlySet<number>;
}

const none: ReadonlySet<number> = new Set();

/** So many blocks are settled in one statement. */
const blocksInStep = 100;

/**
 * Blocks with more records than the cap generate no candidates. Whether two records are candidates must depend on the
 * records that are held and not on the order in which they came, so links that were made while the block was small are
 * looked at again when it becomes oversized, and its records when it shrinks.
 *
 * A block may also show a value to be generic: one that few share by chance as soon as it is oversized, another one (`exceeds`)
 * when it stands out among those of its kind. As that depends on all of them, whoever changes the list has it alone.
 */
@Injectable()
export class OversizedBlocks {
  constructor(
    private readonly database: Database,
    private readonly repository: OversizedBlocksRepository,
    private readonly sizes: SharedValueSizes,
  ) {}

  async among(db: Queryable, keys: readonly number[]): Promise<ListedKeys> {
    const listed = await this.repository.among(db, keys);
    const generic = listed.filter((block) => block.generic);
    return { oversized: new Set(listed.map(({ key }) => key)), generic: new Set(generic.map(({ key }) => key)) };
  }

  /** What of these forms is generic, by which any two of them are to be explained. */
  async genericValues(db: Queryable, domain: Domain, forms: readonly StandardForm[]): Promise<GenericValues> {
    const keys = domain.withoutValues ? forms.flatMap((form) => blockKeyHashes(domain, form)) : [];
    return new GenericValues(domain, (await this.among(db, [...new Set(keys)])).generic);
  }

  /**
   * Lists blocks that were found oversized, each under the readable key that a record of it has, and judges anew which values are
   * generic.
   *
   * @param records that have these keys
   * @returns those of the keys that stand for generic values
   */
  async list(
    tx: Transaction,
    domain: Domain,
    { overflowing, growing }: Pick<Blocks, 'overflowing' | 'growing'>,
    records: readonly Keyed[],
  ): Promise<ReadonlySet<number>> {
    const outgrown = await this.sizes.outgrown(tx, domain, growing, records);
    if (overflowing.length === 0 && outgrown.length === 0) return none;
    const found = describe(domain, new Set(overflowing), records);
    // At once to be seen by all others, and whatever becomes of the batch.
    return this.database.transaction(async (own) => {
      await this.repository.lock(own, domain.collection);
      const listed = await this.measured(own, domain, found);
      await this.repository.list(own, domain.collection, listed);
      if (outgrown.length > 0 || listed.some(({ exceeds }) => exceeds !== null)) {
        await this.sizes.measure(own, domain, outgrown);
        await this.sizes.judge(own, domain);
      } else if (!listed.some(({ generic }) => generic)) return none;
      return (await this.among(own, [...overflowing, ...outgrown])).generic;
    });
  }

  /**
   * Does a part of what is left to do when nothing new is pending, so that what was linked follows from the blocks as they are.
   *
   * @returns whether there may be more to do
   */
  async settle(): Promise<boolean> {
    await this.sizes.measureLeft();
    if (!(await this.repository.anyUnsettled(this.database))) return false;
    await this.repository.raiseBarrier(this.database);
    return (await this.repository.settle(this.database, blocksInStep)) > 0;
  }

  /**
   * Takes blocks that shrank to the cap off the list, and judges anew which values are generic. In a transaction of its own: one
   * that lists a block would wait for that of a batch, which itself waits to have one listed.
   *
   * @param keys that records had and have no longer
   */
  async release(domain: Domain, keys: readonly number[]): Promise<void> {
    if (keys.length === 0) return;
    await this.database.transaction(async (tx) => {
      await this.repository.lock(tx, domain.collection);
      if ((await this.repository.among(tx, keys)).length === 0) return;
      await this.repository.release(tx, keys, domain.maximumBlockSize);
      await this.sizes.measure(tx, domain, await this.repository.shrunkBelowStep(tx, keys));
      await this.sizes.judge(tx, domain);
    });
  }

  /** What to list: not what has shrunk to the cap since it was found. */
  private async measured(tx: Transaction, domain: Domain, found: readonly FoundBlock[]): Promise<ListedBlock[]> {
    const capOf = ({ key }: FoundBlock): number => maximumSizeOf(domain.maximumBlockSize, key);
    const sizes = await this.repository.sizes(
      tx,
      found.map((block) => ({ key: block.key, atMost: block.counted ? null : capOf(block) + 1 })),
    );
    return found.flatMap((block) => {
      const { key, label, counted, generic } = block;
      const exceeds = stepBelow(sizes.get(key) ?? 0, capOf(block));
      return exceeds === 0 ? [] : { key, label, generic, exceeds: counted ? exceeds : null };
    });
  }
}

/** A block that was found oversized. */
interface FoundBlock {
  readonly key: number;
  readonly label: string;
  readonly generic: boolean;
  /** Whether it stands for a value that many share by chance. */
  readonly counted: boolean;
}

function describe(domain: Domain, keys: ReadonlySet<number>, records: Iterable<Keyed>): readonly FoundBlock[] {
  const found = new Map<number, FoundBlock>(
    Array.from(keys, (key) => [key, { key, label: String(key), generic: false, counted: false }]),
  );
  for (const { standard, blockKeys } of records) {
    if (!blockKeys.some((key) => keys.has(key))) continue;
    for (const label of domain.blockKeys(standard)) {
      const key = hashBlockKey(domain, label);
      if (keys.has(key)) found.set(key, { key, label, generic: false, counted: false });
    }
    for (const { key, label, broad } of valueKeys(domain, standard, (wanted) => keys.has(wanted)))
      found.set(key, { key, label, generic: !broad, counted: broad });
  }
  return [...found.values()];
}
