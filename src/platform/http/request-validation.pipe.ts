import { Injectable, ValidationPipe, type ArgumentMetadata, type PipeTransform } from '@nestjs/common';
import type { ValidationError } from 'class-validator';
import { isOptionalBody } from './optional-body.js';
import { Problem, type FieldError } from './problem.js';

const options = { transform: true, whitelist: true, forbidNonWhitelisted: true, stopAtFirstError: true };

/** Validates what a request says by the class of its parameter: an invalid body is a 422, an invalid parameter a 400. */
@Injectable()
export class RequestValidationPipe implements PipeTransform {
  private readonly body = new ValidationPipe({ ...options, exceptionFactory: (errors) => invalid(422, errors) });
  private readonly parameters = new ValidationPipe({ ...options, exceptionFactory: (errors) => invalid(400, errors) });

  transform(value: unknown, metadata: ArgumentMetadata): Promise<unknown> {
    if (metadata.type !== 'body') return this.parameters.transform(value, metadata);
    const body = value === undefined && metadata.metatype && isOptionalBody(metadata.metatype) ? {} : value;
    if (expectsObject(metadata) && !isObject(body)) {
      throw new Problem(422, 'Invalid body', 'The body must be a JSON object.', [
        { path: '', message: 'must be an object' },
      ]);
    }
    return this.body.transform(body, metadata);
  }
}

const plain = new Set<unknown>([Object, Array, String, Number, Boolean, Buffer]);

function expectsObject({ metatype }: ArgumentMetadata): boolean {
  return metatype !== undefined && !plain.has(metatype);
}

function isObject(value: unknown): boolean {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function invalid(status: 400 | 422, errors: readonly ValidationError[]): Problem {
  const [title, what] = status === 422 ? ['Invalid body', 'The body'] : ['Invalid request', 'A parameter'];
  return new Problem(
    status,
    title,
    `${what} is invalid.`,
    errors.flatMap((error) => fieldErrors(error, '')),
  );
}

/** The errors of a property and of those within it, by their paths: `mappings.customers`, `items.0.id`. */
export function fieldErrors(
  { property, constraints = {}, children = [] }: ValidationError,
  within: string,
): FieldError[] {
  const path = within === '' ? property : `${within}.${property}`;
  const own = Object.entries(constraints).map(([rule, message]) => ({
    path,
    message: withoutProperty(rule, message, property),
  }));
  return [...own, ...children.flatMap((child) => fieldErrors(child, path))];
}

/** `limit must not be greater than 5` says the path once more. */
function withoutProperty(rule: string, message: string, property: string): string {
  if (rule === 'whitelistValidation') return 'is not known here';
  return message.startsWith(`${property} `) ? message.slice(property.length + 1) : message;
}
