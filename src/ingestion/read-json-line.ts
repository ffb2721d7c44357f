import { isUtf8 } from 'node:buffer';
import { readRecordLine, reject, type InputLine } from './record-line.js';

/**
 * Reads the bytes of one record as JSON.
 *
 * @param bytes absent where the record is longer than the limit
 * @returns `undefined` where it is no JSON
 */
export function readJsonRecord(line: number, bytes: Buffer | undefined, limit: number): InputLine | undefined {
  if (!bytes) return rejectUnkept(line, `is longer than ${limit} bytes`);
  if (!isUtf8(bytes)) return rejectUnkept(line, 'is not UTF-8');
  const text = bytes.toString('utf8');
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return undefined;
  }
  return readRecordLine(line, value, text);
}

/** A line that is no JSON. Its text is kept, but for what the store cannot hold. */
export function rejectUnreadable(line: number, bytes: Buffer): InputLine {
  const text = bytes.toString('utf8');
  return {
    ...reject(line, undefined, '', [{ path: '', message: 'is not JSON' }]),
    input: text.replaceAll('\0', '\ufffd'),
  };
}

/** A line of which nothing is kept. */
export function rejectUnkept(line: number, message: string): InputLine {
  return { line, sourceId: undefined, errors: [{ path: '', message }], input: undefined };
}
