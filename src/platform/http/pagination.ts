import { ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsInt, IsOptional, IsString, Max, MaxLength, Min } from 'class-validator';
import { Problem } from './problem.js';

/** The query parameters of every list. */
export class PageParameters {
  @ApiPropertyOptional({
    type: 'integer',
    minimum: 1,
    maximum: 1000,
    default: 50,
    description: 'The most items to answer with.',
  })
  @Type(() => Number)
  @IsOptional()
  @IsInt()
  @Min(1)
  @Max(1000)
  readonly limit: number = 50;

  @ApiPropertyOptional({ description: 'The `next` of the page before. It means nothing but to the list that gave it.' })
  @IsOptional()
  @IsString()
  @MaxLength(2000)
  readonly cursor?: string;
}

/** A page of a list; without `next` it is the last one. */
export interface Page<Item> {
  readonly items: Item[];
  readonly next?: string;
}

/** A position in a list as an opaque text. */
export function encodeCursor(position: unknown): string {
  return Buffer.from(JSON.stringify(position)).toString('base64url');
}

/**
 * The position that a cursor stands for.
 *
 * @throws Problem 400 where it is none that the list can have given
 */
export function decodeCursor<Position>(
  cursor: string | undefined,
  isPosition: (value: unknown) => value is Position,
): Position | undefined {
  if (cursor === undefined) return undefined;
  const position = parse(Buffer.from(cursor, 'base64url').toString('utf8'));
  if (isPosition(position)) return position;
  throw new Problem(400, 'Invalid request', 'The cursor is none that this list has given.', [
    { path: 'cursor', message: 'must be the `next` of an earlier page' },
  ]);
}

/** The page that `rows` make, of which one more than `limit` was asked for: the one too many tells that there is a next page. */
export function pageOf<Item>(rows: readonly Item[], limit: number, position: (last: Item) => unknown): Page<Item> {
  const items = rows.slice(0, limit);
  const last = items.at(-1);
  return rows.length > limit && last !== undefined ? { items, next: encodeCursor(position(last)) } : { items };
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
