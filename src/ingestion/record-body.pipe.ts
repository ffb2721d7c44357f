import { Injectable, type PipeTransform } from '@nestjs/common';
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsObject, IsOptional, ValidateBy, validateSync } from 'class-validator';
import { Problem, type FieldError } from '../platform/http/problem.js';
import { readObservedAt, timestampMessage } from './record-line.js';

/** The body of one record. */
export class RecordBody {
  @ApiProperty({
    type: 'object',
    additionalProperties: true,
    description: 'The record as the source has it; canonical attributes, where the source has no mapping.',
  })
  @IsObject({ message: 'must be an object' })
  readonly data!: Readonly<Record<string, unknown>>;

  @ApiPropertyOptional({ format: 'date-time', description: 'When the source observed it. Without it: now.' })
  @IsOptional()
  @ValidateBy({
    name: 'isObservedAt',
    validator: { validate: (value) => readObservedAt(value) instanceof Date, defaultMessage: () => timestampMessage },
  })
  readonly observedAt?: string;
}

const fields = new Set(['data', 'observedAt']);

/**
 * Checks the body of a record. `data` is anything that a source may hold, so nothing of it is looked at or made anew here,
 * as the pipe for other bodies would do.
 *
 * @throws Problem 422
 */
@Injectable()
export class RecordBodyPipe implements PipeTransform<unknown, RecordBody> {
  transform(value: unknown): RecordBody {
    if (typeof value !== 'object' || value === null || Array.isArray(value))
      throw invalidBody([{ path: '', message: 'must be an object' }]);
    const body = new RecordBody();
    const given = Object.entries(value);
    for (const [name, part] of given) if (fields.has(name)) Object.assign(body, { [name]: part as unknown });
    const unknown = given
      .filter(([name]) => !fields.has(name))
      .map(([name]) => ({ path: name, message: 'is not a field of a record' }));
    const invalid = validateSync(body).map(({ property, constraints }) => ({
      path: property,
      message: Object.values(constraints ?? {}).join(', '),
    }));
    if (unknown.length + invalid.length > 0) throw invalidBody([...unknown, ...invalid]);
    return body;
  }
}

function invalidBody(errors: readonly FieldError[]): Problem {
  return new Problem(422, 'Invalid record', 'The body is no record.', errors);
}
