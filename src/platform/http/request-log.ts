import { Injectable, Logger } from '@nestjs/common';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { Metrics } from '../telemetry/metrics.js';

/** Requests that monitors make again and again. */
const quiet = /^\/(health|metrics)(\/|$)/;

/**
 * Logs and measures each request by its route. Neither the path nor the query is logged: both may hold personal data (the
 * id that a source gives a person, the text of a search).
 */
@Injectable()
export class RequestLog {
  private readonly logger = new Logger('Request');

  constructor(private readonly metrics: Metrics) {}

  attach(fastify: FastifyInstance): void {
    fastify.addHook('onResponse', async (request, reply) => this.ended(request, reply));
    fastify.addHook('onRequestAbort', async (request) => this.aborted(request));
  }

  private ended(request: FastifyRequest, reply: FastifyReply): Promise<void> {
    const route = request.routeOptions.url ?? 'none';
    this.metrics.requestEnded(request.method, route, reply.statusCode, reply.elapsedTime / 1_000);
    const entry = {
      requestId: request.id,
      method: request.method,
      route,
      status: reply.statusCode,
      milliseconds: Math.round(reply.elapsedTime * 10) / 10,
    };
    if (quiet.test(route)) this.logger.debug(entry);
    else this.logger.log(entry);
    return Promise.resolve();
  }

  private aborted(request: FastifyRequest): Promise<void> {
    const route = request.routeOptions.url ?? 'none';
    this.logger.warn({ requestId: request.id, method: request.method, route }, 'The client went away.');
    return Promise.resolve();
  }
}
