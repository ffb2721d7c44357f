import type { ReviewSort } from './review-parameters.dto.js';
import type { ReviewReason } from './reviews.dto.js';

/** Which reviews to list. Times are those of the first page, so that a list keeps its order from page to page. */
export interface ReviewFilter {
  readonly skipped: boolean;
  readonly assignee?: string | undefined;
  readonly claimed?: boolean | undefined;
  readonly minWeight?: number | undefined;
  readonly maxWeight?: number | undefined;
  readonly reason?: ReviewReason | undefined;
  readonly source?: string | undefined;
  readonly dueBefore?: Date | undefined;
  readonly sort: ReviewSort | 'uncertainty';
  /** The weight at which uncertainty is greatest. */
  readonly threshold?: number;
  readonly at: Date;
}

export type ReviewPosition = readonly [rank: number, a: number, b: number];
