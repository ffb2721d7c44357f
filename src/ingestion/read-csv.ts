import { isUtf8 } from 'node:buffer';
import { finished } from 'node:stream/promises';
import { CsvError, parse } from 'csv-parse';
import { LineBatch, MalformedInput } from './line-batches.js';
import { rejectUnkept } from './read-json-line.js';
import { readRecordLine, reject, type InputLine } from './record-line.js';

const byteOrderMark = Buffer.from([0xef, 0xbb, 0xbf]);
const notAscii = /[\u0080-\u00ff]/;

interface Row {
  readonly record: readonly string[];
  readonly line: number;
}

/**
 * Reads CSV (RFC 4180) with a header: a record for each row, its id from `idColumn` and its data from all the others.
 * A row that does not fit the header or is no UTF-8 is rejected.
 *
 * @throws MalformedInput where the header lacks the column, quotes cannot be read or a row is longer than `limit` bytes
 */
export async function* readCsv(
  body: AsyncIterable<Buffer>,
  idColumn: string,
  limit: number,
): AsyncGenerator<readonly InputLine[]> {
  const batch = new LineBatch();
  let header: readonly string[] | undefined;
  let failure: Error | undefined;
  const rows = readRows(body, limit);
  try {
    for await (const some of rows) {
      for (const { record, line } of some) {
        const fields = decode(record);
        if (header) batch.add(readRow(line, header, header.indexOf(idColumn), fields), size(record));
        else header = checkHeader(fields, idColumn);
        if (batch.isFull) yield batch.take();
      }
    }
    if (!header) throw new MalformedInput('There is no header', 'line 1');
  } catch (error) {
    failure = error as Error;
  }
  if (!batch.isEmpty) yield batch.take();
  if (failure) throw failure;
}

/** Gives out the rows of each piece of the input together. */
async function* readRows(body: AsyncIterable<Buffer>, limit: number): AsyncGenerator<readonly Row[]> {
  let rows: Row[] = [];
  const parser = parse({
    // In Latin-1 every byte is a character: what is no UTF-8 is thus seen, and not mended silently.
    encoding: 'latin1',
    record_delimiter: ['\r\n', '\n', '\r'],
    relax_column_count: true,
    skip_empty_lines: true,
    max_record_size: limit,
    on_record: (record: readonly string[], { lines }) => {
      rows.push({ record, line: lines });
      return null;
    },
  });
  // Errors come back from `write` and `end` as well.
  parser.on('error', () => undefined).resume();
  const take = (): readonly Row[] => {
    const taken = rows;
    rows = [];
    return taken;
  };
  try {
    for await (const chunk of withoutByteOrderMark(body)) {
      await new Promise<void>((resolve, reject) => parser.write(chunk, (error) => (error ? reject(error) : resolve())));
      yield take();
    }
    parser.end();
    await finished(parser);
  } catch (error) {
    yield take();
    if (!(error instanceof CsvError)) throw error;
    const line = typeof error.lines === 'number' ? error.lines : 1;
    // The message of the parser quotes the row.
    const what = error.code.replace(/^CSV_/, '').replaceAll('_', ' ').toLowerCase();
    throw new MalformedInput(`The CSV cannot be read: ${what}`, `line ${line}`);
  }
  yield take();
}

async function* withoutByteOrderMark(body: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  let start: Buffer | undefined = Buffer.alloc(0);
  for await (const chunk of body) {
    if (!start) {
      yield chunk;
      continue;
    }
    start = Buffer.concat([start, chunk]);
    if (start.length < byteOrderMark.length) continue;
    yield start.subarray(0, 3).equals(byteOrderMark) ? start.subarray(3) : start;
    start = undefined;
  }
  if (start) yield start;
}

/** @returns `undefined` where a field is not UTF-8 */
function decode(record: readonly string[]): readonly string[] | undefined {
  const fields: string[] = [];
  for (const field of record) {
    if (!notAscii.test(field)) {
      fields.push(field);
      continue;
    }
    const bytes = Buffer.from(field, 'latin1');
    if (!isUtf8(bytes)) return undefined;
    fields.push(bytes.toString('utf8'));
  }
  return fields;
}

function checkHeader(fields: readonly string[] | undefined, idColumn: string): readonly string[] {
  if (!fields) throw new MalformedInput('The header is not UTF-8', 'line 1');
  if (!fields.includes(idColumn)) throw new MalformedInput(`The header has no column '${idColumn}'`, 'line 1');
  const twice = fields.find((name, index) => fields.indexOf(name) !== index);
  if (twice !== undefined) throw new MalformedInput(`The header has the column '${twice}' twice`, 'line 1');
  return fields;
}

function readRow(
  line: number,
  header: readonly string[],
  idIndex: number,
  fields: readonly string[] | undefined,
): InputLine {
  if (!fields) return rejectUnkept(line, 'is not UTF-8');
  const entries = fields.map((field, index): [string, string] => [header[index] ?? `column ${index + 1}`, field]);
  const [id] = entries.splice(idIndex, 1);
  const value = { sourceId: id?.[1] ?? '', data: Object.fromEntries(entries) };
  const input = (): string => JSON.stringify(value);
  if (fields.length === header.length) return readRecordLine(line, value, input);
  const message = `has ${fields.length} fields and the header ${header.length}`;
  // Which field stands in which column is not known, so it is not replayed either.
  return { ...reject(line, undefined, '', [{ path: '', message }]), input: undefined };
}

function size(record: readonly string[]): number {
  return record.reduce((sum, field) => sum + field.length, 0);
}
