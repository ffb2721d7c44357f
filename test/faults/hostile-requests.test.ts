import { once } from 'node:events';
import { request } from 'node:http';
import { connect } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import fc from 'fast-check';
import type { OpenApiDocument } from '../contract/open-api-document.js';
import { hostileRequests, type HostileRequest } from '../support/hostile-requests.js';
import { startAurum, type RunningAurum } from '../support/start-aurum.js';

interface HostileAnswer {
  readonly status: number;
  readonly type: string;
  readonly text: string;
}

describe('Hostile requests', () => {
  let aurum: RunningAurum;
  let document: OpenApiDocument;
  let port: number;

  beforeAll(async () => {
    aurum = await startAurum();
    port = Number(new URL(aurum.url).port);
    document = (await (await fetch(`${aurum.url}/openapi.json`)).json()) as OpenApiDocument;
    await fetch(`${aurum.url}/v1/sources/crm`, {
      method: 'PUT',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ mappings: { customers: { givenName: 'first' } } }),
    });
  });
  afterAll(() => aurum.close());

  /** The answer; none where the connection was dropped. */
  const send = async ({ method, target, headers, body }: HostileRequest): Promise<HostileAnswer | undefined> => {
    const sent = request({ port, method, path: target, headers: { ...headers, 'content-length': body.length } });
    try {
      sent.end(body);
      const [response] = (await once(sent, 'response')) as [
        AsyncIterable<Buffer> & { statusCode: number; headers: Record<string, string> },
      ];
      const chunks: Buffer[] = [];
      for await (const chunk of response) chunks.push(chunk);
      return {
        status: response.statusCode,
        type: response.headers['content-type'] ?? '',
        text: Buffer.concat(chunks).toString(),
      };
    } catch (error) {
      // A body that is refused early may be cut off while it is still being sent.
      if (error instanceof Error && 'code' in error && /^(ECONNRESET|EPIPE)$/.test(String(error.code)))
        return undefined;
      throw error;
    } finally {
      sent.destroy();
    }
  };

  const stays = async (): Promise<void> => {
    expect((await fetch(`${aurum.url}/health/ready`)).status).toBe(200);
  };

  /** Sends bytes as they are, and gives all that comes back until the connection ends. */
  const wire = async (bytes: Buffer | string): Promise<string> => {
    const socket = connect(port, '127.0.0.1');
    let answer = '';
    socket.on('data', (chunk: Buffer) => (answer += chunk.toString('latin1')));
    socket.on('error', () => undefined);
    socket.end(bytes);
    await once(socket, 'close');
    return answer;
  };

  it('to any route get a 4xx that says what is wrong, or an ordinary answer, and never a 5xx', async () => {
    await fc.assert(
      fc.asyncProperty(hostileRequests(document), async (hostile) => {
        const answer = await send(hostile);
        if (!answer) return;
        expect(answer.status).toBeLessThan(500);
        if (answer.status < 400) return;
        expect(answer.type).toMatch(/^application\/problem\+json/);
        expect(JSON.parse(answer.text)).toMatchObject({ status: answer.status, title: expect.any(String) as string });
        expect(answer.text).not.toMatch(/node_modules|at \w+ \(|\.[jt]s:\d|select |insert /);
      }),
      { numRuns: 1_000, endOnFailure: true },
    );
    await stays();
  }, 90_000);

  it('that are no HTTP are answered with 400 or dropped', async () => {
    const bytes = fc.oneof(
      fc.uint8Array({ minLength: 1, maxLength: 400 }).map((given) => Buffer.from(given)),
      fc.constantFrom(
        'GET /v1/sources HTTP/9.9\r\n\r\n',
        'GET /v1/sources HTTP/1.1\r\n\r\n',
        'GET http://[::1/ HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n',
        'POST /v1/sources HTTP/1.1\r\nHost: a\r\nContent-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n',
        'PUT /v1/sources/x HTTP/1.1\r\nHost: a\r\nContent-Length: -5\r\n\r\n{}',
        'PUT /v1/sources/x HTTP/1.1\r\nHost: a\r\nContent-Length: 99999999999999999999\r\n\r\n{}',
        'POST /v1/customers/records?source=crm HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n',
        'GET / HTTP/1.1\r\nHost: a\r\nX: \0\r\n\r\n',
      ),
    );
    await fc.assert(
      fc.asyncProperty(bytes, async (sent) => {
        expect(await wire(sent)).toMatch(/^$|^HTTP\/1\.1 4\d\d /);
      }),
      { numRuns: 150 },
    );
    await stays();
  });

  it('that are cut off leave whole records of whole batches, ended operations and no connection behind', async () => {
    const lines = Array.from({ length: 1_200 }, (_, index) =>
      JSON.stringify({ sourceId: `cut-${index}`, data: { first: `Name ${index}` } }),
    ).join('\n');
    const cuts = [1, 40, 5_000, 30_000, 31_001, 60_000];
    for (const length of cuts) {
      const stream = request({
        port,
        method: 'POST',
        path: '/v1/customers/records?source=crm',
        headers: { 'content-type': 'application/x-ndjson' },
      });
      stream.on('error', () => undefined);
      stream.write(lines.slice(0, length));
      await sleep(length % 50);
      stream.destroy();
    }
    const busy = async (): Promise<number> => {
      const [row] = await aurum.database.query<{ busy: number }>(
        `select (select count(*) from operation where state = 'running')
          + (select count(*) from pg_stat_activity
             where datname = current_database() and state like 'idle in transaction%') as busy`,
      );
      return row?.busy ?? 0;
    };
    while ((await busy()) > 0) await sleep(20);
    const [row] = await aurum.database.query<{ stored: number; told: number; broken: number }>(
      `select (select count(*) from record where source_id like 'cut-%') as stored,
        (select coalesce(max(accepted + unchanged), 0) from operation where source = 'crm') as told,
        (select count(*) from record where source_id like 'cut-%' and data->>'first' is distinct from 'Name ' || substr(source_id, 5)) as broken`,
    );
    expect(row).toMatchObject({ broken: 0, stored: row?.told });
    await stays();
  });

  it('that send their bodies drop by drop keep nobody else waiting', async () => {
    const slow = Array.from({ length: 100 }, () => {
      const stream = request({
        port,
        method: 'POST',
        path: '/v1/customers/records?source=crm',
        headers: { 'content-type': 'application/x-ndjson' },
      });
      stream.on('error', () => undefined);
      stream.write('{"sourceId":"slow-1",');
      return stream;
    });
    const answers = await Promise.all(Array.from({ length: 20 }, () => fetch(`${aurum.url}/v1/sources`)));
    expect(answers.map(({ status }) => status)).toEqual(answers.map(() => 200));
    for (const stream of slow) stream.destroy();
    await stays();
  });
});
