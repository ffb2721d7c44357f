import { bodyOf, client } from '../api/client.js';
import { pagesOf } from '../api/pages.js';

export const sources = () =>
  pagesOf(['sources'], (cursor, signal) =>
    bodyOf(client.GET('/v1/sources', { params: { query: { limit: 100, ...cursor } }, signal })),
  );
