import { Problem, type FieldError } from '../platform/http/problem.js';

/** An error as RFC 9457 problem details, as an operation keeps it. */
export interface ProblemDetails {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly detail: string;
  readonly errors?: readonly FieldError[];
}

/** Says why an operation failed. What is no `Problem` says no more than that it happened. */
export function problemDetails(error: unknown): ProblemDetails {
  if (!(error instanceof Problem))
    return {
      type: 'about:blank',
      title: 'Internal error',
      status: 500,
      detail: 'The operation failed by an internal error.',
    };
  const { title, status, detail, errors } = error;
  return { type: 'about:blank', title, status, detail, ...(errors && { errors }) };
}
