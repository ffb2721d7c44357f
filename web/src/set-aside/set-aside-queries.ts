import { bodyOf, client, type Schemas } from '../api/client.js';
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

/** Tries records again: those that are named, or else all of the source, or else all. */
export function replayQuarantine(
  collection: string,
  source: string | undefined,
  records: readonly Schemas['RecordNameView'][],
) {
  const body = records.length > 0 ? { records: [...records] } : bySource(source);
  return bodyOf(client.POST('/v1/{collection}/quarantine/replay', { params: { path: { collection } }, body }));
}

/** Takes rejected lines in again: those of the ids, or else all of the source, or else all. */
export function replayRejections(collection: string, source: string | undefined, ids: readonly number[]) {
  const body = ids.length > 0 ? { ids: [...ids] } : bySource(source);
  return bodyOf(client.POST('/v1/{collection}/rejections/replay', { params: { path: { collection } }, body }));
}

export const oversizedBlocks = (collection: string) =>
  pagesOf([collection, 'oversized-blocks'], (cursor, signal) =>
    bodyOf(
      client.GET('/v1/{collection}/blocks/oversized', {
        params: { path: { collection }, query: { limit, ...cursor } },
        signal,
      }),
    ),
  );
