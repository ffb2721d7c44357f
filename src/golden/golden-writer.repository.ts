import { Injectable } from '@nestjs/common';
import { pack, unpack } from '../platform/database/packed-column.js';
import { anyOf } from '../platform/database/any-of.js';
import type { Transaction } from '../platform/database/database.js';
import type { GoldenVersion, VersionContent } from './golden-version.js';

/** The latest version of a golden record. */
export interface CurrentGolden extends VersionContent {
  readonly id: string;
  readonly version: number;
}

/** A version to be written, with what the header of its golden record says from then on. */
export interface VersionToWrite extends GoldenVersion {
  readonly collection: string;
  readonly status: 'active' | 'deleted';
  readonly searchWords: readonly string[];
}

@Injectable()
export class GoldenWriterRepository {
  async current(tx: Transaction, goldenIds: readonly string[]): Promise<CurrentGolden[]> {
    if (goldenIds.length === 0) return [];
    return tx.query<CurrentGolden>(
      `/* golden.current */
      select g.id, g.version, v.attributes, v.lineage, v.records
      from golden g join golden_version v on v.golden_id = g.id and v.version = g.version
      where g.id = ${anyOf(1, 'uuid')}`,
      [goldenIds],
    );
  }

  /** Writes the headers and the versions. A header's creation time is that of its first version. */
  async write(tx: Transaction, versions: readonly VersionToWrite[]): Promise<void> {
    if (versions.length === 0) return;
    await tx.query(
      `/* golden.write */
      with version as (
        select * from unnest($1::uuid[], $2::int[], $3::text[], ${[4, 5, 6, 7].map(unpack).join(', ')},
          $8::timestamptz[], $9::text[], $10::text[], ${unpack(11)})
          as v(golden_id, version, change, attributes, lineage, records, related, created_at, collection, status, search_text)
      ), history as (
        insert into golden_version (golden_id, version, change, attributes, lineage, records, related, created_at)
        select golden_id, version, change, attributes::json, lineage::json, records::json, related::json, created_at
        from version
      )
      insert into golden (id, collection, version, status, search_text, created_at, updated_at)
      select golden_id, collection, version, status, coalesce(search_text, ''), created_at, created_at from version
      on conflict (id) do update set version = excluded.version, status = excluded.status,
        search_text = excluded.search_text, updated_at = excluded.updated_at`,
      [
        versions.map((version) => version.goldenId),
        versions.map((version) => version.version),
        versions.map((version) => version.change),
        pack(versions.map((version) => JSON.stringify(version.attributes))),
        pack(versions.map((version) => JSON.stringify(version.lineage))),
        pack(versions.map((version) => JSON.stringify(version.records))),
        pack(versions.map((version) => (version.related ? JSON.stringify(version.related) : null))),
        versions.map((version) => version.createdAt),
        versions.map((version) => version.collection),
        versions.map((version) => version.status),
        pack(versions.map((version) => version.searchWords.join(' '))),
      ],
    );
  }

  async redirect(tx: Transaction, merged: readonly { from: string; into: string }[], at: Date): Promise<void> {
    if (merged.length === 0) return;
    await tx.query(
      `/* golden.redirect */
      update golden g set status = 'merged', merged_into = m.into_id, updated_at = $3
      from unnest($1::uuid[], $2::uuid[]) as m(from_id, into_id)
      where g.id = m.from_id`,
      [merged.map((pair) => pair.from), merged.map((pair) => pair.into), at],
    );
  }

  /** Moves records to their golden records; a null golden id takes a deleted record out. */
  async assign(tx: Transaction, moves: readonly { recordId: number; goldenId: string | null }[]): Promise<void> {
    if (moves.length === 0) return;
    await tx.query(
      `/* golden.assign */
      update membership m set golden_id = a.golden_id
      from unnest($1::bigint[], $2::uuid[]) as a(record_id, golden_id)
      where m.record_id = a.record_id`,
      [moves.map((move) => move.recordId), moves.map((move) => move.goldenId)],
    );
  }
}
