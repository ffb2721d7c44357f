import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { ContractClient } from '../support/contract-client.js';

const thing = {
  type: 'object',
  required: ['id'],
  properties: { id: { type: 'integer' }, at: { type: 'string', format: 'date-time' } },
};
const document = {
  openapi: '3.0.3',
  paths: {
    '/things/{id}': {
      get: {
        responses: {
          200: {
            headers: { etag: { required: true } },
            content: { 'application/json': { schema: { $ref: '#/components/schemas/Thing' } } },
          },
          304: { description: 'Known' },
          default: { content: { 'application/problem+json': { schema: { type: 'object' } } } },
        },
      },
    },
    '/things/all': {
      get: {
        responses: { 200: { content: { 'application/x-ndjson': { schema: { $ref: '#/components/schemas/Thing' } } } } },
      },
    },
  },
  components: { schemas: { Thing: thing } },
};

interface Answer {
  readonly status?: number;
  readonly type?: string;
  readonly etag?: string;
  readonly body?: string;
}

describe('The client that believes nothing', () => {
  let server: Server;
  let client: ContractClient;
  let answer: Answer = {};

  beforeAll(async () => {
    server = createServer((request, response) => {
      const isDocument = request.url === '/openapi.json';
      const {
        status = 200,
        type = 'application/json',
        etag,
        body,
      } = isDocument ? { body: JSON.stringify(document) } : answer;
      response.writeHead(status, {
        ...(body === undefined ? {} : { 'content-type': type }),
        ...(etag ? { etag } : {}),
      });
      response.end(body);
    }).listen(0, '127.0.0.1');
    await once(server, 'listening');
    client = await ContractClient.connect(`http://127.0.0.1:${(server.address() as AddressInfo).port}`);
  });

  afterAll(() => server.close());

  it.each<[string, string, Answer, RegExp]>([
    ['an undocumented status', '/things/1', { status: 418, body: '{}' }, /status is not documented/],
    ['an undocumented route', '/other', { body: '{}' }, /no such route/],
    ['an undocumented media type', '/things/1', { etag: '"1"', type: 'text/plain', body: 'x' }, /media type/],
    ['a missing header', '/things/1', { body: '{"id":1}' }, /header etag/],
    ['a missing field', '/things/1', { etag: '"1"', body: '{}' }, /required property 'id'/],
    ['a field of the wrong type', '/things/1', { etag: '"1"', body: '{"id":"1"}' }, /must be integer/],
    ['a field of the wrong format', '/things/1', { etag: '"1"', body: '{"id":1,"at":"now"}' }, /date-time/],
    ['an unknown field', '/things/1', { etag: '"1"', body: '{"id":1,"name":""}' }, /additional properties/],
    ['a body where none is documented', '/things/1', { status: 200, etag: '"1"' }, /media type ''/],
    ['a bad line among good ones', '/things/all', { type: 'application/x-ndjson', body: '{"id":1}\n{}\n' }, /'id'/],
    ['an error in the wrong form', '/things/1', { status: 500, body: '{}' }, /media type/],
  ])('rejects %s', async (_, path, given, message) => {
    answer = given;
    await expect(client.get(path)).rejects.toThrow(message);
  });

  it.each<[string, string, Answer, unknown]>([
    [
      'a documented answer',
      '/things/1',
      { etag: '"1"', body: '{"id":1,"at":"2026-11-02T09:30:00Z"}' },
      { id: 1, at: '2026-11-02T09:30:00Z' },
    ],
    ['an answer without a body', '/things/1', { status: 304 }, undefined],
    [
      'lines',
      '/things/all',
      { type: 'application/x-ndjson; charset=utf-8', body: '{"id":1}\n{"id":2}\n' },
      [{ id: 1 }, { id: 2 }],
    ],
    [
      'an unexpected error that says so',
      '/things/1',
      { status: 500, type: 'application/problem+json', body: '{}' },
      {},
    ],
  ])('accepts %s', async (_, path, given, body) => {
    answer = given;
    expect((await client.get(path)).body).toEqual(body);
  });

  it('remembers what it has seen', () => {
    expect([...client.seen]).toEqual(
      expect.arrayContaining([
        'get /things/{id} 200',
        'get /things/{id} 304',
        'get /things/all 200',
        'get /things/{id} default',
      ]),
    );
  });
});
