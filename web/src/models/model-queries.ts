import { queryOptions } from '@tanstack/react-query';
import { bodyOf, client, type Schemas } from '../api/client.js';
import { pagesOf } from '../api/pages.js';

export type Model = Schemas['ModelView'];
export type ModelSummary = Schemas['ModelSummary'];

/** The matching models, newest first; the shipped one is the last. */
export const models = (collection: string) =>
  pagesOf([collection, 'models'], (cursor, signal) =>
    bodyOf(
      client.GET('/v1/{collection}/models', {
        params: { path: { collection }, query: { limit: 20, ...cursor } },
        signal,
      }),
    ),
  );

export const model = (collection: string, modelId: string) =>
  queryOptions({
    queryKey: [collection, 'models', modelId],
    queryFn: ({ signal }) =>
      bodyOf(client.GET('/v1/{collection}/models/{modelId}', { params: { path: { collection, modelId } }, signal })),
  });

export function trainModel(collection: string) {
  return bodyOf(client.POST('/v1/{collection}/models', { params: { path: { collection } }, body: {} }));
}

export function previewModel(collection: string, modelId: string) {
  return bodyOf(
    client.POST('/v1/{collection}/models/{modelId}/preview', { params: { path: { collection, modelId } } }),
  );
}

export function activateModel(collection: string, modelId: string) {
  return bodyOf(
    client.POST('/v1/{collection}/models/{modelId}/activation', { params: { path: { collection, modelId } } }),
  );
}
