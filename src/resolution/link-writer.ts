import { Injectable } from '@nestjs/common';
import type { Domain } from '../domain/domain.js';
import type { CompiledModel } from '../matching/score.js';
import type { Transaction } from '../platform/database/database.js';
import { LinksRepository } from './links.repository.js';
import type { LockedRecord } from './resolution.repository.js';
import { linkBetween, type Keyed, type Link } from './score-candidates.js';

/** The links that a batch found, and the records that it has locked. */
export interface FoundLinks {
  /** The model that found them. */
  readonly model: CompiledModel;
  readonly batch: ReadonlyMap<number, Keyed>;
  readonly links: readonly Link[];
  readonly locked: ReadonlyMap<number, LockedRecord>;
  readonly deleted: readonly LockedRecord[];
}

/** Keeps the stored links equal to what the records as they stand give. */
@Injectable()
export class LinkWriter {
  constructor(private readonly repository: LinksRepository) {}

  /**
   * Writes the links found and takes away those of the batch that hold no more.
   *
   * A stored link that the batch did not find is judged anew from both records before it is removed: another worker may
   * have made it from a record that arrived after this batch looked for candidates.
   *
   * @returns every link that touches the locked records, as it stands now
   */
  async replace(tx: Transaction, domain: Domain, found: FoundLinks): Promise<Link[]> {
    const stored = new Map(
      (await this.repository.touching(tx, [...found.locked.keys()])).map((link) => [pair(link), link]),
    );
    const foundPairs = new Set(found.links.map(pair));
    const doubtful = [...stored.values()].filter(
      (link) => (found.batch.has(link.a) || found.batch.has(link.b)) && !foundPairs.has(pair(link)),
    );
    const kept = await this.judge(tx, found, doubtful);
    const removedPairs = new Set(doubtful.map(pair));
    for (const link of kept) removedPairs.delete(pair(link));
    const gone = new Set(found.deleted.map(({ id }) => id));
    const removed = [...stored.values()].filter(
      (link) => gone.has(link.a) || gone.has(link.b) || removedPairs.has(pair(link)),
    );
    const put = [...found.links, ...kept].filter((link) => !same(link, stored.get(pair(link))));
    await this.repository.remove(tx, removed);
    await this.repository.put(tx, domain.collection, put);

    for (const link of removed) stored.delete(pair(link));
    for (const link of put) stored.set(pair(link), link);
    return [...stored.values()];
  }

  private async judge(tx: Transaction, { batch, model }: FoundLinks, doubtful: readonly Link[]): Promise<Link[]> {
    const ids = new Set(doubtful.flatMap(({ a, b }) => [a, b]));
    const records = new Map((await this.repository.linkedRecords(tx, [...ids])).map((record) => [record.id, record]));
    const shared = new Map<Link, number[]>();
    for (const link of doubtful) {
      const [a, b] = [records.get(link.a), records.get(link.b)];
      if (!a || !b || a.deleted || b.deleted) continue;
      const keys = new Set(a.blockKeys);
      shared.set(
        link,
        b.blockKeys.filter((key) => keys.has(key)),
      );
    }
    const oversized = new Set(await this.repository.oversized(tx, [...shared.values()].flat()));
    return [...shared].flatMap(([{ a, b }, keys]) => {
      const [x, y] = [batch.get(a) ?? records.get(a), batch.get(b) ?? records.get(b)];
      if (!x || !y || !keys.some((key) => !oversized.has(key))) return [];
      return linkBetween(model, x, y) ?? [];
    });
  }
}

function pair({ a, b }: { readonly a: number; readonly b: number }): string {
  return `${a}~${b}`;
}

function same(link: Link, stored: Link | undefined): boolean {
  return stored?.weight === link.weight && stored.review === link.review;
}
