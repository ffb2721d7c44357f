import createClient, { type Middleware } from 'openapi-fetch';
import { readApiKey, setApiKey } from './api-key.js';
import { ApiProblem } from './api-problem.js';
import type { components, paths } from './generated/openapi.js';

/** The shapes of the API, by their names in its OpenAPI document. */
export type Schemas = components['schemas'];

const authorization: Middleware = {
  onRequest({ request }) {
    const key = readApiKey();
    if (key !== null) request.headers.set('authorization', `Bearer ${key}`);
    return request;
  },
  onResponse({ response }) {
    if (response.status === 401) setApiKey(null);
    return response;
  },
};

/** The service, typed by its own document. Paths that every collection has are written with `{collection}`. */
export const client = createClient<paths>({ baseUrl: location.origin });
client.use(authorization);

interface Answer<Data> {
  readonly data?: Data;
  readonly error?: unknown;
  readonly response: Response;
}

/**
 * The body of an answer.
 *
 * @throws ApiProblem where the service refused, or did not answer
 */
export async function bodyOf<Data>(call: Promise<Answer<Data>>): Promise<NonNullable<Data>> {
  const { data, error, response } = await call.catch((cause: unknown): never => {
    throw cause instanceof DOMException ? cause : new ApiProblem(0, 'The service does not answer.');
  });
  if (response.ok && data !== undefined && data !== null) return data;
  throw ApiProblem.of(response.status, error);
}

/**
 * Sees to the end of a call whose answer has no body.
 *
 * @throws ApiProblem where the service refused, or did not answer
 */
export async function done(call: Promise<Answer<unknown>>): Promise<void> {
  const { error, response } = await call.catch((): never => {
    throw new ApiProblem(0, 'The service does not answer.');
  });
  if (!response.ok) throw ApiProblem.of(response.status, error);
}
