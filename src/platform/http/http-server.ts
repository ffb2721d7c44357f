import { randomUUID } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Socket } from 'node:net';
import { FastifyAdapter } from '@nestjs/platform-fastify';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Configuration } from '../config/configuration.js';
import { addBodyParsers } from './body-parsers.js';
import { problemBody, problemOf, problemType } from './problem.filter.js';
import { Problem } from './problem.js';

const requestId = /^[\w.:+/=-]{1,128}$/;

/** No text of the store can hold it. */
const encodedNul = '%00';

/** What a process that runs only workers answers. */
const workerRoute = /^\/(health|metrics)(\/|$)/;

/** The HTTP server, before there are routes: limits, ids of requests, bodies, and errors that no route sees. */
export function createHttpServer(configuration: Configuration): FastifyAdapter {
  const adapter = new FastifyAdapter({
    logger: false,
    genReqId,
    requestIdHeader: false,
    // A source id has up to 512 characters, each of up to 12 in a path.
    routerOptions: { maxParamLength: 8_192 },
    // Of headers that never end. A body may take as long as it takes.
    http: { headersTimeout: 30_000, requestTimeout: 0 },
    frameworkErrors: (error: Error, request: FastifyRequest, reply: FastifyReply) => {
      void reply.header('x-request-id', request.id);
      sendProblem(reply, problemOf(error));
    },
    clientErrorHandler,
  });
  const fastify: FastifyInstance = adapter.getInstance();
  fastify.addHook('onRequest', async (request, reply) => {
    void reply.header('x-request-id', request.id).header('x-content-type-options', 'nosniff');
    if (!configuration.servesApi && !workerRoute.test(request.url)) throw onlyWorkers();
    if (request.url.includes(encodedNul)) throw new Problem(400, 'Bad Request', 'The address holds a NUL character.');
    return Promise.resolve();
  });
  fastify.server.on('checkExpectation', refuseExpectation);
  addBodyParsers(fastify, configuration.maximumRecordBytes);
  return adapter;
}

function genReqId({ headers }: Pick<FastifyRequest['raw'], 'headers'> | IncomingMessage): string {
  const given = headers['x-request-id'];
  return typeof given === 'string' && requestId.test(given) ? given : randomUUID();
}

function sendProblem(reply: FastifyReply, problem: Problem): void {
  void reply.status(problem.status).header('content-type', problemType).send(problemBody(problem));
}

/** An `Expect` that is not `100-continue` never becomes a request either. */
function refuseExpectation(_request: IncomingMessage, response: ServerResponse): void {
  const problem = new Problem(417, 'Expectation Failed', 'Only `Expect: 100-continue` can be met.');
  response.writeHead(problem.status, { 'content-type': problemType, 'x-request-id': randomUUID() });
  response.end(problemBody(problem));
}

/** What cannot be read as HTTP never becomes a request. */
function clientErrorHandler(error: Error & { readonly code?: string }, socket: Socket): void {
  if (!socket.writable) return;
  const problem =
    error.code === 'HPE_HEADER_OVERFLOW'
      ? new Problem(431, 'Request Header Fields Too Large', 'The headers are larger than the limit.')
      : error.code === 'ERR_HTTP_REQUEST_TIMEOUT'
        ? new Problem(408, 'Request Timeout', 'The headers did not arrive in time.')
        : new Problem(400, 'Bad Request', 'This is not HTTP.');
  const body = problemBody(problem);
  const head = [
    `HTTP/1.1 ${problem.status} ${problem.title}`,
    `x-request-id: ${randomUUID()}`,
    `content-type: ${problemType}`,
    `content-length: ${Buffer.byteLength(body)}`,
    'connection: close',
  ];
  socket.end(`${head.join('\r\n')}\r\n\r\n${body}`);
}

function onlyWorkers(): Problem {
  return new Problem(404, 'Not Found', 'This process runs workers only (AURUM_ROLE).');
}
