import { domains } from '../../src/domains.js';
import { digestApiKey } from '../../src/platform/config/api-keys.js';
import { ContractClient } from '../support/contract-client.js';
import { startAurum, type RunningAurum } from '../support/start-aurum.js';
import { addressParts, attributes, manyAttributes, problemFields, routes } from './api-contract.js';
import {
  fieldSchema,
  methodsOf,
  problemsOf,
  resolve,
  type OpenApiDocument,
  type Operation,
} from './open-api-document.js';

const collections = domains.map(({ collection }) => collection);

/** Routes that serve the document itself, and the console. */
const ownRoutes = /^\/(docs|openapi\.json|console)\b/;

describe('The published document', () => {
  let aurum: RunningAurum;
  let document: OpenApiDocument;

  beforeAll(async () => {
    aurum = await startAurum();
    const response = await fetch(`${aurum.url}/openapi.json`);
    expect(response.headers.get('content-type')).toMatch(/^application\/json/);
    document = (await response.json()) as OpenApiDocument;
  });

  afterAll(() => aurum.close());

  const operation = (method: string, path: string): Operation => {
    const found = document.paths[path]?.[method];
    if (!found) throw new Error(`${method} ${path} is not documented`);
    return found;
  };

  it('is valid OpenAPI 3', () => expect(problemsOf(document)).toEqual([]));

  it('covers every route of the running service, and nothing else', () => {
    const served = aurum.routes
      .flatMap(({ url, method }) => [method].flat().map((one) => ({ url, method: one })))
      .filter(({ url, method }) => !ownRoutes.test(url) && method !== 'HEAD' && method !== 'OPTIONS')
      .flatMap(({ url, method }) =>
        (url.includes(':collection') ? collections : ['']).map(
          (collection) => `${method} ${url.replace(':collection', collection).replace(/:(\w+)/g, '{$1}')}`,
        ),
      );
    const documented = Object.entries(document.paths).flatMap(([path, item]) =>
      methodsOf(item).map((method) => `${method.toUpperCase()} ${path}`),
    );
    expect(documented.toSorted()).toEqual([...new Set(served)].toSorted());
  });

  it('carries the version of the package', async () => {
    const { default: manifest } = await import('../../package.json', { with: { type: 'json' } });
    expect(document.info.version).toBe(manifest.version);
  });

  it('is read at /docs without a network', async () => {
    const response = await fetch(`${aurum.url}/docs`);
    expect(response.status).toBe(200);
    const page = await response.text();
    const addresses = [...page.matchAll(/(?:src|href)="([^"]+)"/g)].map(([, address = '']) => address);
    expect(addresses.length).toBeGreaterThan(2);
    for (const address of addresses) {
      expect(address).not.toMatch(/^(https?:)?\/\//);
      expect((await fetch(new URL(address, `${aurum.url}/docs`))).status).toBe(200);
    }
  });

  const expanded = routes.flatMap((route) =>
    route.path.includes('{collection}')
      ? collections.map((collection) => ({ ...route, path: route.path.replace('{collection}', collection) }))
      : [route],
  );

  describe.each(expanded)('$method $path', ({ method, path, statuses, ...route }) => {
    it('has every status of the contract', () => {
      expect(Object.keys(operation(method, path).responses)).toEqual(expect.arrayContaining(statuses.map(String)));
    });

    it('answers errors with problem details', () => {
      for (const [status, response] of Object.entries(operation(method, path).responses)) {
        if (status !== 'default' && (Number(status) < 400 || path.startsWith('/health'))) continue;
        expect(Object.keys(resolve(document, response).content ?? {})).toEqual(['application/problem+json']);
      }
    });

    it('takes the parameters and the body of the contract', () => {
      const { parameters = [], requestBody } = operation(method, path);
      const named = (place: string) => parameters.filter((one) => one.in === place).map(({ name }) => name);
      expect(named('query')).toEqual(expect.arrayContaining([...(route.query ?? [])]));
      expect(named('header')).toEqual(expect.arrayContaining([...(route.requestHeaders ?? [])]));
      expect(named('path').toSorted()).toEqual([...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name).toSorted());
      const content = requestBody?.content ?? {};
      expect(Object.keys(content)).toEqual(expect.arrayContaining([...(route.requestMedia ?? [])]));
      for (const field of route.requestFields ?? [])
        expect({ field, schema: fieldSchema(document, content['application/json']?.schema, field) }).toEqual({
          field,
          schema: expect.anything() as unknown,
        });
    });

    it('answers with the headers, the media types and the fields of the contract', () => {
      for (const { status, media, headers = [], fields = [] } of route.answers ?? []) {
        const response = resolve(document, operation(method, path).responses[status]);
        expect(Object.keys(response.headers ?? {})).toEqual(expect.arrayContaining([...headers, 'x-request-id']));
        if (media !== undefined) expect(Object.keys(response.content ?? {})).toContain(media);
        for (const field of fields)
          expect({ field, schema: fieldSchema(document, response.content?.[media ?? '']?.schema, field) }).toEqual({
            field,
            schema: expect.anything() as unknown,
          });
      }
    });
  });

  it.each(Object.entries(attributes))('has the canonical attributes of %s', (collection, names) => {
    const golden = operation('get', `/v1/${collection}/{goldenId}`);
    const { content } = resolve(document, golden.responses['200']);
    const schema = content?.['application/json']?.schema;
    for (const name of names) expect(fieldSchema(document, schema, `attributes.${name}`)).toBeDefined();
    for (const name of names) expect(fieldSchema(document, schema, `lineage.${name}.strategy`)).toBeDefined();
    if (names.includes('address'))
      for (const part of addressParts)
        expect(fieldSchema(document, schema, `attributes.address.${part}`)).toBeDefined();
    for (const name of manyAttributes.filter((many) => names.includes(many)))
      expect(fieldSchema(document, schema, `attributes.${name}[]`)).toBeDefined();
  });

  it('describes problems as RFC 9457 does', () => {
    for (const field of problemFields)
      expect(fieldSchema(document, { $ref: '#/components/schemas/Problem' }, field)).toBeDefined();
  });
});

describe('The document of a service that asks for API keys', () => {
  let aurum: RunningAurum;

  beforeAll(async () => {
    aurum = await startAurum({ configuration: { apiKeys: new Map([['crm', digestApiKey('0123456789abcdef')]]) } });
  });

  afterAll(() => aurum.close());

  it('says so, is itself open to all, and documents the refusal', async () => {
    const client = await ContractClient.connect(aurum.url);
    expect((await client.get('/v1/sources')).status).toBe(401);
    expect((await client.get('/v1/sources', { authorization: 'Bearer 0123456789abcdef' })).status).toBe(200);
    expect((await client.get('/health/ready')).status).toBe(200);
    const document = (await (await fetch(`${aurum.url}/openapi.json`)).json()) as OpenApiDocument;
    expect(document).toMatchObject({
      security: [{ apiKey: [] }],
      components: { securitySchemes: { apiKey: { type: 'http', scheme: 'bearer' } } },
    });
    expect(document.paths['/health/ready']?.get).toMatchObject({ security: [] });
  });
});
