import { queryOptions } from '@tanstack/react-query';
import { bodyOf, client } from '../api/client.js';
import { pagesOf } from '../api/pages.js';

export const sources = () =>
  pagesOf(['sources'], (cursor, signal) =>
    bodyOf(client.GET('/v1/sources', { params: { query: { limit: 100, ...cursor } }, signal })),
  );

/** How the records of a source fare. */
export const sourceHealth = (source: string) =>
  queryOptions({
    queryKey: ['sources', source, 'health'],
    queryFn: ({ signal }) =>
      bodyOf(client.GET('/v1/sources/{source}/health', { params: { path: { source } }, signal })),
    staleTime: 30_000,
  });
