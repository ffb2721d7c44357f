import { Injectable } from '@nestjs/common';
import type { Domain } from '../domain/domain.js';
import type { StandardForm } from '../matching/model.js';
import { type Stored, withForm } from '../matching/stored-form.js';
import { anyOf } from '../platform/database/any-of.js';
import type { Transaction } from '../platform/database/database.js';
import type { Link } from './score-candidates.js';

/** A link as it is kept. */
export interface StoredLink extends Link {
  /** Whether its records are in different golden records. */
  readonly open: boolean;
}

/** A record as it is held against another one that it was linked with before. */
export interface LinkedRecord {
  readonly id: number;
  readonly deleted: boolean;
  readonly standard: StandardForm;
  readonly blockKeys: readonly number[];
}

@Injectable()
export class LinksRepository {
  /**
   * Every link that touches the given records, reviews included. A weight comes as the double that it was rounded to, as
   * `Math.fround` gives it: the shortest text of a real reads as another number, which is no tie where there is one.
   */
  async touching(tx: Transaction, recordIds: readonly number[]): Promise<StoredLink[]> {
    return tx.query<StoredLink>(
      `/* resolution.links */
      select record_a as a, record_b as b, weight::float8, review, open from link
      where record_a = ${anyOf(1, 'bigint')}
      union
      select record_a, record_b, weight::float8, review, open from link
      where record_b = ${anyOf(1, 'bigint')}`,
      [recordIds],
    );
  }

  async linkedRecords(tx: Transaction, domain: Domain, recordIds: readonly number[]): Promise<LinkedRecord[]> {
    if (recordIds.length === 0) return [];
    const rows = await tx.query<Stored<LinkedRecord>>(
      `/* resolution.linked_records */
      select id, deleted, standard, block_keys as "blockKeys" from record where id = ${anyOf(1, 'bigint')}`,
      [recordIds],
    );
    return rows.map((row) => withForm(domain.features, row));
  }

  async put(tx: Transaction, collection: string, links: readonly StoredLink[]): Promise<void> {
    if (links.length === 0) return;
    await tx.query(
      `/* resolution.put_links */
      insert into link (record_a, record_b, collection, weight, review, open)
      select a, b, $1, weight, review, open
      from unnest($2::bigint[], $3::bigint[], $4::real[], $5::boolean[], $6::boolean[]) as l(a, b, weight, review, open)
      order by a, b
      on conflict (record_a, record_b) do update
      set weight = excluded.weight, review = excluded.review, open = excluded.open
      where (link.weight, link.review, link.open) is distinct from (excluded.weight, excluded.review, excluded.open)`,
      [
        collection,
        links.map(({ a }) => a),
        links.map(({ b }) => b),
        links.map(({ weight }) => weight),
        links.map(({ review }) => review),
        links.map(({ open }) => open),
      ],
    );
  }

  async remove(tx: Transaction, links: readonly { readonly a: number; readonly b: number }[]): Promise<void> {
    if (links.length === 0) return;
    await tx.query(
      `/* resolution.remove_links */
      delete from link using unnest($1::bigint[], $2::bigint[]) as l(a, b)
      where record_a = l.a and record_b = l.b`,
      [links.map(({ a }) => a), links.map(({ b }) => b)],
    );
  }
}
