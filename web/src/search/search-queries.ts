import { queryOptions } from '@tanstack/react-query';
import { bodyOf, client } from '../api/client.js';

const limit = 20;

/** The golden records of a collection that answer a text best; without one, the first ones. */
export const foundGoldens = (collection: string, q: string | undefined) =>
  queryOptions({
    queryKey: [collection, 'search', q],
    queryFn: ({ signal }) => {
      const query = { limit, ...(q !== undefined && { q }) };
      return bodyOf(client.GET('/v1/{collection}', { params: { path: { collection }, query }, signal }));
    },
  });
