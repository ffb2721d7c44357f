import { Injectable } from '@nestjs/common';
import type { Domain } from '../domain/domain.js';
import { type BlockSizes, maximumSizeOf } from '../matching/blocking.js';
import type { StandardForm } from '../matching/model.js';
import { restoreForm, type StoredForm } from '../matching/stored-form.js';
import { anyOf } from '../platform/database/any-of.js';
import type { Queryable } from '../platform/database/database.js';

/** A block that is asked for, and a record that is known to be in it, 0 for none. */
export interface WantedBlock {
  readonly key: number;
  readonly known: number;
}

/** Blocks that were asked for. */
export interface Blocks {
  /** By key the records of its block besides the one that is known, cut one record past the cap. */
  readonly recordIds: ReadonlyMap<number, number[]>;
  /** Keys that are listed as those of generic values. */
  readonly generic: readonly number[];
  /** Keys that are listed as oversized, of values that many share by chance and that are not known to be generic. */
  readonly growing: readonly number[];
}

interface BlockColumns {
  readonly keys: number[] | null;
  readonly recordIds: number[] | null;
  readonly generic: number[] | null;
  readonly growing: number[] | null;
}

/** What scoring needs of a candidate. */
export interface Candidate {
  readonly id: number;
  readonly revision: number;
  readonly standard: StandardForm;
}

@Injectable()
export class CandidatesRepository {
  /**
   * Reads one index range a key, and stops one record past the cap: an oversized block costs no more than that, and nothing
   * once it is listed. The rows come in two arrays, as to collect those of each key, or to send them one by one, costs more than to find them; most
   * blocks hold the one record that is known and send none; and keys in order mostly find their part of the index at hand.
   */
  async blocks(db: Queryable, wanted: readonly WantedBlock[], largest: BlockSizes): Promise<Blocks> {
    if (wanted.length === 0) return { recordIds: new Map(), generic: [], growing: [] };
    const ordered = wanted.toSorted((x, y) => x.key - y.key);
    const [found] = await db.query<BlockColumns>(
      `/* resolution.blocks */
      with listed as materialized (
        select key, generic, exceeds from oversized_block_key where key = ${anyOf(1, 'bigint')}
      )
      select array_agg(k.key) as keys, array_agg(block.record_id) as "recordIds",
        (select array_agg(key) from listed where generic) as generic,
        (select array_agg(key) from listed where exceeds is not null and not generic) as growing
      from unnest($1::bigint[], $2::bigint[], $3::int[]) as k(key, known, enough)
      cross join lateral (
        select record_id from block_key where block_key.key = k.key and record_id <> k.known
        limit k.enough
      ) block
      where not exists (select from oversized_block_key o where o.key = k.key)`,
      [
        ordered.map(({ key }) => key),
        ordered.map(({ known }) => known),
        ordered.map(({ key }) => maximumSizeOf(largest, key) + 1),
      ],
    );
    return {
      recordIds: collect(found?.keys ?? [], found?.recordIds ?? []),
      generic: found?.generic ?? [],
      growing: found?.growing ?? [],
    };
  }

  /**
   * A key is a hash, so that a block may name a record of another collection: those are left out. In arrays, as to send and
   * parse the records one by one costs more than to find them.
   */
  async candidates(db: Queryable, domain: Domain, recordIds: readonly number[]): Promise<Candidate[]> {
    if (recordIds.length === 0) return [];
    const [found] = await db.query<{ ids: number[] | null; revisions: number[]; forms: StoredForm[] }>(
      `/* resolution.candidates */
      select array_agg(id) as ids, array_agg(revision::bigint) as revisions, json_agg(standard) as forms
      from record where id = ${anyOf(1, 'bigint')} and collection = $2 and not deleted`,
      [recordIds, domain.collection],
    );
    return (found?.ids ?? []).map((id, index) => ({
      id,
      revision: found?.revisions[index] ?? 0,
      standard: restoreForm(domain.features, found?.forms[index] ?? []),
    }));
  }
}

function collect(keys: readonly number[], recordIds: readonly number[]): Blocks['recordIds'] {
  const blocks = new Map<number, number[]>();
  for (const [index, key] of keys.entries()) {
    const recordId = recordIds[index] ?? 0;
    const block = blocks.get(key);
    if (block) block.push(recordId);
    else blocks.set(key, [recordId]);
  }
  return blocks;
}
