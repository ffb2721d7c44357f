import { entityTag } from '../platform/http/entity-tag.js';
import type { ActiveModel } from '../models/active-models.js';
import type { GenericValues } from '../resolution/generic-values.js';
import type { ReviewedRecord, ReviewRow, SingleRow } from './reviews.repository.js';
import { pairId, type OpenPair } from './review-group.js';
import type { Closing, Review, ReviewSide, ReviewStatus } from './reviews.dto.js';

/** What has become of a pair. */
export type ReviewState = Pick<Review, 'status' | 'closedBecause' | 'decision'>;

/** Derives what has become of a pair from its records, its link and the standing decisions. */
export function reviewState(row: SingleRow): ReviewState {
  if (row.decision !== null && !row.deleted) return { status: 'decided', decision: row.decision };
  const closedBecause = closing(row);
  if (closedBecause) return { status: 'closed', closedBecause };
  return { status: row.skippedAt ? 'skipped' : 'open' };
}

function closing({ deleted, sameGolden, weight }: SingleRow): Closing | undefined {
  if (deleted) return 'recordDeleted';
  if (sameGolden) return 'sameGoldenRecord';
  return weight === null || sameGolden === null ? 'notAlike' : undefined;
}

/** A review as it is shown. The evidence is that of the model in force. */
export function presentReview(
  row: ReviewRow,
  state: ReviewState,
  [x, y]: readonly [ReviewedRecord, ReviewedRecord],
  model: ActiveModel,
  generic: GenericValues,
): Review {
  const evidence = generic.explain(model, x.standard, y.standard);
  const { weight, probability } = evidence;
  return {
    id: pairId(row),
    ...state,
    reason: weight < model.thresholds.link ? 'uncertain' : 'separated',
    weight,
    probability,
    priority: probability * (1 + row.reads),
    pairs: state.status === 'open' || state.status === 'skipped' ? row.pairs : 0,
    records: [side(x), side(y)],
    evidence,
    ...(row.claimedUntil ? { claim: { by: row.claimedBy, until: row.claimedUntil.toISOString() } } : {}),
    ...(row.dueAt ? { dueAt: row.dueAt.toISOString() } : {}),
    ...(row.skippedAt ? { skipped: skip(row, row.skippedAt) } : {}),
  };
}

/** A review as one pair of its group; nothing where its records are not in two golden records, or not linked. */
export function openPair(
  { a, b, weight }: Pick<ReviewRow, 'a' | 'b' | 'weight'>,
  [x, y]: readonly [ReviewedRecord, ReviewedRecord],
): OpenPair | undefined {
  const [goldenA, goldenB] = [x.goldenId, y.goldenId];
  if (weight === null || goldenA === null || goldenB === null || goldenA === goldenB) return undefined;
  return { a, b, weight, goldenA, goldenB };
}

/**
 * Names what a steward sees of a review: its status, the golden records of its records in their versions, and those of its
 * group.
 *
 * @param records of the review first, then of the others of its group
 */
export function reviewTag(
  status: ReviewStatus,
  records: readonly Pick<ReviewedRecord, 'goldenId' | 'goldenVersion'>[],
): string {
  const goldens = new Set(records.map(({ goldenId, goldenVersion }) => `${goldenId}/${goldenVersion}`));
  return entityTag([status, ...goldens].join(';'));
}

function side({ source, sourceId, goldenId, goldenVersion, canonical }: ReviewedRecord): ReviewSide {
  return { source, sourceId, goldenId, goldenVersion, canonical };
}

function skip({ skippedBy, skipReason }: ReviewRow, at: Date): NonNullable<Review['skipped']> {
  return { by: skippedBy, at: at.toISOString(), ...(skipReason === null ? {} : { reason: skipReason }) };
}
