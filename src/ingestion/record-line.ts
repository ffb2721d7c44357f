import type { FieldError } from '../platform/http/problem.js';
import { readTimestamp } from '../platform/http/timestamp.js';

/** One record of the input that can be read as one. */
export interface RecordLine {
  /** Line of the input, from 1; of a JSON array the element. */
  readonly line: number;
  readonly sourceId: string;
  readonly data: Readonly<Record<string, unknown>>;
  readonly observedAt: Date | undefined;
  /** The line as it came; a function where it has to be written out to be kept. */
  readonly input: string | (() => string);
}

/** One line of the input that is no record that can be held. */
export interface RejectedLine {
  readonly line: number;
  readonly sourceId: string | undefined;
  readonly errors: readonly FieldError[];
  /** The line as it came; absent where it cannot be kept, and so not replayed either. */
  readonly input: string | undefined;
}

export type InputLine = RecordLine | RejectedLine;

export function isRejected(line: InputLine): line is RejectedLine {
  return 'errors' in line;
}

const known = new Set(['sourceId', 'data', 'observedAt']);
const maximumSourceIdLength = 512;
// Control characters and lone surrogates. Unpaired halves only match as such in a `u` pattern.

const unfitForId = /[\u0000-\u001f\u007f-\u009f\ud800-\udfff]/u;
// What both ISO 8601 with four digits and PostgreSQL can say.
const earliest = Date.parse('0001-01-01T00:00:00Z');
const latest = Date.parse('9999-12-31T23:59:59.999Z');

/** Reads what a line says: `{ sourceId, data, observedAt? }`. */
export function readRecordLine(line: number, value: unknown, input: RecordLine['input']): InputLine {
  if (!isObject(value)) return reject(line, undefined, input, [{ path: '', message: 'must be an object' }]);
  const { sourceId, data } = value;
  const observedAt = readObservedAt(value.observedAt);
  const errors: FieldError[] = [];
  const wrongId = checkSourceId(sourceId);
  if (wrongId !== undefined) errors.push({ path: 'sourceId', message: wrongId });
  if (!isObject(data)) errors.push({ path: 'data', message: 'must be an object' });
  if (observedAt === null) errors.push({ path: 'observedAt', message: timestampMessage });
  for (const key of Object.keys(value))
    if (!known.has(key)) errors.push({ path: key, message: 'is not a field of a record' });

  if (errors.length === 0 && typeof sourceId === 'string' && isObject(data) && observedAt !== null)
    return { line, sourceId, data, observedAt, input };
  return reject(line, wrongId === undefined && typeof sourceId === 'string' ? sourceId : undefined, input, errors);
}

export const timestampMessage = 'must be an RFC 3339 time';

/** The time that a record gives of itself: `undefined` where it gives none, null where it cannot be read. */
export function readObservedAt(value: unknown): Date | undefined | null {
  if (value === undefined || value === null) return undefined;
  const instant = typeof value === 'string' ? readTimestamp(value) : undefined;
  return instant && instant.getTime() >= earliest && instant.getTime() <= latest ? instant : null;
}

/** @returns what is wrong with an id of a source's record */
export function checkSourceId(sourceId: unknown): string | undefined {
  if (typeof sourceId !== 'string' || sourceId === '') return 'must be a text that is not empty';
  if (sourceId.length > maximumSourceIdLength) return `must be no longer than ${maximumSourceIdLength} characters`;
  return unfitForId.test(sourceId) ? 'must hold no control characters and no broken ones' : undefined;
}

export function reject(
  line: number,
  sourceId: string | undefined,
  input: RecordLine['input'],
  errors: readonly FieldError[],
): RejectedLine {
  return { line, sourceId, errors, input: typeof input === 'string' ? input : input() };
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
