import { ValidateBy, type ValidationOptions } from 'class-validator';
import { readTimestamp } from './timestamp.js';

/** Checks that a text is an RFC 3339 time. */
export function IsTimestamp(options?: ValidationOptions): PropertyDecorator {
  return ValidateBy(
    {
      name: 'isTimestamp',
      validator: {
        validate: (value) => typeof value === 'string' && readTimestamp(value) !== undefined,
        defaultMessage: () => '$property must be an RFC 3339 time, as 2026-11-02T09:30:00Z',
      },
    },
    options,
  );
}
