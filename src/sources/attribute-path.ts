import { postalAddressParts } from '../domain/attribute.js';
import type { Domain } from '../domain/domain.js';

const identifierType = /^[A-Za-z][\w-]{0,63}$/;

/** Splits an attribute path of a mapping (`address.streetAddress`) into its parts, or says what is wrong with it. */
export function readAttributePath(domain: Domain, path: string): readonly string[] | { readonly error: string } {
  const [name = '', part, ...more] = path.split('.');
  const attribute = Object.hasOwn(domain.attributes, name) ? domain.attributes[name] : undefined;
  if (!attribute) return { error: `There is no attribute '${name}' in ${domain.collection}.` };
  if (part === undefined) return [name];
  const isPart =
    (attribute.kind === 'postalAddress' && postalAddressParts.some((known) => known === part)) ||
    (attribute.kind === 'identifiers' && identifierType.test(part));
  if (isPart && more.length === 0) return [name, part];
  return { error: `The attribute '${name}' has no part '${[part, ...more].join('.')}'.` };
}
