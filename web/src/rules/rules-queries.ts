import { queryOptions } from '@tanstack/react-query';
import { bodyOf, client, type Schemas } from '../api/client.js';

export type Rules = Schemas['RulesBody'];
export type RulesVersion = Schemas['RulesView'];

/** The latest versions of the survivorship rules, the one in force first. */
export const rulesVersions = (collection: string) =>
  queryOptions({
    queryKey: [collection, 'survivorship'],
    queryFn: ({ signal }) =>
      bodyOf(
        client.GET('/v1/{collection}/survivorship/versions', {
          params: { path: { collection }, query: { limit: 50 } },
          signal,
        }),
      ),
  });

export function previewRules(collection: string, body: Rules) {
  return bodyOf(client.POST('/v1/{collection}/survivorship/preview', { params: { path: { collection } }, body }));
}

/**
 * Puts rules in the place of those that were in force when they were written.
 *
 * @returns the operation that computes golden records by them; the rules where they were in force already
 */
export function replaceRules(collection: string, body: Rules, inForce: number) {
  const params = { path: { collection }, header: { 'If-Match': `"${String(inForce)}"` } };
  return bodyOf(client.PUT('/v1/{collection}/survivorship', { params, body }));
}
