import {
  operationsOf,
  type Document,
  type Header,
  type Method,
  type Operation,
  type Response,
} from './openapi-types.js';

const problemSchema = { $ref: '#/components/schemas/Problem' };

const fieldError = {
  type: 'object',
  required: ['path', 'message'],
  properties: {
    path: { type: 'string', description: 'The invalid part, as `data.birthDate`, `limit`.' },
    message: { type: 'string' },
  },
};

const problem = {
  type: 'object',
  description: 'An error, as RFC 9457 problem details.',
  required: ['type', 'title', 'status'],
  properties: {
    type: { type: 'string', format: 'uri-reference', example: 'about:blank' },
    title: { type: 'string' },
    status: { type: 'integer', minimum: 400, maximum: 599 },
    detail: { type: 'string' },
    instance: { type: 'string' },
    errors: { type: 'array', description: 'Every invalid part of the input.', items: fieldError },
  },
};

const problems: Readonly<Record<string, string>> = {
  400: 'The request cannot be read, or a parameter of it is wrong.',
  401: 'No valid API key was given.',
  404: 'There is no such thing.',
  409: 'What is held stands against it. Nothing is changed.',
  410: 'It is gone.',
  412: 'What `If-Match` names is not what stands. Nothing is changed.',
  413: 'The body is larger than the limit.',
  415: 'The media type is not one that is taken here.',
  422: 'The request can be read, and what it says is invalid.',
  503: 'It cannot be done now. Try again.',
  default: 'An unexpected error.',
};

const requestId: Header = {
  description: 'The id of the request, as it stands in the logs.',
  required: true,
  schema: { type: 'string' },
};

const location: Header = {
  description: 'Where to go on.',
  required: true,
  schema: { type: 'string', format: 'uri-reference' },
};

/**
 * Adds to a document what holds for every operation, so that no controller has to say it: errors as problem details,
 * the header that names the request, where a 202 or a redirect leads, idempotency keys, and API keys where they are used.
 */
export function completeOperations(document: Document, { apiKeys }: { readonly apiKeys: boolean }): Document {
  const completed = structuredClone(document);
  completed.components = {
    ...completed.components,
    schemas: { ...completed.components?.schemas, Problem: problem },
    headers: { ...completed.components?.headers, RequestId: requestId },
  };
  if (apiKeys) {
    completed.components.securitySchemes = { apiKey: { type: 'http', scheme: 'bearer', description: 'An API key.' } };
    completed.security = [{ apiKey: [] }];
  }
  for (const { path, method, operation } of operationsOf(completed)) complete(path, method, operation, apiKeys);
  return completed;
}

function complete(path: string, method: Method, operation: Operation, apiKeys: boolean): void {
  if (!path.startsWith('/v1/')) operation.security = [];
  for (const status of expectedProblems(path, method, operation, apiKeys))
    operation.responses[status] ??= { description: '' };
  if (method === 'post' && path.startsWith('/v1/')) addIdempotencyKey(operation);
  for (const [status, response] of Object.entries(operation.responses))
    if (response && !('$ref' in response)) completeResponse(status, response);
}

function expectedProblems(path: string, method: Method, operation: Operation, apiKeys: boolean): string[] {
  if (!path.startsWith('/v1/')) return ['default'];
  const hasBody = operation.requestBody !== undefined;
  return [
    '400',
    ...(apiKeys ? ['401'] : []),
    ...(/\{\w+\}/.test(path) ? ['404'] : []),
    ...(method === 'post' ? ['409'] : []),
    ...(hasBody ? ['413', '415'] : []),
    ...(hasBody || method === 'post' ? ['422'] : []),
    'default',
  ];
}

function completeResponse(status: string, response: Response): void {
  if ('$ref' in response) return;
  if (status === 'default' || Number(status) >= 400) {
    response.description ||= problems[status] ?? 'An error.';
    if (!hasContent(response)) response.content = { 'application/problem+json': { schema: problemSchema } };
  }
  response.description ||= 'Done.';
  response.headers = {
    'x-request-id': { $ref: '#/components/headers/RequestId' },
    ...(status === '202' || status === '308' ? { Location: location } : {}),
    ...response.headers,
  };
}

function hasContent(response: Exclude<Response, { $ref: string }>): boolean {
  return response.content !== undefined && Object.keys(response.content).length > 0;
}

function addIdempotencyKey(operation: Operation): void {
  const parameters = operation.parameters ?? [];
  if (parameters.some((parameter) => 'name' in parameter && parameter.name.toLowerCase() === 'idempotency-key')) return;
  operation.parameters = [
    ...parameters,
    {
      name: 'Idempotency-Key',
      in: 'header',
      required: false,
      description: 'The same key with the same body gets the first answer again; with another body it is a 422.',
      schema: { type: 'string', maxLength: 255 },
    },
  ];
}
