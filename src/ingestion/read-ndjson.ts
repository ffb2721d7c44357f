import { BoundedBuffer } from './bounded-buffer.js';
import { LineBatch } from './line-batches.js';
import { readJsonRecord, rejectUnreadable } from './read-json-line.js';
import type { InputLine } from './record-line.js';

const lineFeed = 0x0a;
const byteOrderMark = Buffer.from([0xef, 0xbb, 0xbf]);
const blank = new Set([0x20, 0x09, 0x0d]);

/** Reads newline-delimited JSON. A line that cannot be read, or is longer than `limit` bytes, is rejected; blank ones are left out. */
export async function* readNdjson(body: AsyncIterable<Buffer>, limit: number): AsyncGenerator<readonly InputLine[]> {
  const batch = new LineBatch();
  const rest = new BoundedBuffer(limit);
  let line = 0;
  const end = (): void => {
    line++;
    const size = rest.length;
    const read = readLine(line, rest.take(), limit);
    if (read) batch.add(read, size);
  };
  for await (const chunk of body) {
    let start = 0;
    for (let at = chunk.indexOf(lineFeed); at >= 0; at = chunk.indexOf(lineFeed, start)) {
      rest.append(chunk.subarray(start, at));
      end();
      start = at + 1;
      if (batch.isFull) yield batch.take();
    }
    if (start < chunk.length) rest.append(chunk.subarray(start));
  }
  if (rest.length > 0) end();
  if (!batch.isEmpty) yield batch.take();
}

function readLine(line: number, bytes: Buffer | undefined, limit: number): InputLine | undefined {
  const text = line === 1 && bytes?.subarray(0, 3).equals(byteOrderMark) ? bytes.subarray(3) : bytes;
  if (text?.every((byte) => blank.has(byte))) return undefined;
  return readJsonRecord(line, text, limit) ?? rejectUnreadable(line, text ?? Buffer.alloc(0));
}
