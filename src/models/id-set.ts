/** A set of record ids, which are dense: a bit for each up to the largest. */
export class IdSet {
  private bits = new Uint8Array(1 << 16);

  has(id: number): boolean {
    return ((this.bits[Math.floor(id / 8)] ?? 0) & (1 << (id % 8))) !== 0;
  }

  add(id: number): void {
    const index = Math.floor(id / 8);
    if (index >= this.bits.length) this.grow(index);
    this.bits[index] = (this.bits[index] ?? 0) | (1 << (id % 8));
  }

  private grow(index: number): void {
    const larger = new Uint8Array(2 * (index + 1));
    larger.set(this.bits);
    this.bits = larger;
  }
}
