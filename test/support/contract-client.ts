import { Ajv, type ValidateFunction } from 'ajv';
import addFormats from 'ajv-formats';

/** An answer that was found to be as the document says. */
export interface ContractAnswer {
  readonly status: number;
  readonly headers: Headers;
  /** The JSON body, the lines of an NDJSON body, the text of any other; `undefined` without a body. */
  readonly body: unknown;
}

export interface ContractRequest {
  readonly headers?: Readonly<Record<string, string>>;
  /** Sent as JSON, unless it is text or bytes already. */
  readonly body?: unknown;
}

interface DocumentedOperation {
  readonly template: string;
  readonly method: string;
  readonly expression: RegExp;
  readonly responses: Readonly<Record<string, DocumentedResponse>>;
}

interface DocumentedResponse {
  readonly headers?: Readonly<Record<string, { readonly required?: boolean }>>;
  readonly content?: Readonly<Record<string, { readonly schema?: object }>>;
}

type Paths = Record<string, Record<string, { responses?: Record<string, DocumentedResponse> }>>;

/**
 * A client that believes nothing: it holds every answer against the service's own document. The status must be documented,
 * the media type too, the body valid with no field that the document does not know, and the documented headers must be there.
 */
export class ContractClient {
  /** `get /v1/customers/{goldenId} 200`: every documented answer that was seen so far. */
  readonly seen = new Set<string>();
  private readonly validators = new Map<string, ValidateFunction>();

  private constructor(
    private readonly url: string,
    private readonly operations: readonly DocumentedOperation[],
    private readonly ajv: Ajv,
  ) {}

  static async connect(url: string): Promise<ContractClient> {
    const response = await fetch(`${url}/openapi.json`);
    if (!response.ok) throw new Error(`/openapi.json answered ${response.status}`);
    const document = closed(await response.json()) as { paths: Paths };
    const ajv = new Ajv({ strict: false, allErrors: true });
    addFormats.default(ajv);
    ajv.addSchema(document, 'document');
    const operations = Object.entries(document.paths).flatMap(([template, item]) =>
      Object.entries(item).map(([method, { responses = {} }]) => ({
        template,
        method,
        responses,
        expression: new RegExp(`^${template.replace(/[.]/g, '\\.').replace(/\{\w+\}/g, '([^/]+)')}$`),
      })),
    );
    return new ContractClient(url, operations, ajv);
  }

  get(path: string, headers?: Record<string, string>): Promise<ContractAnswer> {
    return this.request('get', path, headers ? { headers } : {});
  }

  put(path: string, body: unknown, headers?: Record<string, string>): Promise<ContractAnswer> {
    return this.request('put', path, { body, ...(headers ? { headers } : {}) });
  }

  post(path: string, body: unknown, headers?: Record<string, string>): Promise<ContractAnswer> {
    return this.request('post', path, { body, ...(headers ? { headers } : {}) });
  }

  delete(path: string, headers?: Record<string, string>): Promise<ContractAnswer> {
    return this.request('delete', path, headers ? { headers } : {});
  }

  /** Redirects are answers and are not followed. */
  async request(method: string, path: string, { headers = {}, body }: ContractRequest = {}): Promise<ContractAnswer> {
    const isJson = body !== undefined && typeof body !== 'string' && !(body instanceof Uint8Array);
    const response = await fetch(this.url + path, {
      method: method.toUpperCase(),
      redirect: 'manual',
      headers: { ...(isJson ? { 'content-type': 'application/json' } : {}), ...headers },
      ...(body === undefined ? {} : { body: isJson ? JSON.stringify(body) : (body as string) }),
    });
    const answer = { status: response.status, headers: response.headers, body: await bodyOf(response) };
    this.check(method, path, answer);
    return answer;
  }

  private check(method: string, path: string, { status, headers, body }: ContractAnswer): void {
    const [pathname = ''] = path.split('?');
    const where = `${method.toUpperCase()} ${path} -> ${status}`;
    const operation = this.find(method, pathname);
    if (!operation) {
      if (status !== 404 && status !== 405) throw new Error(`${where}: the document has no such route`);
      return;
    }
    const key = operation.responses[status] ? String(status) : status >= 500 ? 'default' : '';
    const response = operation.responses[key];
    if (!response) throw new Error(`${where}: the status is not documented. ${JSON.stringify(body)}`);
    this.seen.add(`${operation.method} ${operation.template} ${key}`);
    for (const [name, header] of Object.entries(response.headers ?? {}))
      if (header.required !== false && !headers.has(name)) throw new Error(`${where}: the header ${name} is missing`);
    this.checkBody(where, operation, key, headers.get('content-type'), body);
  }

  private checkBody(
    where: string,
    operation: DocumentedOperation,
    key: string,
    type: string | null,
    body: unknown,
  ): void {
    const content = operation.responses[key]?.content ?? {};
    if (Object.keys(content).length === 0) {
      if (body !== undefined) throw new Error(`${where}: a body is not documented. ${JSON.stringify(body)}`);
      return;
    }
    const media = (type ?? '').split(';')[0]?.trim() ?? '';
    if (!content[media]) throw new Error(`${where}: the media type '${media}' is not documented`);
    if (!content[media].schema) return;
    const validate = this.validator(operation, key, media);
    for (const part of media === 'application/x-ndjson' ? (body as unknown[]) : [body])
      if (!validate(part))
        throw new Error(`${where}: ${this.ajv.errorsText(validate.errors)}\n${JSON.stringify(part)}`);
  }

  /** The operation whose path is the most literal of those that fit. */
  private find(method: string, pathname: string): DocumentedOperation | undefined {
    const fitting = this.operations.filter((one) => one.method === method && one.expression.test(pathname));
    return fitting.toSorted((x, y) => x.template.split('{').length - y.template.split('{').length)[0];
  }

  private validator({ template, method }: DocumentedOperation, status: string, media: string): ValidateFunction {
    const pointer = ['paths', template, method, 'responses', status, 'content', media, 'schema']
      .map((part) => encodeURIComponent(part.replaceAll('~', '~0').replaceAll('/', '~1')))
      .join('/');
    const known = this.validators.get(pointer);
    if (known) return known;
    const validate = this.ajv.compile({ $ref: `document#/${pointer}` });
    this.validators.set(pointer, validate);
    return validate;
  }
}

async function bodyOf(response: Response): Promise<unknown> {
  const text = await response.text();
  const type = response.headers.get('content-type') ?? '';
  if (text === '') return type.startsWith('application/x-ndjson') ? [] : undefined;
  if (type.startsWith('application/x-ndjson'))
    return text
      .split('\n')
      .filter((line) => line !== '')
      .map((line): unknown => JSON.parse(line));
  return /^application\/([\w.-]+\+)?json\b/.test(type) ? JSON.parse(text) : text;
}

/** The document with every object closed, so that a field that it does not know is an error. */
function closed(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(closed);
  if (typeof value !== 'object' || value === null) return value;
  const object: Record<string, unknown> = Object.fromEntries(
    Object.entries(value).map(([key, part]) => [key, closed(part)]),
  );
  const isObjectSchema = object.type === 'object' && 'properties' in object && !('allOf' in object);
  if (isObjectSchema) object.additionalProperties ??= false;
  return object;
}
