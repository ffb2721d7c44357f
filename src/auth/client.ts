import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';

const clients = new WeakMap<FastifyRequest, string>();

/** Notes whose API key a request presented. */
export function rememberClient(request: FastifyRequest, client: string): void {
  clients.set(request, client);
}

/** Gives a route the name of the API key that its request presented; null where the service asks for none. */
export const Client = createParamDecorator(
  (_: unknown, context: ExecutionContext): string | null =>
    clients.get(context.switchToHttp().getRequest<FastifyRequest>()) ?? null,
);
