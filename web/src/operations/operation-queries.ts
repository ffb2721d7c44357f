import { queryOptions } from '@tanstack/react-query';
import { bodyOf, client, type Schemas } from '../api/client.js';
import { pagesOf } from '../api/pages.js';

export type Operation = Schemas['OperationView'];

const milliseconds = 1_000;

/** Operations, newest first; while one of them runs, read again and again. */
export const operations = () => ({
  ...pagesOf(['operations'], (cursor, signal) =>
    bodyOf(client.GET('/v1/operations', { params: { query: { limit: 25, ...cursor } }, signal })),
  ),
  refetchInterval: milliseconds * 2,
});

/** One operation, read again until it has ended. */
export const operation = (operationId: string) =>
  queryOptions({
    queryKey: ['operations', operationId],
    queryFn: ({ signal }) =>
      bodyOf(client.GET('/v1/operations/{operationId}', { params: { path: { operationId } }, signal })),
    refetchInterval: ({ state }) =>
      state.data === undefined || state.data.status === 'running' ? milliseconds : false,
  });
