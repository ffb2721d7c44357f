import { Problem } from '../platform/http/problem.js';
import { readCsv } from './read-csv.js';
import { readJsonArray } from './read-json-array.js';
import { readNdjson } from './read-ndjson.js';
import type { InputLine } from './record-line.js';

/** The media types in which many records can be posted. */
export const recordStreamTypes = ['application/x-ndjson', 'application/json', 'text/csv'] as const;

/**
 * Reads the records out of a body by its media type.
 *
 * @param limit bytes that one record may have
 * @throws Problem 415 for another media type or character set, 400 for CSV without the column of ids
 */
export function readRecordStream(
  body: AsyncIterable<Buffer>,
  contentType: string | undefined,
  idColumn: string | undefined,
  limit: number,
): AsyncIterable<readonly InputLine[]> {
  const [type = '', ...parameters] = (contentType ?? '').toLowerCase().split(';');
  const charset = parameters.map((parameter) => /^\s*charset\s*=\s*"?([^"\s]*)/.exec(parameter)?.[1]).find(Boolean);
  if (charset !== undefined && charset !== 'utf-8' && charset !== 'utf8')
    throw unsupported(`The character set ${charset}`);
  switch (type.trim()) {
    case 'application/x-ndjson':
      return readNdjson(body, limit);
    case 'application/json':
      return readJsonArray(body, limit);
    case 'text/csv':
      if (idColumn === undefined) throw noIdColumn();
      return readCsv(body, idColumn, limit);
    default:
      throw unsupported(type === '' ? 'A body without a media type' : `The media type ${type.trim()}`);
  }
}

function noIdColumn(): Problem {
  return new Problem(400, 'Invalid request', 'CSV needs the column that holds the ids.', [
    { path: 'idColumn', message: 'must name a column of the header' },
  ]);
}

function unsupported(what: string): Problem {
  return new Problem(
    415,
    'Unsupported media type',
    `${what} is not taken here, but ${recordStreamTypes.join(', ')} in UTF-8.`,
  );
}
