import { entityTag } from '../platform/http/entity-tag.js';
import type { ActiveModel } from '../models/active-models.js';
import type { GenericValues } from '../resolution/generic-values.js';
import type { ReviewedRecord, ReviewRow, SingleRow } from './reviews.repository.js';
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
    id: `${row.a}-${row.b}`,
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

/** Names what a steward sees of a review: its golden records in their versions, and its status. */
export function reviewTag(
  status: ReviewStatus,
  records: readonly Pick<ReviewedRecord, 'goldenId' | 'goldenVersion'>[],
): string {
  return entityTag([status, ...records.map(({ goldenId, goldenVersion }) => `${goldenId}/${goldenVersion}`)].join(';'));
}

function side({ source, sourceId, goldenId, goldenVersion, canonical }: ReviewedRecord): ReviewSide {
  return { source, sourceId, goldenId, goldenVersion, canonical };
}

function skip({ skippedBy, skipReason }: ReviewRow, at: Date): NonNullable<Review['skipped']> {
  return { by: skippedBy, at: at.toISOString(), ...(skipReason === null ? {} : { reason: skipReason }) };
}
