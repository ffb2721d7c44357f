import { STATUS_CODES } from 'node:http';
import { Catch, HttpException, Logger, type ArgumentsHost, type ExceptionFilter } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { postgresErrorCode } from '../database/postgres-error-code.js';
import { Problem } from './problem.js';

export const problemType = 'application/problem+json; charset=utf-8';

/** The body of an answer that tells of a problem (RFC 9457). */
export function problemBody({ status, title, message, errors }: Problem): string {
  return JSON.stringify({ type: 'about:blank', title, status, detail: message, errors });
}

/** Answers every error as problem details. What was not expected is logged, and nothing of it is told. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  private readonly logger = new Logger(ProblemFilter.name);

  catch(error: unknown, host: ArgumentsHost): void {
    const http = host.switchToHttp();
    const request = http.getRequest<FastifyRequest>();
    const reply = http.getResponse<FastifyReply>();
    const problem = problemOf(error);
    if (problem.status >= 500) this.logger.error({ error, requestId: request.id }, 'A request failed.');
    if (reply.sent || reply.raw.headersSent) {
      // Too late to answer otherwise: a cut connection tells the client that the body is not whole.
      reply.raw.destroy();
      return;
    }
    void reply
      .status(problem.status)
      .headers({ ...problem.headers, 'content-type': problemType })
      .send(problemBody(problem));
  }
}

/** The problem that an error is to a client. */
export function problemOf(error: unknown): Problem {
  if (error instanceof Problem) return error;
  const code = postgresErrorCode(error) ?? '';
  // Of connections: refused, reset; the server starting, stopping or full.
  if (/^(ECONN|EPIPE|ETIMEDOUT|57P0|08|53)/.test(code)) {
    return new Problem(503, 'Service Unavailable', 'The store does not answer now. Try again.', undefined, {
      'retry-after': '2',
    });
  }
  const status = statusOf(error);
  if (status === undefined || status >= 500) {
    return new Problem(
      500,
      'Internal Server Error',
      'Something unexpected happened. The log tells more, by request id.',
    );
  }
  return new Problem(status, STATUS_CODES[status] ?? 'Error', error instanceof Error ? sentence(error.message) : '');
}

function statusOf(error: unknown): number | undefined {
  if (error instanceof HttpException) return error.getStatus();
  if (!(error instanceof Error) || !('statusCode' in error)) return undefined;
  // An error of Fastify's own.
  return typeof error.statusCode === 'number' && error.statusCode >= 400 ? error.statusCode : undefined;
}

function sentence(text: string): string {
  return /[.!?]$/.test(text) ? text : `${text}.`;
}
