import type { InputLine } from './record-line.js';

/** So much is read before it is worked out and written in one transaction. */
const maximumLines = 500;
const maximumBytes = 2 * 1_048_576;

/** Input that cannot be read any further. */
export class MalformedInput extends Error {
  constructor(
    message: string,
    /** Where it was seen: a line, an element, a byte. */
    readonly place: string,
  ) {
    super(message);
  }
}

/** Collects lines into batches bounded by count and by size. */
export class LineBatch {
  private lines: InputLine[] = [];
  private bytes = 0;

  add(line: InputLine, bytes: number): void {
    this.lines.push(line);
    this.bytes += bytes;
  }

  get isFull(): boolean {
    return this.lines.length >= maximumLines || this.bytes >= maximumBytes;
  }

  get isEmpty(): boolean {
    return this.lines.length === 0;
  }

  take(): readonly InputLine[] {
    const taken = this.lines;
    this.lines = [];
    this.bytes = 0;
    return taken;
  }
}
