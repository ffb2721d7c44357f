import type { components } from './generated/openapi.js';

type Problem = components['schemas']['Problem'];

/** An answer of the service that says what went wrong (RFC 9457), or that there was no answer: status 0. */
export class ApiProblem extends Error {
  constructor(
    readonly status: number,
    title: string,
    readonly detail?: string,
    readonly fields: readonly { readonly path: string; readonly message: string }[] = [],
  ) {
    super(title);
  }

  static of(status: number, body: unknown): ApiProblem {
    if (!isProblem(body)) return new ApiProblem(status, `The service answered ${String(status)}.`);
    return new ApiProblem(status, body.title, body.detail, body.errors);
  }
}

function isProblem(body: unknown): body is Problem {
  return typeof body === 'object' && body !== null && 'title' in body && typeof body.title === 'string';
}
