import { timingSafeEqual } from 'node:crypto';
import { Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { FastifyRequest } from 'fastify';
import { digestApiKey, type ApiKeys } from '../platform/config/api-keys.js';
import { Configuration } from '../platform/config/configuration.js';
import { openToAll } from '../platform/http/open-to-all.js';
import { Problem } from '../platform/http/problem.js';
import { rememberClient } from './client.js';

/** Lets in whoever presents an API key, where any is configured. */
@Injectable()
export class ApiKeyGuard implements CanActivate {
  constructor(
    private readonly configuration: Configuration,
    private readonly reflector: Reflector,
  ) {}

  canActivate(context: ExecutionContext): boolean {
    const { apiKeys } = this.configuration;
    if (apiKeys.size === 0) return true;
    if (this.reflector.getAllAndOverride(openToAll, [context.getHandler(), context.getClass()])) return true;
    const request = context.switchToHttp().getRequest<FastifyRequest>();
    const client = clientOf(request.headers.authorization, apiKeys);
    if (client !== undefined) {
      rememberClient(request, client);
      return true;
    }
    throw new Problem(401, 'Unauthorized', 'Present an API key: Authorization: Bearer KEY.', undefined, {
      'www-authenticate': 'Bearer',
    });
  }
}

/** The name of the client whose key it is. Takes the same time whichever key it is, and for none. */
export function clientOf(authorization: string | undefined, apiKeys: ApiKeys): string | undefined {
  const [, key = ''] = /^Bearer +(\S+)$/i.exec(authorization ?? '') ?? [];
  const digest = digestApiKey(key);
  return [...apiKeys].filter(([, known]) => timingSafeEqual(known, digest)).map(([name]) => name)[0];
}
