import { queryOptions } from '@tanstack/react-query';
import { bodyOf, client, type Schemas } from '../api/client.js';
import { pagesOf } from '../api/pages.js';
import { isSuggested, type QueueFilter } from './queue-filter.js';

export type Review = Schemas['Review'];
export type Verdict = Schemas['ReviewDecisionRequest']['decision'];
export type Scope = 'pair' | 'group';

/** The reviews that wait for a steward; suggested ones are no list with pages, but as many as are worked on at a time. */
export const reviews = (collection: string, filter: QueueFilter) =>
  pagesOf([collection, 'reviews', filter], (cursor, signal) => {
    const path = { collection };
    if (isSuggested(filter))
      return bodyOf(client.GET('/v1/{collection}/reviews/next', { params: { path, query: { limit: 50 } }, signal }));
    const { sort, ...others } = filter;
    const query = { limit: 50, ...others, ...(sort !== 'informative' && { sort }), ...cursor };
    return bodyOf(client.GET('/v1/{collection}/reviews', { params: { path, query }, signal }));
  });

/** A review with what a match would change. */
export const reviewWithPreview = (collection: string, reviewId: string) =>
  queryOptions({
    queryKey: [collection, 'review', reviewId],
    queryFn: ({ signal }) =>
      bodyOf(
        client.GET('/v1/{collection}/reviews/{reviewId}', {
          params: { path: { collection, reviewId }, query: { preview: true } },
          signal,
        }),
      ),
  });

/** Decides reviews, each for itself or for its group: what cannot be decided does not hold up the others. */
export function decideReviews(collection: string, decision: Verdict, scope: Scope, ids: readonly string[]) {
  const decisions = ids.map((review) => ({ review, decision, scope }));
  return bodyOf(
    client.POST('/v1/{collection}/reviews/decisions', { params: { path: { collection } }, body: { decisions } }),
  );
}

export function revokeDecision(collection: string, decisionId: string, reason?: string) {
  return bodyOf(
    client.POST('/v1/{collection}/decisions/{decisionId}/revocation', {
      params: { path: { collection, decisionId } },
      body: { ...(reason !== undefined && { reason }) },
    }),
  );
}

/** Lets a skipped review wait again. */
export function revokeSkip(collection: string, reviewId: string) {
  return bodyOf(
    client.DELETE('/v1/{collection}/reviews/{reviewId}/skip', { params: { path: { collection, reviewId } } }),
  );
}

export function claimReview(collection: string, reviewId: string) {
  return bodyOf(
    client.POST('/v1/{collection}/reviews/{reviewId}/claim', { params: { path: { collection, reviewId } }, body: {} }),
  );
}

export function releaseReview(collection: string, reviewId: string) {
  return bodyOf(
    client.POST('/v1/{collection}/reviews/{reviewId}/release', { params: { path: { collection, reviewId } } }),
  );
}
