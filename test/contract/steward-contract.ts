import type { ContractRoute } from './contract-route.js';

/** The fields of a page, by those of its items. */
export const listed = (fields: readonly string[]) => ['next', ...fields.map((field) => `items[].${field}`)];

const outcomeFields = [
  'decision.id',
  'changes[].id',
  'changes[].versionBefore',
  'changes[].versionAfter',
  'changes[].merged',
  'changes[].splitInto',
];

/** What stewards may rely on. */
export const stewardRoutes: readonly ContractRoute[] = [
  {
    method: 'get',
    path: '/v1/{collection}/reviews',
    statuses: [200, 400],
    query: ['status', 'assignee', 'minWeight', 'maxWeight', 'reason', 'source', 'sort', 'preview', 'limit', 'cursor'],
    answers: [
      {
        status: 200,
        media: 'application/json',
        fields: listed([
          'id',
          'status',
          'reason',
          'weight',
          'priority',
          'records[].goldenId',
          'evidence.weight',
          'preview[].id',
          'group.goldenRecords[].id',
          'group.reviews[].evidence.weight',
          'group.complete',
          'group.preview[].id',
        ]),
      },
    ],
  },
  {
    method: 'post',
    path: '/v1/{collection}/reviews/{reviewId}/decision',
    statuses: [200, 404, 409, 412, 422],
    requestHeaders: ['If-Match', 'Idempotency-Key'],
    requestMedia: ['application/json'],
    requestFields: ['decision', 'scope', 'reason', 'expiresAt', 'supersede'],
    answers: [{ status: 200, media: 'application/json', fields: ['status', 'reviews', ...outcomeFields] }],
  },
  {
    method: 'delete',
    path: '/v1/{collection}/reviews/{reviewId}/skip',
    statuses: [200, 404],
    answers: [{ status: 200, media: 'application/json', fields: ['id', 'status', 'weight'] }],
  },
  {
    method: 'post',
    path: '/v1/{collection}/{goldenId}/merge',
    statuses: [200, 404, 409, 410, 412, 422],
    query: ['preview'],
    requestHeaders: ['If-Match', 'Idempotency-Key'],
    requestMedia: ['application/json'],
    requestFields: ['with', 'reason', 'supersede'],
    answers: [{ status: 200, media: 'application/json', fields: outcomeFields }],
  },
  {
    method: 'post',
    path: '/v1/{collection}/{goldenId}/split',
    statuses: [200, 404, 410, 412, 422],
    query: ['preview'],
    requestHeaders: ['If-Match', 'Idempotency-Key'],
    requestMedia: ['application/json'],
    requestFields: ['records[].source', 'records[].sourceId', 'reason'],
    answers: [{ status: 200, media: 'application/json', fields: outcomeFields }],
  },
  {
    method: 'delete',
    path: '/v1/{collection}/decisions/{decisionId}',
    statuses: [200, 404, 409, 412],
    requestHeaders: ['If-Match'],
    answers: [{ status: 200, media: 'application/json', fields: outcomeFields }],
  },
  {
    method: 'get',
    path: '/v1/{collection}/{goldenId}/decisions',
    statuses: [200, 400, 404],
    query: ['limit', 'cursor'],
    answers: [
      {
        status: 200,
        media: 'application/json',
        fields: listed([
          'id',
          'kind',
          'verdict',
          'status',
          'by',
          'at',
          'reason',
          'model',
          'weight',
          'evidence[].evidence.prior',
        ]),
      },
    ],
  },
];
