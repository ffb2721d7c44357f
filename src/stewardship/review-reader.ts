import { Injectable } from '@nestjs/common';
import type { Domain } from '../domain/domain.js';
import { ActiveModels } from '../models/active-models.js';
import type { Queryable } from '../platform/database/database.js';
import { Problem } from '../platform/http/problem.js';
import { OversizedBlocks } from '../resolution/oversized-blocks.js';
import { openPair, presentReview, reviewState, reviewTag } from './present-review.js';
import type { JoinedGoldens } from './review-group.js';
import { ReviewGroups } from './review-groups.js';
import { reviewIdPattern, type Review } from './reviews.dto.js';
import type { ReviewPair } from './review-states.repository.js';
import { ReviewsRepository } from './reviews.repository.js';

/** A review as it stands. */
export interface CurrentReview {
  readonly review: Review;
  readonly pair: ReviewPair;
  /** The group that it stands in while it waits: its own two golden records, and those joined to them. */
  readonly joined: JoinedGoldens | undefined;
  /** Names what a steward sees of it. */
  readonly tag: string;
}

/** Reads one review, whatever has become of its records. */
@Injectable()
export class ReviewReader {
  constructor(
    private readonly repository: ReviewsRepository,
    private readonly models: ActiveModels,
    private readonly blocks: OversizedBlocks,
    private readonly groups: ReviewGroups,
  ) {}

  /** @throws Problem 404 where the id names no two records of the collection */
  async read(db: Queryable, domain: Domain, id: string): Promise<CurrentReview> {
    const pair = pairOf(domain, id);
    const row = await this.repository.find(db, domain.collection, pair.a, pair.b);
    const records = row ? await this.repository.records(db, domain, [pair.a, pair.b]) : [];
    const [x, y] = [pair.a, pair.b].map((recordId) => records.find((record) => record.id === recordId));
    if (!row || !x || !y) throw noSuchReview(domain);
    const model = await this.models.of(db, domain);
    const generic = await this.blocks.genericValues(db, domain, [x.standard, y.standard]);
    const review = presentReview(row, reviewState(row), [x, y], model, generic);
    const waits = review.status === 'open' || review.status === 'skipped';
    const first = waits ? openPair(row, [x, y]) : undefined;
    const [joined] = first ? await this.groups.of(db, [first]) : [];
    const others = await this.repository.records(db, domain, recordsBeside(pair, joined));
    return { review, pair, joined, tag: reviewTag(review.status, [x, y, ...others]) };
  }
}

function recordsBeside({ a, b }: ReviewPair, joined: JoinedGoldens | undefined): number[] {
  const ids = new Set(joined?.pairs.flatMap((pair) => [pair.a, pair.b]));
  return [...ids].filter((id) => id !== a && id !== b).sort((x, y) => x - y);
}

/** The records that the id of a review names. @throws Problem 404 where it can be none */
export function pairOf(domain: Domain, id: string): ReviewPair {
  const [a = 0, b = 0] = reviewIdPattern.test(id) ? id.split('-').map(Number) : [];
  if (a >= b) throw noSuchReview(domain);
  return { a, b };
}

export function noSuchReview({ collection }: Domain): Problem {
  return new Problem(404, 'No such review', `There is no review of this id on ${collection}.`);
}
