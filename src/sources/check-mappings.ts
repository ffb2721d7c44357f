import jsonata from 'jsonata';
import type { DomainRegistry } from '../platform/domain-registry.js';
import type { FieldError } from '../platform/http/problem.js';
import { readAttributePath } from './attribute-path.js';
import type { SourceDefinition } from './source.js';

const maximumExpressionLength = 10_000;

/** Everything that is wrong with the mappings of a source: collections, attribute paths and expressions. */
export function checkMappings(mappings: SourceDefinition['mappings'], domains: DomainRegistry): FieldError[] {
  return Object.entries(mappings).flatMap(([collection, attributes]) => {
    const path = `mappings.${collection}`;
    if (!domains.has(collection)) return [{ path, message: `There is no collection '${collection}'.` }];
    if (!isObject(attributes)) return [{ path, message: 'must be an object of expressions by attribute' }];
    const domain = domains.get(collection);
    return Object.entries(attributes).flatMap(([attribute, expression]) => {
      const parts = readAttributePath(domain, attribute);
      const message = 'error' in parts ? parts.error : (checkWhole(parts, attributes) ?? checkExpression(expression));
      return message === undefined ? [] : [{ path: `${path}.${attribute}`, message }];
    });
  });
}

function checkWhole(parts: readonly string[], attributes: object): string | undefined {
  const [name = '', part] = parts;
  if (part === undefined || !Object.hasOwn(attributes, name)) return undefined;
  return `The attribute '${name}' is mapped as a whole already.`;
}

function checkExpression(expression: unknown): string | undefined {
  if (typeof expression !== 'string' || expression.trim() === '') return 'must be a JSONata expression';
  if (expression.length > maximumExpressionLength)
    return `must be no longer than ${maximumExpressionLength} characters`;
  try {
    jsonata(expression);
    return undefined;
  } catch (error) {
    return describeSyntaxError(error);
  }
}

function describeSyntaxError(error: unknown): string {
  if (!isObject(error) || !('message' in error)) return 'is no JSONata expression';
  const where = 'position' in error ? ` (at character ${String(error.position)})` : '';
  return `is no JSONata expression: ${String(error.message)}${where}`;
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
