import { Agent, type ClientRequest, type IncomingMessage, request } from 'node:http';
import { createInterface } from 'node:readline';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { isObject, listAt, valueAt } from './json.js';

/** The formats in which many records are posted in one request. */
export type RecordFormat = 'application/x-ndjson' | 'application/json' | 'text/csv';

/** Request headers by name. */
export type Headers = Readonly<Record<string, string>>;

/** An answer whose status is not one of success. */
export class RequestFailed extends Error {
  constructor(
    readonly status: number,
    message: string,
  ) {
    super(message);
  }
}

/** Speaks to the REST API of a running service. Bodies are streamed, so that none is too large. */
export class AurumClient {
  private readonly agent = new Agent({ keepAlive: true });

  /** @param key presented as a bearer token, where the service asks for one */
  constructor(
    readonly url: string,
    private readonly key?: string,
  ) {}

  async get(path: string): Promise<unknown> {
    return readJson(await this.exchange('GET', path, 'application/json'));
  }

  async text(path: string): Promise<string> {
    return readText(await this.exchange('GET', path, 'text/plain'));
  }

  async put(path: string, body: unknown, headers?: Headers): Promise<unknown> {
    return this.send('PUT', path, body, headers);
  }

  async post(path: string, body: unknown, headers?: Headers): Promise<unknown> {
    return this.send('POST', path, body, headers);
  }

  /** Posts records as they come, no faster than the service takes them; answers with the operation. */
  async postRecords(path: string, format: RecordFormat, body: AsyncIterable<string | Buffer>): Promise<unknown> {
    return readJson(await this.exchange('POST', path, 'application/json', format, body));
  }

  /** The lines of a streamed answer, each parsed. */
  async *lines(path: string): AsyncGenerator {
    const response = await this.exchange('GET', path, 'application/x-ndjson');
    for await (const line of createInterface({ input: response, crlfDelay: Infinity })) {
      if (line !== '') yield JSON.parse(line) as unknown;
    }
  }

  private async send(method: string, path: string, body: unknown, headers?: Headers): Promise<unknown> {
    const json = 'application/json';
    return readJson(await this.exchange(method, path, json, json, JSON.stringify(body), headers));
  }

  private async exchange(
    method: string,
    path: string,
    accept: string,
    format?: RecordFormat,
    body: AsyncIterable<string | Buffer> | string = '',
    more: Headers = {},
  ): Promise<IncomingMessage> {
    const headers = {
      ...more,
      accept,
      ...(format && { 'content-type': format }),
      ...(this.key !== undefined && { authorization: `Bearer ${this.key}` }),
    };
    const outgoing = request(`${this.url}${path}`, { method, agent: this.agent, headers });
    const answered = new Promise<IncomingMessage>((resolve, reject) => {
      outgoing.once('response', resolve).once('error', reject);
    });
    // A service that refuses the request answers before it has read it all: then the answer counts, not the broken pipe.
    const sent = typeof body === 'string' ? sendWhole(outgoing, body) : pipeline(Readable.from(body), outgoing);
    const response = await Promise.race([answered, sent.then(() => answered)]).catch(() => answered);
    sent.catch(() => undefined);
    if ((response.statusCode ?? 0) >= 400) throw await failure(method, path, response);
    return response;
  }
}

/** In one piece, and so with its length in its head: a service need not wait for the rest. */
async function sendWhole(outgoing: ClientRequest, body: string): Promise<void> {
  return new Promise((resolve, reject) => {
    outgoing.once('error', reject).end(body, resolve);
  });
}

/** Puts small pieces together, so that each write to the network carries about 64 KiB. */
export async function* inChunks(pieces: Iterable<string> | AsyncIterable<string>): AsyncGenerator<string> {
  let chunk = '';
  for await (const piece of pieces) {
    chunk += piece;
    if (chunk.length < 65_536) continue;
    yield chunk;
    chunk = '';
  }
  if (chunk !== '') yield chunk;
}

async function readText(response: IncomingMessage): Promise<string> {
  let text = '';
  response.setEncoding('utf8');
  for await (const chunk of response) text += String(chunk);
  return text;
}

async function readJson(response: IncomingMessage): Promise<unknown> {
  const text = await readText(response);
  return text === '' ? undefined : (JSON.parse(text) as unknown);
}

async function failure(method: string, path: string, response: IncomingMessage): Promise<RequestFailed> {
  const status = response.statusCode ?? 0;
  const text = await readText(response).catch(() => '');
  return new RequestFailed(status, `${method} ${path} was answered with ${status}: ${describeProblem(text)}`);
}

function describeProblem(text: string): string {
  try {
    const problem: unknown = JSON.parse(text);
    const detail = valueAt(problem, 'detail') ?? valueAt(problem, 'title');
    const errors = isObject(problem) && 'errors' in problem ? listAt(problem, 'errors') : [];
    const named = errors.map((error) => `${String(valueAt(error, 'path'))} ${String(valueAt(error, 'message'))}`);
    return [String(detail), ...named].join('; ');
  } catch {
    return text.slice(0, 300);
  }
}
