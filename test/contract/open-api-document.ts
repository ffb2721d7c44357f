import { Ajv } from 'ajv';
import addFormats from 'ajv-formats';

/** As much of an OpenAPI document as its tests look at. */
export interface OpenApiDocument {
  readonly openapi: string;
  readonly info: { readonly title: string; readonly version: string };
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
  readonly components: Readonly<Record<string, Readonly<Record<string, object>>>>;
}

export interface Operation {
  readonly operationId?: string;
  readonly tags?: readonly string[];
  readonly parameters?: readonly { readonly name: string; readonly in: string; readonly schema?: object }[];
  readonly requestBody?: { readonly content: Readonly<Record<string, { readonly schema?: object }>> };
  readonly responses: Readonly<Record<string, object>>;
}

export interface Response {
  readonly description?: string;
  readonly headers?: Readonly<Record<string, object>>;
  readonly content?: Readonly<Record<string, { readonly schema?: object }>>;
}

interface Schema {
  readonly $ref?: string;
  readonly items?: Schema;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly additionalProperties?: Schema | boolean;
  readonly allOf?: readonly Schema[];
  readonly oneOf?: readonly Schema[];
  readonly anyOf?: readonly Schema[];
}

const methods = ['get', 'put', 'post', 'delete', 'patch', 'head', 'options', 'trace'];

export function methodsOf(item: Readonly<Record<string, unknown>>): string[] {
  return methods.filter((method) => method in item);
}

/** What a reference leads to; anything else as it is. */
export function resolve(document: OpenApiDocument, value: object | undefined): Response {
  if (!value || !('$ref' in value) || typeof value.$ref !== 'string') return value ?? {};
  return resolve(document, pointed(document, value.$ref));
}

/**
 * The schema of a field by its path (`items[].score.weight`), through references and alternatives; `undefined` where the
 * document does not know the field.
 */
export function fieldSchema(document: OpenApiDocument, schema: object | undefined, path: string): object | undefined {
  const steps = path.split('.').flatMap((part) => (part.endsWith('[]') ? [part.slice(0, -2), '[]'] : [part]));
  let current: Schema[] = schema ? [schema] : [];
  for (const step of steps) current = alternatives(document, current).flatMap((one) => stepInto(one, step));
  return current[0];
}

function stepInto({ items, properties }: Schema, step: string): Schema[] {
  const next = step === '[]' ? items : properties?.[step];
  return next ? [next] : [];
}

function alternatives(document: OpenApiDocument, schemas: readonly Schema[]): Schema[] {
  return schemas.flatMap((schema) => {
    const nested = [...(schema.allOf ?? []), ...(schema.oneOf ?? []), ...(schema.anyOf ?? [])];
    if (schema.$ref !== undefined) nested.push(pointed(document, schema.$ref) ?? {});
    return [schema, ...(nested.length > 0 ? alternatives(document, nested) : [])];
  });
}

function pointed(document: OpenApiDocument, reference: string): object | undefined {
  let current: unknown = document;
  for (const part of reference.replace(/^#\//, '').split('/')) {
    const key = part.replaceAll('~1', '/').replaceAll('~0', '~');
    current = typeof current === 'object' && current !== null ? (current as Record<string, unknown>)[key] : undefined;
  }
  return typeof current === 'object' && current !== null ? current : undefined;
}

/** What is wrong with a document by the essentials of OpenAPI 3.0: structure, references, parameters, schemas. */
export function problemsOf(document: OpenApiDocument): string[] {
  const problems: string[] = [];
  if (!/^3\.0\.\d+$/.test(document.openapi)) problems.push(`openapi: ${document.openapi}`);
  if (!document.info.title || !document.info.version) problems.push('info needs a title and a version');
  for (const name of Object.keys(document.components).flatMap((kind) => Object.keys(document.components[kind] ?? {})))
    if (!/^[\w.-]+$/.test(name)) problems.push(`component name ${name}`);
  for (const reference of referencesOf(document))
    if (!reference.startsWith('#/') || !pointed(document, reference)) problems.push(`reference ${reference}`);
  const ids = new Set<string>();
  for (const [path, item] of Object.entries(document.paths)) {
    if (!path.startsWith('/')) problems.push(`path ${path}`);
    if (methodsOf(item).length === 0) problems.push(`${path} has no operation`);
    for (const method of methodsOf(item)) {
      const operation = item[method];
      if (operation) problems.push(...problemsOfOperation(`${method} ${path}`, path, operation, ids));
    }
  }
  return [...problems, ...problemsOfSchemas(document)];
}

function problemsOfOperation(where: string, path: string, operation: Operation, ids: Set<string>): string[] {
  const { operationId = '', tags = [], requestBody, responses } = operation;
  const isKnown = ids.has(operationId);
  ids.add(operationId);
  return [
    ...(operationId === '' || isKnown ? [`${where}: operationId '${operationId}' is not its own`] : []),
    ...(tags.length === 0 ? [`${where} has no tag`] : []),
    ...(requestBody && Object.keys(requestBody.content).length === 0 ? [`${where}: a body without content`] : []),
    ...problemsOfParameters(where, path, operation),
    ...problemsOfResponses(where, responses),
  ];
}

function problemsOfParameters(where: string, path: string, { parameters = [] }: Operation): string[] {
  const declared = parameters.filter((one) => one.in === 'path').map(({ name }) => name);
  const named = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name);
  const keys = parameters.map((one) => `${one.in} ${one.name.toLowerCase()}`);
  return [
    ...(declared.toSorted().join() === named.toSorted().join()
      ? []
      : [`${where}: its path declares ${declared.join()}`]),
    ...(new Set(keys).size === keys.length ? [] : [`${where}: a parameter is declared twice`]),
    ...parameters.filter(({ schema }) => !schema).map(({ name }) => `${where}: ${name} has no schema`),
  ];
}

function problemsOfResponses(where: string, responses: Operation['responses']): string[] {
  const entries = Object.entries(responses);
  return [
    ...(entries.length === 0 ? [`${where} has no responses`] : []),
    ...entries
      .filter(([status]) => !/^([1-5]\d\d|default)$/.test(status))
      .map(([status]) => `${where}: status ${status}`),
    ...entries
      .filter(([, response]) => !('$ref' in response) && !(response as Response).description)
      .map(([status]) => `${where} ${status}: no description`),
  ];
}

/** Every schema must compile: no unknown type, format or keyword that means nothing. */
function problemsOfSchemas(document: OpenApiDocument): string[] {
  const ajv = new Ajv({ strict: false });
  addFormats.default(ajv);
  ajv.addSchema(document, 'document');
  return Object.keys(document.components.schemas ?? {}).flatMap((name) => {
    try {
      ajv.compile({ $ref: `document#/components/schemas/${name}` });
      return [];
    } catch (error) {
      return [`schema ${name}: ${String(error)}`];
    }
  });
}

function referencesOf(value: unknown): string[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, part]: [string, unknown]) =>
    key === '$ref' && typeof part === 'string' ? [part] : referencesOf(part),
  );
}
