import { Injectable } from '@nestjs/common';
import type { Domain } from '../domain/domain.js';
import type { CompiledModel } from '../matching/score.js';
import type { Transaction } from '../platform/database/database.js';
import { GenericValues } from './generic-values.js';
import { LinksRepository, type StoredLink } from './links.repository.js';
import type { LockedRecord } from './locked-record.js';
import { OversizedBlocks } from './oversized-blocks.js';
import { linkBetween, type Keyed, type Link } from './score-candidates.js';

/** The links that a batch found, and what of the records that it has locked is gone. */
export interface FoundLinks {
  readonly domain: Domain;
  /** The model that found them. */
  readonly model: CompiledModel;
  readonly batch: ReadonlyMap<number, Keyed>;
  readonly links: readonly Link[];
  readonly deleted: readonly LockedRecord[];
}

/** The links that touch the locked records: as they are stored, and as they are to stand. */
export interface JudgedLinks {
  readonly links: readonly Link[];
  readonly stored: ReadonlyMap<string, StoredLink>;
  readonly removed: readonly StoredLink[];
}

/** Keeps the stored links equal to what the records as they stand give. */
@Injectable()
export class LinkWriter {
  constructor(
    private readonly repository: LinksRepository,
    private readonly blocks: OversizedBlocks,
  ) {}

  /** The stored links of records. */
  async touching(tx: Transaction, recordIds: readonly number[]): Promise<StoredLink[]> {
    return this.repository.touching(tx, recordIds);
  }

  /**
   * Says which links stand: those found, and of the stored ones those that still hold.
   *
   * A stored link that the batch did not find is judged anew from both records before it is removed: another worker may
   * have made it from a record that arrived after this batch looked for candidates.
   *
   * @param touching the stored links of all that is locked
   */
  async judged(tx: Transaction, found: FoundLinks, touching: readonly StoredLink[]): Promise<JudgedLinks> {
    const stored = new Map(touching.map((link) => [pair(link), link]));
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
    const links = new Map<string, Link>(stored);
    for (const link of removed) links.delete(pair(link));
    for (const link of [...found.links, ...kept]) links.set(pair(link), link);
    return { links: [...links.values()], stored, removed };
  }

  /** Writes what has changed: links, and whether they are open now that their records are in these clusters. */
  async write(
    tx: Transaction,
    domain: Domain,
    { links, stored, removed }: JudgedLinks,
    clusters: readonly (readonly { readonly id: number }[])[],
  ): Promise<void> {
    const clusterOf = new Map(clusters.flatMap((cluster) => cluster.map(({ id }) => [id, cluster] as const)));
    const standing = links.map((link) => ({ ...link, open: clusterOf.get(link.a) !== clusterOf.get(link.b) }));
    await Promise.all([
      this.repository.remove(tx, removed),
      this.repository.put(
        tx,
        domain.collection,
        standing.filter((link) => !same(link, stored.get(pair(link)))),
      ),
    ]);
  }

  private async judge(
    tx: Transaction,
    { domain, batch, model }: FoundLinks,
    doubtful: readonly Link[],
  ): Promise<Link[]> {
    const ids = new Set(doubtful.flatMap(({ a, b }) => [a, b]));
    const records = new Map(
      (await this.repository.linkedRecords(tx, domain, [...ids])).map((record) => [record.id, record]),
    );
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
    const listed = await this.blocks.among(tx, [...shared.values()].flat());
    const generic = new GenericValues(domain, listed.generic);
    return [...shared].flatMap(([{ a, b }, keys]) => {
      const [x, y] = [batch.get(a) ?? records.get(a), batch.get(b) ?? records.get(b)];
      if (!x || !y || !keys.some((key) => !listed.oversized.has(key))) return [];
      return linkBetween(model, x, y, generic) ?? [];
    });
  }
}

function pair({ a, b }: { readonly a: number; readonly b: number }): string {
  return `${a}~${b}`;
}

function same(link: StoredLink, stored: StoredLink | undefined): boolean {
  return stored?.weight === link.weight && stored.review === link.review && stored.open === link.open;
}
