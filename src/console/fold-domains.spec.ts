import type { Domain } from '../domain/domain.js';
import type { Document } from '../platform/http/openapi-types.js';
import { foldDomains } from './fold-domains.js';

const domain = (collection: string, entity: string) => ({ collection, entity }) as Domain;

const response = (schema: string) => ({
  200: { description: '', content: { 'application/json': { schema: { $ref: `#/components/schemas/${schema}` } } } },
});

const golden = (entity: string) => ({
  [entity]: { type: 'object' as const, properties: { name: { type: 'string' as const } } },
  [`${entity}Golden`]: {
    type: 'object' as const,
    properties: { attributes: { $ref: `#/components/schemas/${entity}` } },
  },
});

const document: Document = {
  openapi: '3.0.3',
  info: { title: 'Aurum', version: '1' },
  paths: {
    '/v1/sources': { get: { responses: response('Source') } },
    '/v1/customers': { get: { responses: response('CustomerGolden') } },
    '/v1/customers/{id}': { get: { parameters: [{ name: 'id', in: 'path' }], responses: response('CustomerGolden') } },
    '/v1/products': { get: { responses: response('ProductGolden') } },
  },
  components: { schemas: { Source: { type: 'object' }, ...golden('Customer'), ...golden('Product') } },
};

describe('foldDomains', () => {
  const folded = foldDomains(document, [domain('customers', 'customer'), domain('products', 'product')]);

  it('names the collection in the path once', () => {
    expect(Object.keys(folded.paths)).toEqual(['/v1/sources', '/v1/{collection}', '/v1/{collection}/{id}']);
    const names = folded.paths['/v1/{collection}/{id}']?.get?.parameters?.map((one) => 'name' in one && one.name);
    expect(names).toEqual(['collection', 'id']);
  });

  it('keeps one schema of each kind, and has every reference lead to it', () => {
    expect(Object.keys(folded.components?.schemas ?? {})).toEqual([
      'Source',
      'CanonicalRecord',
      'Golden',
      'AttributeValue',
      'Lineage',
    ]);
    expect(folded.paths['/v1/{collection}']?.get?.responses).toEqual(response('Golden'));
    expect(folded.components?.schemas?.Golden).toMatchObject({
      properties: { attributes: { $ref: '#/components/schemas/CanonicalRecord' } },
    });
  });

  it('knows no attribute by name', () => {
    expect(folded.components?.schemas?.CanonicalRecord).toEqual({
      type: 'object',
      additionalProperties: { $ref: '#/components/schemas/AttributeValue' },
    });
  });
});
