import { BoundedBuffer } from './bounded-buffer.js';
import { LineBatch, MalformedInput } from './line-batches.js';
import { readJsonRecord } from './read-json-line.js';
import type { InputLine } from './record-line.js';

const [quote, backslash, comma, openBracket, closeBracket, openBrace, closeBrace] = [...Buffer.from('"\\,[]{}')];
const blank = new Set([...Buffer.from(' \t\r\n')]);
const byteOrderMark = [0xef, 0xbb, 0xbf];

type State = 'start' | 'first' | 'element' | 'between' | 'next' | 'end';

/**
 * Finds the elements of a JSON array, of any length, in the bytes as they come. It looks at brackets and strings only;
 * what stands between is read by `JSON.parse`, an element at a time.
 */
class ElementSplitter {
  private state: State = 'start';
  private depth = 0;
  private inString = false;
  private escaped = false;
  private element = 0;
  private offset = 0;
  private readonly collected: BoundedBuffer;

  constructor(
    private readonly limit: number,
    private readonly emit: (line: InputLine, bytes: number) => void,
  ) {
    this.collected = new BoundedBuffer(limit);
  }

  push(chunk: Buffer): void {
    let start = 0;
    for (let at = 0; at < chunk.length; at++) {
      const byte = chunk[at] ?? 0;
      if (this.state === 'element') {
        if (!this.endsElement(byte)) continue;
        // A closing bracket of its own belongs to the element; a comma or the array's bracket does not.
        const end = this.closes(byte) ? at + 1 : at;
        this.collected.append(chunk.subarray(start, end));
        this.finish(at);
        if (end > at) continue;
      }
      if (this.takeOutside(byte, at)) start = at;
    }
    if (this.state === 'element') this.collected.append(chunk.subarray(start));
    this.offset += chunk.length;
  }

  end(): void {
    if (this.state !== 'end') throw this.malformed('The array is not complete', 0);
  }

  /** @returns whether the byte is the last of the element or the first after it */
  private endsElement(byte: number): boolean {
    if (this.inString) {
      if (this.escaped) this.escaped = false;
      else if (byte === backslash) this.escaped = true;
      else if (byte === quote) this.inString = false;
      return false;
    }
    if (byte === quote) this.inString = true;
    else if (byte === openBrace || byte === openBracket) this.depth++;
    else if (byte === closeBrace || byte === closeBracket) return --this.depth <= 0;
    return byte === comma && this.depth === 0;
  }

  private closes(byte: number): boolean {
    return (byte === closeBrace || byte === closeBracket) && this.depth === 0;
  }

  /** @returns whether an element starts here */
  private takeOutside(byte: number, at: number): boolean {
    if (blank.has(byte)) return false;
    if (this.state === 'start') {
      this.takeStart(byte, at);
      return false;
    }
    const punctuation = byte === comma || byte === closeBracket;
    if (!punctuation && (this.state === 'first' || this.state === 'next')) {
      this.state = 'element';
      this.depth = byte === openBrace || byte === openBracket ? 1 : 0;
      this.inString = byte === quote;
      return true;
    }
    if (byte === comma && this.state === 'between') this.state = 'next';
    else if (byte === closeBracket && (this.state === 'first' || this.state === 'between')) this.state = 'end';
    else throw this.malformed('The array is not JSON', at);
    return false;
  }

  private takeStart(byte: number, at: number): void {
    if (byteOrderMark[this.offset + at] === byte) return;
    if (byte !== openBracket) throw this.malformed('The body is not an array', at);
    this.state = 'first';
  }

  private finish(at: number): void {
    this.element++;
    this.state = 'between';
    const size = this.collected.length;
    const read = readJsonRecord(this.element, this.collected.take(), this.limit);
    if (!read) throw this.malformed('An element is not JSON', at);
    this.emit(read, size);
  }

  private malformed(message: string, at: number): MalformedInput {
    return new MalformedInput(message, `element ${Math.max(1, this.element)}, byte ${this.offset + at + 1}`);
  }
}

/**
 * Reads a JSON array of records of any length. An element that is no record, or is longer than `limit` bytes, is rejected.
 *
 * @throws MalformedInput once what came before it has been given out
 */
export async function* readJsonArray(body: AsyncIterable<Buffer>, limit: number): AsyncGenerator<readonly InputLine[]> {
  const batch = new LineBatch();
  const splitter = new ElementSplitter(limit, (line, bytes) => batch.add(line, bytes));
  try {
    for await (const chunk of body) {
      splitter.push(chunk);
      if (batch.isFull) yield batch.take();
    }
    splitter.end();
  } catch (error) {
    if (error instanceof MalformedInput && !batch.isEmpty) yield batch.take();
    throw error;
  }
  if (!batch.isEmpty) yield batch.take();
}
