/** One invalid part of the input, by its path (`data.birthDate`, `mappings.customers.email`, `limit`). */
export interface FieldError {
  readonly path: string;
  readonly message: string;
}

/**
 * An error that a client is told about, as RFC 9457 problem details. Throw it from a use case; the HTTP layer renders it.
 * Errors of a kind are declared beside their use case as functions that make one.
 */
export class Problem extends Error {
  constructor(
    readonly status: number,
    readonly title: string,
    readonly detail: string,
    readonly errors?: readonly FieldError[],
    readonly headers?: Readonly<Record<string, string>>,
  ) {
    super(detail);
  }
}
