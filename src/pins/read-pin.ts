import type { AttributeValue, Value } from '../domain/attribute.js';
import { canonicalize } from '../domain/canonicalize.js';
import type { Domain } from '../domain/domain.js';
import { Problem, type FieldError } from '../platform/http/problem.js';
import { readTimestamp } from '../platform/http/timestamp.js';
import { valuesOf } from '../survivorship/value-key.js';
import type { PinBody } from './pin.dto.js';

/** What a pin says, read into canonical values. */
export interface StatedPin {
  readonly value: AttributeValue | null;
  readonly ignored: readonly Value[] | null;
  readonly expiresAt: Date | null;
}

const mostIgnored = 100;

/**
 * Reads what a steward says of an attribute. A value is read as that of a record is, but that it must be one that can be
 * read; a value to be ignored may be one that cannot.
 *
 * @throws Problem 422 with all that is wrong, by path
 */
export function readPin(domain: Domain, attribute: string, body: PinBody, now: Date): StatedPin {
  const errors: FieldError[] = [];
  const expiresAt = body.expiresAt === undefined ? null : (readTimestamp(body.expiresAt) ?? null);
  if (expiresAt && expiresAt <= now) errors.push({ path: 'expiresAt', message: 'must lie in the future' });
  const { value, ignore } = body;
  if ((value === undefined) === (ignore === undefined))
    errors.push({ path: 'value', message: 'give either `value` or `ignore`' });
  const stated = value === undefined ? null : readValue(domain, attribute, value, 'value', errors, true);
  const ignored = ignore === undefined ? null : readIgnored(domain, attribute, ignore, errors);
  if (errors.length > 0) throw new Problem(422, 'Invalid body', 'The body is invalid.', errors);
  return { value: stated ?? null, ignored, expiresAt };
}

function readIgnored(domain: Domain, attribute: string, given: unknown, errors: FieldError[]): readonly Value[] {
  const list: readonly unknown[] = Array.isArray(given) ? given : [given];
  if (list.length < 1 || list.length > mostIgnored)
    errors.push({ path: 'ignore', message: `must be a value or a list of 1 to ${mostIgnored} values` });
  return list.slice(0, mostIgnored).flatMap((one, index) => {
    const path = Array.isArray(given) ? `ignore.${index}` : 'ignore';
    const value = readValue(domain, attribute, one, path, errors, false);
    return value === undefined ? [] : valuesOf(value);
  });
}

function readValue(
  { attributes }: Domain,
  attribute: string,
  given: unknown,
  path: string,
  errors: FieldError[],
  mustBeReadable: boolean,
): AttributeValue | undefined {
  const read = canonicalize(attributes, { [attribute]: given });
  const found = read.ok ? (mustBeReadable ? read.flags : []) : read.errors;
  errors.push(...found.map((error) => ({ path: path + error.path.slice(attribute.length), message: error.message })));
  const value = read.ok ? read.canonical[attribute] : undefined;
  if (found.length === 0 && value === undefined) errors.push({ path, message: 'must not be empty' });
  return value;
}
