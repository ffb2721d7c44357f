import fc from 'fast-check';
import type { OpenApiDocument } from '../contract/open-api-document.js';

/** A request as it goes over the wire; nothing of it is made well on the way. */
export interface HostileRequest {
  readonly method: string;
  /** Path and query, percent-encoded as far as HTTP itself asks for. */
  readonly target: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Buffer;
}

const methods = ['get', 'put', 'post', 'delete', 'patch'];

const oddTexts = [
  '',
  '.',
  '..',
  '../../etc/passwd',
  '\0',
  'a\0b',
  "'; drop table record; --",
  '${7*7}',
  '\u{1f600}',
  '\u202e\u0301',
  'x'.repeat(600),
  'x'.repeat(9_000),
  '00000000-0000-0000-0000-000000000000',
  '019c0000-0000-7000-8000-00000000000a',
  '-1',
  '1e400',
  '9007199254740993',
  'NaN',
  'null',
  'true',
  '[]',
  '2026-02-31T00:00:00Z',
  '+275760-09-13T00:00:00.001Z',
  'eyJhIjoxfQ',
];

const text = fc.oneof(fc.constantFrom(...oddTexts), fc.string({ unit: 'binary', maxLength: 40 }));

/** Percent-encoded; some of it names what is there, some is not even UTF-8. */
const encoded = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom('crm', 'odd', 'givenName', '1') },
  { weight: 6, arbitrary: text.map(encodeWellFormed) },
  { weight: 1, arbitrary: fc.constantFrom('%00', '%ff%fe', '%c0%af', '%2e%2e%2f', '%zz', '%', '%u0041', '..;', '//') },
);

const hugeNumbers = ['1e400', '-1e400', '123456789012345678901234567890', '0.1e-400', '-0'];

/** JSON texts that are valid and are nothing that a route takes, and such as only look like JSON. */
const json = fc.oneof(
  fc.json({ maxDepth: 4 }),
  fc.constantFrom(
    '',
    '{',
    '{"data":',
    '{"data":{"a":1},}',
    "{'data':{}}",
    '\ufeff{}',
    '{"data":{"a":"\\ud800"}}',
    '{"data":{"a":"\\u0000"}}',
    '{"__proto__":{"data":{}}}',
    '{"constructor":{"prototype":{}},"data":{"toString":1}}',
    '[]',
    '[[]]',
    'null',
    'true',
    '{"data":{"a":1},"data":{"a":2}}',
    `{"data":${'['.repeat(20_000)}${']'.repeat(20_000)}}`,
    `{"data":${'{"a":'.repeat(20_000)}1${'}'.repeat(20_000)}}`,
    `{"data":{"a":"${'x'.repeat(200_000)}"}}`,
    `{"data":{${Array.from({ length: 3_000 }, (_, index) => `"k${index}":${index}`).join(',')}}}`,
  ),
  fc.constantFrom(...hugeNumbers).map((number) => `{"data":{"a":${number}},"trust":${number},"limit":${number}}`),
  fc.record({ key: text, value: fc.jsonValue() }).map(({ key, value }) => JSON.stringify({ data: { [key]: value } })),
);

const oddValue = fc.oneof(text, fc.jsonValue({ maxDepth: 2 }));

/** Bodies that routes take, but for what stands in them. */
const nearly = fc
  .record({ value: oddValue, other: oddValue, name: text })
  .chain(({ value, other, name }) =>
    fc.constantFrom<unknown>(
      { data: { first: value } },
      { data: { first: 'Ada' }, observedAt: value },
      { data: { [name]: value }, source: 'crm', limit: other },
      {
        canonical: { givenName: value, birthDate: other, email: [value, name], address: [{ addressLocality: value }] },
      },
      { canonical: { [name]: value }, source: name },
      { name, trust: 0.5, mappings: { customers: { givenName: 'first', familyName: name } } },
      { name, trust: other, duplicateFree: value, mappings: { [name]: { givenName: name } } },
      { with: value, reason: name },
      { decision: 'match', reason: value },
      { records: [{ source: 'crm', sourceId: name }], reason: name },
      { value, reason: name, expiresAt: other },
      [{ sourceId: name, data: { first: value } }],
    ),
  )
  .map((value) => JSON.stringify(value));

const body = fc.oneof(
  { weight: 5, arbitrary: nearly.map((value) => Buffer.from(value)) },
  { weight: 5, arbitrary: json.map((value) => Buffer.from(value)) },
  { weight: 1, arbitrary: fc.uint8Array({ maxLength: 200 }).map((bytes) => Buffer.from(bytes)) },
  {
    weight: 1,
    arbitrary: fc.constantFrom(
      Buffer.from([0xff, 0xfe, 0x00]),
      Buffer.from([0x7b, 0x22, 0xc3, 0x28, 0x22, 0x3a, 0x31, 0x7d]),
      Buffer.from('{"sourceId":"1","data":{}}\n\0\n{"sourceId":2,"data":[]}\r\n\xff\n', 'latin1'),
      Buffer.from('id,name\n1,"unclosed\n2,b\n'),
      Buffer.from('id,id,\n"a"b,"c\0",d,e,f\n'),
    ),
  },
);

const contentTypes = [
  'application/json',
  'application/json; charset=utf-16',
  'application/x-ndjson',
  'text/csv',
  'text/plain',
  'multipart/form-data; boundary=x',
  'application/json\t;',
  ';',
];

const oddHeaders = fc.dictionary(
  fc.constantFrom(
    'prefer',
    'if-match',
    'if-none-match',
    'idempotency-key',
    'accept',
    'content-encoding',
    'x-request-id',
    'authorization',
    'range',
    'expect',
  ),
  fc.oneof(
    fc.constantFrom(
      '',
      '*',
      'wait=-1',
      'wait=1e9',
      'W/"1"',
      '"',
      'gzip',
      '100-continue',
      'bytes=0-',
      'x'.repeat(2_000),
    ),
    fc.stringMatching(/^[!-~]{1,30}$/),
  ),
  { maxKeys: 2 },
);

/** Requests to every route that the document names, each with something wrong almost everywhere. */
export function hostileRequests(document: OpenApiDocument): fc.Arbitrary<HostileRequest> {
  const routes = Object.keys(document.paths);
  const known = new Set(Object.values(document.paths).flatMap((item) => queryParametersOf(item)));
  return fc
    .record({
      method: fc.constantFrom(...methods),
      route: fc.constantFrom(...routes),
      values: fc.array(encoded, { minLength: 4, maxLength: 4 }),
      query: fc.array(fc.tuple(fc.oneof(fc.constantFrom(...known), text.map(encodeWellFormed)), encoded), {
        maxLength: 3,
      }),
      contentType: fc.constantFrom(...contentTypes),
      headers: oddHeaders,
      body,
    })
    .map(({ method, route, values, query, contentType, headers, body: sent }) => {
      const path = route.replaceAll(/\{\w+\}/g, () => values.pop() ?? 'x');
      const search = query.map(([name, value]) => `${name}=${value}`).join('&');
      return {
        method: method.toUpperCase(),
        target: `${path}${search && `?${search}`}`,
        headers: { 'content-type': contentType, ...headers },
        body: method === 'get' ? Buffer.alloc(0) : sent,
      };
    });
}

function encodeWellFormed(value: string): string {
  return encodeURIComponent(value.replace(/\p{Surrogate}/gu, '\ufffd'));
}

function queryParametersOf(item: OpenApiDocument['paths'][string]): string[] {
  return Object.values(item).flatMap(({ parameters = [] }) =>
    parameters.filter((parameter) => parameter.in === 'query').map(({ name }) => name),
  );
}
