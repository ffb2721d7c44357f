import { randomUUID } from 'node:crypto';
import {
  Injectable,
  type CallHandler,
  type ExecutionContext,
  type NestInterceptor,
  type OnModuleDestroy,
} from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { from, lastValueFrom, type Observable } from 'rxjs';
import { clientOf } from '../auth/api-key.guard.js';
import { Configuration } from '../platform/config/configuration.js';
import { Problem } from '../platform/http/problem.js';
import { hashBody, type HashedBody } from './body-hash.js';
import { IdempotencyRepository, type KeptAnswer } from './idempotency.repository.js';

const leaseSeconds = 10;
const keptHeaders = ['location'] as const;
const keyPattern = /^[\x21-\x7e](?:[\x20-\x7e]{0,253}[\x21-\x7e])?$/;

/**
 * Answers a POST that carries an `Idempotency-Key` again as the first time, once it has succeeded. A request that failed
 * or whose process is gone leaves its key free.
 */
@Injectable()
export class IdempotencyInterceptor implements NestInterceptor, OnModuleDestroy {
  private readonly held = new Set<string>();
  private renewal: NodeJS.Timeout | undefined;

  constructor(
    private readonly repository: IdempotencyRepository,
    private readonly configuration: Configuration,
  ) {}

  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const request = context.switchToHttp().getRequest<FastifyRequest>();
    const key = request.headers['idempotency-key'];
    if (request.method !== 'POST' || key === undefined) return next.handle();
    if (typeof key !== 'string' || !keyPattern.test(key)) throw keyInvalid();
    return from(this.answer(request, context.switchToHttp().getResponse<FastifyReply>(), key, next));
  }

  onModuleDestroy(): void {
    clearInterval(this.renewal);
  }

  private async answer(request: FastifyRequest, reply: FastifyReply, key: string, next: CallHandler): Promise<unknown> {
    const scope = this.scopeOf(request);
    const hashed = hashBody(request.body, request.url, request.headers['content-type'] ?? '');
    request.body = hashed.body;
    const holder = randomUUID();
    if (!(await this.repository.take(scope, key, holder, leaseSeconds))) {
      const known = await this.repository.find(scope, key);
      if (!known) throw keyInUse();
      if (!known.bodyHash.equals(await hashed.finish())) throw keyReused();
      void reply.status(known.status).headers(known.headers);
      return known.body;
    }
    this.hold(holder);
    try {
      const answer: unknown = await lastValueFrom(next.handle());
      await this.repository.keep(scope, key, holder, await kept(reply, answer, hashed));
      return answer;
    } catch (error) {
      await this.repository.free(scope, key, holder).catch(() => undefined);
      throw error;
    } finally {
      this.release(holder);
    }
  }

  /** Keys of different clients and of different resources are different keys. */
  private scopeOf({ headers, url }: FastifyRequest): string {
    const client = clientOf(headers.authorization, this.configuration.apiKeys) ?? '';
    return `${client} ${url.split('?', 1)[0] ?? ''}`;
  }

  private hold(holder: string): void {
    this.held.add(holder);
    this.renewal ??= setInterval(() => void this.renew(), (leaseSeconds * 1_000) / 3).unref();
  }

  private release(holder: string): void {
    this.held.delete(holder);
    if (this.held.size > 0) return;
    clearInterval(this.renewal);
    this.renewal = undefined;
  }

  /** A renewal that fails is made up for by the next one. */
  private async renew(): Promise<void> {
    await this.repository.renew([...this.held], leaseSeconds).catch(() => undefined);
  }
}

async function kept(reply: FastifyReply, body: unknown, hashed: HashedBody): Promise<KeptAnswer> {
  const headers: Record<string, string> = {};
  for (const name of keptHeaders) {
    const value = reply.getHeader(name);
    if (value !== undefined) headers[name] = String(value);
  }
  return { bodyHash: await hashed.finish(), status: reply.statusCode, headers, body };
}

function keyInvalid(): Problem {
  return new Problem(400, 'Invalid request', 'The idempotency key is invalid.', [
    { path: 'Idempotency-Key', message: 'must be 1 to 255 visible characters' },
  ]);
}

function keyInUse(): Problem {
  const detail = 'A request with this idempotency key is still under way.';
  return new Problem(409, 'Request under way', detail, undefined, { 'Retry-After': '1' });
}

function keyReused(): Problem {
  return new Problem(422, 'Idempotency key reused', 'This idempotency key was used for another request.', [
    { path: 'Idempotency-Key', message: 'was used with another body' },
  ]);
}
