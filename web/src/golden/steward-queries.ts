import { queryOptions } from '@tanstack/react-query';
import { bodyOf, client, type Schemas } from '../api/client.js';
import { pagesOf } from '../api/pages.js';
import { queryClient } from '../api/query-client.js';

type Golden = Pick<Schemas['GoldenRecord'], 'id' | 'version'>;
export type DecisionOutcome = Schemas['DecisionOutcome'];

/** The version that the steward sees, as it is named in `If-Match`. */
const ifMatch = ({ version }: Golden) => ({ 'If-Match': `"${String(version)}"` });

/** Every value of an attribute that competed, and why it lost. */
export const attributeExplanation = (collection: string, { id, version }: Golden, attribute: string) =>
  queryOptions({
    queryKey: [collection, 'golden', id, 'attributes', attribute, version],
    queryFn: ({ signal }) =>
      bodyOf(
        client.GET('/v1/{collection}/{goldenId}/attributes/{attribute}', {
          params: { path: { collection, goldenId: id, attribute } },
          signal,
        }),
      ),
  });

export const decisionsOn = (collection: string, goldenId: string) =>
  pagesOf([collection, 'golden', goldenId, 'decisions'], (cursor, signal) =>
    bodyOf(
      client.GET('/v1/{collection}/{goldenId}/decisions', {
        params: { path: { collection, goldenId }, query: { limit: 50, ...cursor } },
        signal,
      }),
    ),
  );

/** Merges a golden record with another, or tells what that would change. */
export function merge(collection: string, golden: Golden, request: Schemas['MergeRequest'], preview: boolean) {
  return bodyOf(
    client.POST('/v1/{collection}/{goldenId}/merge', {
      params: { path: { collection, goldenId: golden.id }, query: { preview }, header: ifMatch(golden) },
      body: request,
    }),
  );
}

/** Splits records off a golden record, or tells what that would change. */
export function split(collection: string, golden: Golden, request: Schemas['SplitRequest'], preview: boolean) {
  return bodyOf(
    client.POST('/v1/{collection}/{goldenId}/split', {
      params: { path: { collection, goldenId: golden.id }, query: { preview }, header: ifMatch(golden) },
      body: request,
    }),
  );
}

/** Pins an attribute: gives it a value, or says which it must not have. */
export function pinAttribute(collection: string, golden: Golden, attribute: string, body: Schemas['PinBody']) {
  return bodyOf(
    client.PUT('/v1/{collection}/{goldenId}/pins/{attribute}', {
      params: { path: { collection, goldenId: golden.id, attribute }, header: ifMatch(golden) },
      body,
    }),
  );
}

/** Takes back what is pinned of an attribute. */
export function withdrawPin(collection: string, golden: Golden, attribute: string) {
  return bodyOf(
    client.DELETE('/v1/{collection}/{goldenId}/pins/{attribute}', {
      params: { path: { collection, goldenId: golden.id, attribute }, header: ifMatch(golden) },
    }),
  );
}

/** After a change by a steward everything that shows golden records or reviews is read again. */
export function rereadCollection(collection: string): Promise<void> {
  return queryClient.invalidateQueries({ queryKey: [collection] });
}
