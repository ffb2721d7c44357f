import type { Domain } from '../../domain/domain.js';
import { completeOperations } from './openapi-completion.js';
import { expandDomains } from './openapi-domains.js';
import { operationsOf, type Document } from './openapi-types.js';

const domain = (collection: string, entity: string): Domain =>
  ({ collection, entity, attributes: { name: { kind: 'text', description: 'Its name.' } } }) as unknown as Domain;

const document: Document = {
  openapi: '3.0.3',
  info: { title: 'Test', version: '1' },
  paths: {
    '/v1/{collection}/{goldenId}': {
      get: {
        operationId: 'find',
        parameters: [
          { name: 'collection', in: 'path', required: true, schema: { type: 'string' } },
          { name: 'goldenId', in: 'path', required: true, schema: { type: 'string' } },
        ],
        responses: {
          200: { description: '', content: { 'application/json': { schema: { $ref: '#/components/schemas/Page' } } } },
        },
      },
    },
    '/v1/{collection}': { post: { operationId: 'add', responses: { 202: { description: 'Accepted' } } } },
    '/health': { get: { operationId: 'health', responses: { 200: { description: 'Well' } } } },
  },
  components: {
    schemas: {
      Page: {
        type: 'object',
        properties: { items: { type: 'array', items: { $ref: '#/components/schemas/Golden' } } },
      },
      Golden: {
        type: 'object',
        properties: {
          attributes: {
            type: 'object',
            additionalProperties: true,
            allOf: [{ $ref: '#/components/schemas/CanonicalRecord' }],
          },
          records: { $ref: '#/components/schemas/Reference' },
        },
      },
      Reference: { type: 'object' },
    },
  },
};

describe('expandDomains', () => {
  const expanded = expandDomains(document, [domain('things', 'thing'), domain('places', 'place')]);
  const schemas = expanded.components?.schemas ?? {};

  it('names a path for each domain and leaves the others as they are', () => {
    expect(Object.keys(expanded.paths).toSorted()).toEqual(
      ['/health', '/v1/places', '/v1/places/{goldenId}', '/v1/things', '/v1/things/{goldenId}'].toSorted(),
    );
  });

  it('gives each domain the schemas that lead to its attributes, and shares the rest', () => {
    expect(
      Object.keys(schemas)
        .filter((name) => !name.endsWith('Lineage'))
        .toSorted(),
    ).toEqual(['Place', 'PlaceGolden', 'PlacePage', 'Reference', 'Thing', 'ThingGolden', 'ThingPage'].toSorted());
    expect(schemas.ThingGolden).toEqual({
      type: 'object',
      properties: {
        attributes: { allOf: [{ $ref: '#/components/schemas/Thing' }] },
        records: { $ref: '#/components/schemas/Reference' },
      },
    });
    expect(expanded.paths['/v1/things/{goldenId}']?.get?.responses['200']).toMatchObject({
      content: { 'application/json': { schema: { $ref: '#/components/schemas/ThingPage' } } },
    });
  });

  it('says the attributes of the domain', () => {
    expect(schemas.Thing).toMatchObject({
      properties: { name: { type: 'string', description: 'Its name.' } },
      additionalProperties: false,
    });
  });

  it('takes the collection out of the parameters and names each operation once', () => {
    const operations = operationsOf(expanded).map(({ operation }) => operation);
    expect(operations.flatMap(({ parameters = [] }) => parameters)).not.toContainEqual(
      expect.objectContaining({ name: 'collection' }),
    );
    const ids = operations.map(({ operationId }) => operationId);
    expect(new Set(ids).size).toBe(ids.length);
  });
});

describe('completeOperations', () => {
  const completed = completeOperations(document, { apiKeys: true });
  const find = completed.paths['/v1/{collection}/{goldenId}']?.get;
  const add = completed.paths['/v1/{collection}']?.post;

  it('documents errors as problem details', () => {
    const content = { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } };
    expect(find?.responses['404']).toMatchObject({ content });
    expect(find?.responses['401']).toMatchObject({ content });
    expect(find?.responses.default).toMatchObject({ content });
    expect(Object.keys(find?.responses ?? {})).not.toContain('413');
  });

  it('documents what every answer, every POST and every 202 carries', () => {
    expect(find?.responses['200']).toMatchObject({ headers: { 'x-request-id': {} } });
    expect(add?.responses['202']).toMatchObject({ headers: { Location: {} } });
    expect(add?.parameters).toContainEqual(expect.objectContaining({ name: 'Idempotency-Key', in: 'header' }));
  });

  it('asks for a key on the API and not for health', () => {
    expect(completed.security).toEqual([{ apiKey: [] }]);
    expect(completed.paths['/health']?.get?.security).toEqual([]);
    expect(completeOperations(document, { apiKeys: false }).security).toBeUndefined();
  });

  it('leaves the document that it was given as it was', () => {
    expect(document.components?.schemas).not.toHaveProperty('Problem');
  });
});
