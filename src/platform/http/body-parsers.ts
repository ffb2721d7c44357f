import type { Readable } from 'node:stream';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { parseJson } from './parse-json.js';
import { Problem } from './problem.js';

/** The route that takes a stream of records, of any length. */
const recordStream = { method: 'POST', url: '/v1/:collection/records' };

/**
 * Reads bodies: JSON up to a limit, and the stream of records untouched, so that it is read only as fast as its records are
 * stored. Any other media type is a 415.
 */
export function addBodyParsers(fastify: FastifyInstance, maximumBytes: number): void {
  fastify.removeAllContentTypeParsers();
  fastify.addContentTypeParser('application/json', async (request: FastifyRequest, payload: Readable) => {
    refuseEncodings(request);
    return isRecordStream(request) ? payload : readJson(request, payload, maximumBytes);
  });
  fastify.addContentTypeParser(
    ['application/x-ndjson', 'text/csv'],
    async (request: FastifyRequest, payload: Readable) => {
      refuseEncodings(request);
      if (isRecordStream(request)) return Promise.resolve(payload);
      throw unsupported(`This takes application/json.`);
    },
  );
}

function isRecordStream({ method, routeOptions }: FastifyRequest): boolean {
  return method === recordStream.method && routeOptions.url === recordStream.url;
}

function refuseEncodings({ headers }: FastifyRequest): void {
  const encoding = headers['content-encoding'] ?? 'identity';
  if (encoding !== 'identity') throw unsupported('Bodies are taken uncompressed only.');
}

async function readJson(request: FastifyRequest, payload: Readable, maximumBytes: number): Promise<unknown> {
  if (Number(request.headers['content-length'] ?? 0) > maximumBytes) throw tooLarge(maximumBytes);
  const chunks: Buffer[] = [];
  let bytes = 0;
  // Leaving the loop early must not destroy the connection, on which the answer is still to go out.
  for await (const chunk of payload.iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>) {
    bytes += chunk.length;
    if (bytes > maximumBytes) throw tooLarge(maximumBytes);
    chunks.push(chunk);
  }
  return bytes === 0 ? undefined : parseJson(Buffer.concat(chunks).toString('utf8'));
}

function tooLarge(maximumBytes: number): Problem {
  return new Problem(413, 'Body too large', `The body is larger than ${maximumBytes} bytes.`, undefined, {
    connection: 'close',
  });
}

function unsupported(detail: string): Problem {
  return new Problem(415, 'Unsupported media type', detail);
}
