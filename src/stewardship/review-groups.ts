import { Injectable } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import type { Domain } from '../domain/domain.js';
import { ReadGolden } from '../golden/read-golden.js';
import type { ActiveModel } from '../models/active-models.js';
import { ActiveModels } from '../models/active-models.js';
import type { Queryable } from '../platform/database/database.js';
import { Database } from '../platform/database/database.js';
import { GenericValues } from '../resolution/generic-values.js';
import { OversizedBlocks } from '../resolution/oversized-blocks.js';
import type { GroupedGolden, GroupedReview, ReviewGroup } from './review-group.dto.js';
import { joinedGoldens, pairId, type JoinedGoldens, type OpenPair } from './review-group.js';
import { ReviewGroupsRepository } from './review-groups.repository.js';
import { ReviewsRepository, type ReviewedRecord } from './reviews.repository.js';

/** Finds and shows the groups of golden records that open reviews join. */
@Injectable()
export class ReviewGroups {
  constructor(
    private readonly database: Database,
    private readonly repository: ReviewGroupsRepository,
    private readonly reviews: ReviewsRepository,
    private readonly models: ActiveModels,
    private readonly blocks: OversizedBlocks,
    private readonly queries: QueryBus,
  ) {}

  /**
   * The group of each pair, in the order given. All groups grow at once: each read tells the neighbours of every golden
   * record that joined since the last, so that a page of reviews takes as many reads as its longest chain has links.
   */
  async of(db: Queryable, firsts: readonly OpenPair[]): Promise<JoinedGoldens[]> {
    const known = new Map<string, OpenPair[]>();
    for (;;) {
      const groups = firsts.map((first) => joinedGoldens(first, (goldenId) => known.get(goldenId) ?? []));
      const fresh = new Set(groups.flatMap(({ goldenIds }) => goldenIds).filter((id) => !known.has(id)));
      if (fresh.size === 0) return groups;
      for (const id of fresh) known.set(id, []);
      for (const pair of await this.repository.openPairs(db, [...fresh]))
        for (const id of [pair.goldenA, pair.goldenB]) if (fresh.has(id)) known.get(id)?.push(pair);
    }
  }

  /** Groups as they are shown; nothing of one of two golden records, which its review alone tells. */
  async present(domain: Domain, groups: readonly JoinedGoldens[]): Promise<(ReviewGroup | undefined)[]> {
    const shown = groups.filter(({ goldenIds }) => goldenIds.length > 2);
    if (shown.length === 0) return groups.map(() => undefined);
    const ids = new Set(shown.flatMap(({ pairs }) => pairs.flatMap(({ a, b }) => [a, b])));
    const records = await this.reviews.records(this.database, domain, [...ids]);
    const forms = records.map(({ standard }) => standard);
    const model = await this.models.of(this.database, domain);
    const generic = await this.blocks.genericValues(this.database, domain, forms);
    const recordOf = new Map(records.map((record) => [record.id, record]));
    const goldens = await this.queries.execute(
      new ReadGolden(domain, [...new Set(shown.flatMap(({ goldenIds }) => goldenIds))]),
    );
    const goldenOf = new Map(goldens.map((golden) => [golden.id, golden]));
    return groups.map(({ goldenIds, pairs, complete }) => {
      if (goldenIds.length <= 2) return undefined;
      const goldenRecords = goldenIds.flatMap((id) => goldenOf.get(id) ?? []).map(groupedGolden);
      const reviews = pairs.flatMap((pair) => groupedReview(pair, recordOf, model, generic));
      // One of them may have gone between the reads: what is left of the group tells itself when it is read again.
      return goldenRecords.length > 2 ? { goldenRecords, reviews, complete } : undefined;
    });
  }
}

function groupedGolden({ id, version, attributes, records }: GroupedGolden): GroupedGolden {
  return { id, version, attributes, records: records.map(({ source, sourceId }) => ({ source, sourceId })) };
}

function groupedReview(
  pair: OpenPair,
  recordOf: ReadonlyMap<number, ReviewedRecord>,
  model: ActiveModel,
  generic: GenericValues,
): GroupedReview[] {
  const [x, y] = [recordOf.get(pair.a), recordOf.get(pair.b)];
  if (!x || !y) return [];
  const evidence = generic.explain(model, x.standard, y.standard);
  const records = [x, y].map(({ source, sourceId }) => ({ source, sourceId }));
  const goldenIds = [pair.goldenA, pair.goldenB];
  return [{ id: pairId(pair), records, goldenIds, weight: evidence.weight, evidence }];
}
