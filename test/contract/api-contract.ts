import type { ContractAnswer, ContractRoute } from './contract-route.js';
import { listed, stewardRoutes } from './steward-contract.js';

const operation: ContractAnswer = {
  status: 200,
  media: 'application/json',
  fields: ['id', 'kind', 'status', 'progress.done', 'progress.total', 'result', 'error'],
};
const accepted: ContractAnswer = { ...operation, status: 202, headers: ['Location'] };

const record: ContractAnswer = {
  status: 200,
  media: 'application/json',
  fields: ['source', 'sourceId', 'data', 'canonical', 'status', 'goldenId', 'observedAt', 'receivedAt'],
};

const goldenFields = [
  'id',
  'version',
  'attributes',
  'lineage',
  'records[].source',
  'records[].sourceId',
  'createdAt',
  'updatedAt',
];

const sourceFields = ['source', 'name', 'trust', 'duplicateFree', 'mappings'];

export const routes: readonly ContractRoute[] = [
  {
    method: 'put',
    path: '/v1/sources/{source}',
    statuses: [200, 201, 400, 422],
    requestMedia: ['application/json'],
    requestFields: ['name', 'trust', 'duplicateFree', 'mappings'],
    answers: [{ status: 200, media: 'application/json', fields: [...sourceFields, 'operation'] }],
  },
  {
    method: 'get',
    path: '/v1/sources/{source}',
    statuses: [200, 404],
    answers: [{ status: 200, media: 'application/json', fields: sourceFields }],
  },
  {
    method: 'get',
    path: '/v1/sources',
    statuses: [200, 400],
    query: ['limit', 'cursor'],
    answers: [{ status: 200, media: 'application/json', fields: listed(sourceFields) }],
  },
  {
    method: 'put',
    path: '/v1/{collection}/records/{source}/{sourceId}',
    statuses: [200, 202, 400, 404, 409, 413, 422],
    requestHeaders: ['Prefer'],
    requestMedia: ['application/json'],
    requestFields: ['data', 'observedAt'],
    answers: [record],
  },
  {
    method: 'get',
    path: '/v1/{collection}/records/{source}/{sourceId}',
    statuses: [200, 404],
    answers: [record],
  },
  { method: 'delete', path: '/v1/{collection}/records/{source}/{sourceId}', statuses: [202, 404] },
  {
    method: 'post',
    path: '/v1/{collection}/records',
    statuses: [202, 400, 404, 415, 422],
    query: ['source', 'idColumn'],
    requestHeaders: ['Idempotency-Key'],
    requestMedia: ['application/x-ndjson', 'application/json', 'text/csv'],
    answers: [accepted],
  },
  {
    method: 'get',
    path: '/v1/operations/{operationId}',
    statuses: [200, 404],
    answers: [operation],
  },
  {
    method: 'get',
    path: '/v1/{collection}/{goldenId}',
    statuses: [200, 304, 308, 400, 404, 410],
    query: ['asOf'],
    requestHeaders: ['If-None-Match'],
    answers: [
      { status: 200, media: 'application/json', headers: ['ETag'], fields: goldenFields },
      { status: 304, headers: ['ETag'] },
      { status: 308, headers: ['Location'] },
    ],
  },
  {
    method: 'get',
    path: '/v1/{collection}/{goldenId}/versions',
    statuses: [200, 400, 404],
    query: ['limit', 'cursor'],
    answers: [
      {
        status: 200,
        media: 'application/json',
        fields: listed(['version', 'change', 'at', 'attributes', 'lineage', 'records[].source', 'records[].sourceId']),
      },
    ],
  },
  {
    method: 'get',
    path: '/v1/{collection}',
    statuses: [200, 400],
    query: ['source', 'sourceId', 'q', 'limit', 'cursor'],
    answers: [{ status: 200, media: 'application/json', fields: listed(goldenFields) }],
  },
  {
    method: 'get',
    path: '/v1/{collection}/crosswalk',
    statuses: [200, 400],
    answers: [{ status: 200, media: 'application/x-ndjson', fields: ['source', 'sourceId', 'goldenId'] }],
  },
  {
    method: 'post',
    path: '/v1/{collection}/search',
    statuses: [200, 404, 422],
    requestHeaders: ['Idempotency-Key'],
    requestMedia: ['application/json'],
    requestFields: ['data', 'canonical', 'source'],
    answers: [
      {
        status: 200,
        media: 'application/json',
        fields: [
          'items[].golden.id',
          'items[].score.weight',
          'items[].score.probability',
          'items[].evidence.prior',
          'items[].evidence.comparisons[].weight',
        ],
      },
    ],
  },
  ...stewardRoutes,
  {
    method: 'post',
    path: '/v1/{collection}/models',
    statuses: [202, 422],
    requestHeaders: ['Idempotency-Key'],
    requestMedia: ['application/json'],
    answers: [accepted],
  },
  {
    method: 'get',
    path: '/v1/{collection}/models',
    statuses: [200, 400],
    query: ['limit', 'cursor'],
    answers: [{ status: 200, media: 'application/json', fields: listed(['id', 'version', 'status', 'thresholds']) }],
  },
  {
    method: 'get',
    path: '/v1/{collection}/models/{modelId}',
    statuses: [200, 404],
    answers: [
      {
        status: 200,
        media: 'application/json',
        fields: ['id', 'version', 'status', 'thresholds', 'prior', 'comparisons[].levels[].weight', 'report'],
      },
    ],
  },
  {
    method: 'post',
    path: '/v1/{collection}/models/{modelId}/preview',
    statuses: [202, 404],
    requestHeaders: ['Idempotency-Key'],
    answers: [accepted],
  },
  {
    method: 'post',
    path: '/v1/{collection}/models/{modelId}/activation',
    statuses: [202, 404],
    requestHeaders: ['Idempotency-Key'],
    answers: [accepted],
  },
  {
    method: 'get',
    path: '/v1/{collection}/explain',
    statuses: [200, 400, 404],
    query: ['a', 'b'],
    answers: [
      {
        status: 200,
        media: 'application/json',
        fields: [
          'evidence.prior',
          'evidence.comparisons[].m',
          'evidence.comparisons[].u',
          'evidence.comparisons[].weight',
          'evidence.comparisons[].termFrequency',
          'blocks',
          'model.id',
          'model.link',
          'model.review',
          'verdict',
          'reasons',
        ],
      },
    ],
  },
  {
    method: 'get',
    path: '/v1/events',
    statuses: [200, 400],
    query: ['after', 'collection', 'limit'],
    answers: [
      {
        status: 200,
        media: 'application/json',
        fields: listed(['specversion', 'id', 'source', 'type', 'subject', 'time', 'data']),
      },
    ],
  },
  { method: 'get', path: '/health/live', statuses: [200] },
  { method: 'get', path: '/health/ready', statuses: [200, 503] },
];

/** The canonical attributes of each collection. */
export const attributes: Readonly<Record<string, readonly string[]>> = {
  customers: [
    ...['type', 'name', 'givenName', 'additionalName', 'familyName', 'honorificPrefix', 'honorificSuffix'],
    ...[
      'birthDate',
      'birthPlace',
      'gender',
      'jobTitle',
      'email',
      'telephone',
      'address',
      'taxID',
      'url',
      'identifiers',
    ],
  ],
  products: [
    ...['name', 'description', 'brand', 'manufacturer', 'model', 'mpn', 'sku', 'gtin', 'category', 'color', 'size'],
    ...['weight', 'price', 'priceCurrency', 'identifiers'],
  ],
};

export const addressParts = [
  'streetAddress',
  'extendedAddress',
  'addressLocality',
  'addressRegion',
  'postalCode',
  'addressCountry',
];

/** Attributes that may hold several values. */
export const manyAttributes = ['email', 'telephone', 'address'];

/** The fields of a problem, and of each invalid part that it names. */
export const problemFields = ['type', 'title', 'status', 'detail', 'errors[].path', 'errors[].message'];
