import { Injectable } from '@nestjs/common';
import type { Domain } from '../domain/domain.js';
import { ActiveModels } from '../models/active-models.js';
import { Database } from '../platform/database/database.js';
import { OversizedBlocks } from '../resolution/oversized-blocks.js';
import { openPair, presentReview } from './present-review.js';
import type { OpenPair } from './review-group.js';
import { ReviewGroups } from './review-groups.js';
import { ReviewsRepository, type ListedRow } from './reviews.repository.js';
import type { Review } from './reviews.dto.js';

/** A row of the queue as the review that is shown. */
export interface PresentedRow {
  readonly row: ListedRow;
  readonly review: Review;
  readonly first: OpenPair | undefined;
}

/** Shows rows of the queue, all with as many reads as one. */
@Injectable()
export class ListedReviews {
  constructor(
    private readonly database: Database,
    private readonly repository: ReviewsRepository,
    private readonly models: ActiveModels,
    private readonly blocks: OversizedBlocks,
    private readonly groups: ReviewGroups,
  ) {}

  /** The rows as reviews, without their groups; a row is left out whose records are gone meanwhile. */
  async present(domain: Domain, rows: readonly ListedRow[], status: 'open' | 'skipped'): Promise<PresentedRow[]> {
    const records = await this.repository.records(this.database, domain, [
      ...new Set(rows.flatMap(({ a, b }) => [a, b])),
    ]);
    const byId = new Map(records.map((record) => [record.id, record]));
    const model = await this.models.of(this.database, domain);
    const forms = records.map(({ standard }) => standard);
    const generic = await this.blocks.genericValues(this.database, domain, forms);
    return rows.flatMap((row): PresentedRow[] => {
      const [x, y] = [byId.get(row.a), byId.get(row.b)];
      if (!x || !y) return [];
      return [{ row, review: presentReview(row, { status }, [x, y], model, generic), first: openPair(row, [x, y]) }];
    });
  }

  /** Adds the groups in which the reviews stand. */
  async addGroups(domain: Domain, presented: readonly PresentedRow[]): Promise<void> {
    const grouped = presented.flatMap(({ review, first }) => (first ? [{ review, first }] : []));
    const joined = await this.groups.of(
      this.database,
      grouped.map(({ first }) => first),
    );
    const shown = await this.groups.present(domain, joined);
    grouped.forEach(({ review }, index) => {
      const group = shown[index];
      if (group) review.group = group;
    });
  }
}
