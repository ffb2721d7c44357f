import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { bodyOf, client } from '../api/client.js';

/** A golden record as it is. Of an id that was merged, the survivor: the service redirects to it. */
export const goldenRecord = (collection: string, goldenId: string) =>
  queryOptions({
    queryKey: [collection, 'golden', goldenId],
    queryFn: ({ signal }) =>
      bodyOf(client.GET('/v1/{collection}/{goldenId}', { params: { path: { collection, goldenId } }, signal })),
  });

/** The versions of a golden record, newest first. */
export const goldenVersions = (collection: string, goldenId: string) =>
  infiniteQueryOptions({
    queryKey: [collection, 'golden', goldenId, 'versions'],
    queryFn: ({ signal, pageParam }) =>
      bodyOf(
        client.GET('/v1/{collection}/{goldenId}/versions', {
          params: {
            path: { collection, goldenId },
            query: { limit: 20, ...(pageParam !== undefined && { cursor: pageParam }) },
          },
          signal,
        }),
      ),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ next }) => next,
  });

/** A source record, as the source sent it and as it was read. */
export const sourceRecord = (collection: string, source: string, sourceId: string) =>
  queryOptions({
    queryKey: [collection, 'record', source, sourceId],
    queryFn: ({ signal }) =>
      bodyOf(
        client.GET('/v1/{collection}/records/{source}/{sourceId}', {
          params: { path: { collection, source, sourceId } },
          signal,
        }),
      ),
  });
