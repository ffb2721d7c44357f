import { connect } from 'node:net';
import { startAurum, type RunningAurum } from '../support/start-aurum.js';

describe('The HTTP server', () => {
  let aurum: RunningAurum;

  beforeAll(async () => {
    aurum = await startAurum({ configuration: { maximumRecordBytes: 2_048 } });
  });

  afterAll(() => aurum.close());

  const send = (method: string, path: string, body?: string, headers: Record<string, string> = {}): Promise<Response> =>
    fetch(`${aurum.url}${path}`, { method, headers, ...(body !== undefined && { body }) });

  const json = { 'content-type': 'application/json' };

  it.each(['/health/live', '/health/ready'])('answers %s', async (path) => {
    const response = await send('GET', path);
    expect(response.status).toBe(200);
    expect(await response.json()).toEqual({ status: 'ok' });
  });

  it('gives Prometheus the rates, the latencies and the backlog', async () => {
    await send('GET', '/v1/sources');
    const text = await (await send('GET', '/metrics')).text();
    expect(text).toMatch(
      /^aurum_http_request_duration_seconds_count\{method="GET",route="\/v1\/sources",status="200"\} 1$/m,
    );
    expect(text).toMatch(/^aurum_pending_records 0$/m);
    expect(text).toMatch(/^aurum_pending_oldest_seconds 0$/m);
    expect(text).toMatch(/^process_resident_memory_bytes /m);
  });

  it('gives back the request id that it is given, if that is one', async () => {
    const given = await send('GET', '/health/live', undefined, { 'x-request-id': 'abc-1' });
    expect(given.headers.get('x-request-id')).toBe('abc-1');
    const bad = await send('GET', '/health/live', undefined, { 'x-request-id': 'a b' });
    expect(bad.headers.get('x-request-id')).toMatch(/^[0-9a-f-]{36}$/);
  });

  it.each([
    ['a route that does not exist', 'GET', '/nothing', undefined, {}, 404],
    ['a collection that does not exist', 'GET', '/v1/suppliers?q=x', undefined, {}, 404],
    ['malformed JSON', 'PUT', '/v1/sources/crm', '{"name":', json, 400],
    ['JSON that is nested too deep', 'PUT', '/v1/sources/crm', '['.repeat(100), json, 400],
    ['a body that is an array', 'PUT', '/v1/sources/crm', '[]', json, 422],
    ['a body that is null', 'PUT', '/v1/sources/crm', 'null', json, 422],
    ['no body', 'PUT', '/v1/sources/crm', undefined, json, 422],
    ['a body over the limit', 'PUT', '/v1/sources/crm', `"${'x'.repeat(3_000)}"`, json, 413],
    [
      'another media type',
      'PUT',
      '/v1/sources/crm',
      'name=x',
      { 'content-type': 'application/x-www-form-urlencoded' },
      415,
    ],
    ['a body without a media type', 'PUT', '/v1/sources/crm', '{}', { 'content-type': '' }, 415],
    ['NDJSON where JSON is taken', 'PUT', '/v1/sources/crm', '{}', { 'content-type': 'application/x-ndjson' }, 415],
    ['a compressed body', 'PUT', '/v1/sources/crm', '{}', { ...json, 'content-encoding': 'gzip' }, 415],
    ['a malformed path', 'GET', '/v1/customers/%zz', undefined, {}, 400],
    ['a parameter that is out of range', 'GET', '/v1/customers?limit=0', undefined, {}, 400],
    ['a parameter that is not known', 'GET', '/v1/customers?colour=red', undefined, {}, 400],
    ['a parameter given twice', 'GET', '/v1/customers?limit=1&limit=2', undefined, {}, 400],
  ])('answers %s with problem details', async (_, method, path, body, headers, status) => {
    const response = await send(method, path, body, headers);
    expect(response.status).toBe(status);
    expect(response.headers.get('content-type')).toMatch(/^application\/problem\+json/);
    expect(response.headers.get('x-request-id')).toMatch(/./);
    const problem = (await response.json()) as Record<string, unknown>;
    expect(problem).toMatchObject({ type: 'about:blank', title: expect.any(String) as string, status });
    expect(JSON.stringify(problem)).not.toMatch(/node_modules|\.js:|\.ts:/);
  });

  it('names every invalid part of a body by its path', async () => {
    const response = await send('PUT', '/v1/sources/crm', JSON.stringify({ name: 'CRM', trust: 7, extra: 1 }), json);
    expect(response.status).toBe(422);
    const { errors } = (await response.json()) as { errors: { path: string }[] };
    expect(errors.map(({ path }) => path).toSorted()).toEqual(['extra', 'trust']);
  });

  const raw = (text: string): Promise<string> =>
    new Promise((resolve, reject) => {
      const { hostname, port } = new URL(aurum.url);
      const socket = connect(Number(port), hostname, () => socket.write(text));
      let answer = '';
      socket.on('data', (chunk: Buffer) => (answer += chunk.toString()));
      socket.on('end', () => resolve(answer)).on('error', reject);
    });

  it('answers headers over the limit with 431', async () => {
    const answer = await raw(`GET /health/live HTTP/1.1\r\nHost: a\r\nX-Long: ${'x'.repeat(40_000)}\r\n\r\n`);
    expect(answer).toMatch(/^HTTP\/1.1 431 /);
    expect(answer).toMatch(/application\/problem\+json/);
  });

  it('answers what is not HTTP with 400', async () => {
    expect(await raw('nonsense\r\n\r\n')).toMatch(/^HTTP\/1.1 400 [^]*application\/problem\+json/);
  });

  it('takes a source id of 512 characters', async () => {
    const response = await send('GET', `/v1/customers/records/crm/${encodeURIComponent('é😀'.repeat(170))}`);
    expect(response.status).toBe(404);
    expect(await response.text()).not.toContain('Route');
  });
});

describe('API keys', () => {
  let aurum: RunningAurum;
  const key = '0123456789abcdef';

  beforeAll(async () => {
    const { readApiKeys } = await import('../../src/platform/config/api-keys.js');
    aurum = await startAurum({ configuration: { apiKeys: readApiKeys(`crm:${key}`)! } });
  });

  afterAll(() => aurum.close());

  const status = async (path: string, headers: Record<string, string> = {}): Promise<number> =>
    (await fetch(`${aurum.url}${path}`, { headers })).status;

  it('are needed for the API, and for nothing that monitors ask', async () => {
    expect(await status('/v1/sources')).toBe(401);
    expect(await status('/v1/sources', { authorization: `Bearer ${key}0` })).toBe(401);
    expect(await status('/v1/sources', { authorization: `Bearer ${key}` })).toBe(200);
    expect(await status('/health/ready')).toBe(200);
    expect(await status('/metrics')).toBe(200);
  });
});

describe('A process that runs workers only', () => {
  it('answers monitors, and nobody else', async () => {
    const aurum = await startAurum({ configuration: { role: 'worker' } });
    expect((await fetch(`${aurum.url}/health/ready`)).status).toBe(200);
    expect((await fetch(`${aurum.url}/metrics`)).status).toBe(200);
    expect((await fetch(`${aurum.url}/v1/sources`)).status).toBe(404);
    await aurum.close();
  });
});
