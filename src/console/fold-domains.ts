import type { Domain } from '../domain/domain.js';
import { schemaName } from '../platform/http/openapi-domain-schemas.js';
import {
  methods,
  type Document,
  type Parameter,
  type PathItem,
  type Schema,
  type Schemas,
} from '../platform/http/openapi-types.js';

const schemaPath = '#/components/schemas/';

const oneValue: Schema[] = [
  { type: 'string' },
  { type: 'number' },
  { type: 'object', additionalProperties: { type: 'string' } },
];

/** What stands for the schemas that say which attributes a domain has: a client of all domains knows them by name only. */
const generalSchemas: Schemas = {
  AttributeValue: { oneOf: [...oneValue, { type: 'array', items: { oneOf: oneValue } }] },
  CanonicalRecord: { type: 'object', additionalProperties: { $ref: `${schemaPath}AttributeValue` } },
  Lineage: { type: 'object', additionalProperties: { $ref: `${schemaPath}AttributeLineage` } },
};

const collectionParameter: Parameter = { name: 'collection', in: 'path', required: true, schema: { type: 'string' } };

/**
 * Folds the published document, which names the paths and schemas of each domain, to one for a client that serves every domain
 * alike: `/v1/customers/{goldenId}` and `/v1/products/{goldenId}` become `/v1/{collection}/{goldenId}`, and
 * `CustomerGoldenRecord` and `ProductGoldenRecord` become `GoldenRecord`.
 */
export function foldDomains(document: Document, [first, ...others]: readonly [Domain, ...Domain[]]): Document {
  const schemas = document.components?.schemas ?? {};
  const names = foldedNames(Object.keys(schemas), first);
  const ofOthers = new Set(others.flatMap((domain) => [...foldedNames(Object.keys(schemas), domain).keys()]));
  const kept = Object.entries(schemas)
    .filter(([name]) => !ofOthers.has(name))
    .map(([name, schema]): [string, Schema] => [names.get(name) ?? name, schema]);
  const paths = Object.entries(document.paths)
    .filter(([path]) => !others.some((domain) => isOf(domain, path)))
    .map(([path, item]): [string, PathItem] => (isOf(first, path) ? folded(first, path, item) : [path, item]));
  const foldedDocument: Document = {
    ...document,
    paths: Object.fromEntries(paths),
    components: { ...document.components, schemas: { ...Object.fromEntries(kept), ...generalSchemas } },
  };
  return JSON.parse(JSON.stringify(foldedDocument), (key, value: unknown) => {
    if (key !== '$ref' || typeof value !== 'string' || !value.startsWith(schemaPath)) return value;
    const name = value.slice(schemaPath.length);
    return schemaPath + (names.get(name) ?? name);
  }) as Document;
}

/** What each schema of the domain's own is called when folded. */
function foldedNames(schemas: readonly string[], domain: Domain): ReadonlyMap<string, string> {
  const start = schemaName(domain);
  const own = schemas.filter((name) => name.startsWith(start));
  return new Map(own.map((name) => [name, name.slice(start.length) || 'CanonicalRecord']));
}

function isOf({ collection }: Domain, path: string): boolean {
  return path === `/v1/${collection}` || path.startsWith(`/v1/${collection}/`);
}

function folded({ collection }: Domain, path: string, item: PathItem): [string, PathItem] {
  const own = { ...item };
  for (const method of methods) {
    const operation = own[method];
    if (operation) own[method] = { ...operation, parameters: [collectionParameter, ...(operation.parameters ?? [])] };
  }
  return [path.replace(`/v1/${collection}`, '/v1/{collection}'), own];
}
