/** Bytes that come in pieces, and are held up to a limit: what goes past it is counted and forgotten. */
export class BoundedBuffer {
  private pieces: Buffer[] = [];
  private size = 0;

  constructor(private readonly limit: number) {}

  append(piece: Buffer): void {
    this.size += piece.length;
    if (this.size <= this.limit) this.pieces.push(piece);
    else this.pieces = [];
  }

  get length(): number {
    return this.size;
  }

  /** Takes what was collected; `undefined` where it went past the limit. */
  take(): Buffer | undefined {
    const [only] = this.pieces;
    const taken = this.pieces.length === 1 ? only : Buffer.concat(this.pieces);
    const fits = this.size <= this.limit;
    this.pieces = [];
    this.size = 0;
    return fits ? taken : undefined;
  }
}
