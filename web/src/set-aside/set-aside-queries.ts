import { bodyOf, client } from '../api/client.js';
import { pagesOf } from '../api/pages.js';

const limit = 50;

const bySource = (source: string | undefined) => (source === undefined ? {} : { source });

export const quarantine = (collection: string, source: string | undefined) =>
  pagesOf([collection, 'quarantine', source], (cursor, signal) => {
    const query = { limit, ...bySource(source), ...cursor };
    return bodyOf(client.GET('/v1/{collection}/quarantine', { params: { path: { collection }, query }, signal }));
  });

export const rejections = (collection: string, source: string | undefined) =>
  pagesOf([collection, 'rejections', source], (cursor, signal) => {
    const query = { limit, ...bySource(source), ...cursor };
    return bodyOf(client.GET('/v1/{collection}/rejections', { params: { path: { collection }, query }, signal }));
  });

export const oversizedBlocks = (collection: string) =>
  pagesOf([collection, 'oversized-blocks'], (cursor, signal) =>
    bodyOf(
      client.GET('/v1/{collection}/blocks/oversized', {
        params: { path: { collection }, query: { limit, ...cursor } },
        signal,
      }),
    ),
  );
