import type { FastifyReply, FastifyRequest } from 'fastify';

/** Answers a request for a merged golden record by the address of the same with its survivor. */
export function redirectToSurvivor(
  request: FastifyRequest,
  reply: FastifyReply,
  merged: string,
  survivor: string,
): void {
  void reply.code(308).header('location', request.url.replace(merged, survivor));
}
