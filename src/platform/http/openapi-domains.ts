import type { Domain } from '../../domain/domain.js';
import { domainSchemas, schemaName } from './openapi-domain-schemas.js';
import { methods, type Document, type Operation, type PathItem, type Schema, type Schemas } from './openapi-types.js';

const collectionPath = /^(.*)\/\{collection\}(\/.*)?$/;
const schemaPath = '#/components/schemas/';
const domainSchemaNames = ['CanonicalRecord', 'Lineage'];

/**
 * Unfolds a document whose paths serve every collection (`/v1/{collection}/...`) to one that names each: the paths of
 * each domain, and schemas of its own for everything that speaks of the domain's attributes.
 */
export function expandDomains(document: Document, domains: readonly Domain[]): Document {
  const schemas = document.components?.schemas ?? {};
  const specific = schemasOfDomains(schemas);
  const unfolded = domains.map((domain) => unfold(document.paths, schemas, specific, domain));
  const general = Object.entries(schemas).filter(([name]) => !specific.has(name));
  const untouched = Object.entries(document.paths).filter(([path]) => !collectionPath.test(path));
  return {
    ...document,
    tags: [...(document.tags ?? []), ...unfolded.map(({ tag }) => tag)],
    paths: Object.assign(Object.fromEntries(untouched), ...unfolded.map(({ paths }) => paths)) as Document['paths'],
    components: {
      ...document.components,
      schemas: Object.assign(Object.fromEntries(general), ...unfolded.map((one) => one.schemas)) as Schemas,
    },
  };
}

/** The paths and the schemas of one domain. */
function unfold(paths: Document['paths'], schemas: Schemas, specific: ReadonlySet<string>, domain: Domain) {
  const own = domainSchemas(domain);
  const names = new Map(Object.entries(own).map(([schema, { name }]) => [schema, name]));
  for (const name of specific) if (!names.has(name)) names.set(name, schemaName(domain) + name);
  const ownSchemas: Schemas = Object.fromEntries(Object.values(own).map(({ name, schema }) => [name, schema]));
  for (const [name, ownName] of names) {
    const schema = schemas[name];
    if (schema) ownSchemas[ownName] = rewriteReferences(schema, names);
  }
  const ownPaths: Document['paths'] = {};
  for (const [path, item] of Object.entries(paths)) {
    const [, before, after = ''] = collectionPath.exec(path) ?? [];
    if (before === undefined) continue;
    ownPaths[`${before}/${domain.collection}${after}`] = pathOfDomain(rewriteReferences(item, names), domain);
  }
  return {
    paths: ownPaths,
    schemas: ownSchemas,
    tag: { name: tagOf(domain), description: `The ${domain.collection}.` },
  };
}

function pathOfDomain(item: PathItem, domain: Domain): PathItem {
  const own = { ...item };
  for (const method of methods) {
    const operation = own[method];
    if (operation) own[method] = operationOfDomain(operation, domain);
  }
  return own;
}

function operationOfDomain(operation: Operation, domain: Domain): Operation {
  return {
    ...operation,
    operationId: `${operation.operationId ?? ''}${schemaName(domain)}`,
    tags: [tagOf(domain)],
    parameters: operation.parameters?.filter((parameter) => !('name' in parameter) || parameter.name !== 'collection'),
  };
}

function tagOf({ collection }: Domain): string {
  return collection.charAt(0).toUpperCase() + collection.slice(1);
}

/** Names of the schemas that lead, over any number of references, to one that each domain has of its own. */
function schemasOfDomains(schemas: Schemas): ReadonlySet<string> {
  const specific = new Set(domainSchemaNames);
  for (let size = 0; size < specific.size;) {
    size = specific.size;
    for (const [name, schema] of Object.entries(schemas))
      if (referencesOf(schema).some((reference) => specific.has(reference))) specific.add(name);
  }
  return specific;
}

function referencesOf(schema: Schema): string[] {
  return [...JSON.stringify(schema).matchAll(/"\$ref":"#\/components\/schemas\/([^"]+)"/g)].flatMap(
    ([, name]) => name ?? [],
  );
}

/** The same structure with its references renamed. */
function rewriteReferences<Part>(part: Part, names: ReadonlyMap<string, string>): Part {
  return JSON.parse(JSON.stringify(part), (key, value: unknown) => {
    if (key === '$ref' && typeof value === 'string') return renamed(value, names);
    return isReferenceWithType(value) ? { ...value, type: undefined, additionalProperties: undefined } : value;
  }) as Part;
}

function renamed(reference: string, names: ReadonlyMap<string, string>): string {
  const name = reference.slice(schemaPath.length);
  return schemaPath + (names.get(name) ?? name);
}

// The decorator of a property cannot leave the type out; the schema that is referred to says it.
function isReferenceWithType(value: unknown): value is object {
  return typeof value === 'object' && value !== null && 'allOf' in value && 'additionalProperties' in value;
}
