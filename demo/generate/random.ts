/**
 * A small seeded generator of pseudo-random numbers (mulberry32 by Tommy Ettinger, seeded by a 32-bit mix of its keys).
 * The same keys give the same sequence on every machine, so that entity 12,345 can be made without the 12,344 before it.
 */
export class Random {
  private state: number;

  constructor(...keys: readonly number[]) {
    this.state = keys.reduce((state, key) => mix(state ^ mix(key + 0x9e3779b9)), 0x51ed270b);
  }

  /** A number in [0, 1). */
  next(): number {
    this.state = (this.state + 0x6d2b79f5) | 0;
    let value = Math.imul(this.state ^ (this.state >>> 15), this.state | 1);
    value ^= value + Math.imul(value ^ (value >>> 7), value | 61);
    return ((value ^ (value >>> 14)) >>> 0) / 4_294_967_296;
  }

  /** True with the given probability. */
  chance(probability: number): boolean {
    return this.next() < probability;
  }

  /** An integer from `low` to `high`, both included. */
  integer(low: number, high: number): number {
    return low + Math.floor(this.next() * (high - low + 1));
  }

  /** One of the items, each as likely as another. */
  pick<T>(items: readonly T[]): T {
    const item = items[Math.floor(this.next() * items.length)];
    if (item === undefined) throw new RangeError('There is nothing to pick from.');
    return item;
  }

  /** The pattern with every `#` replaced by a digit. */
  digits(pattern: string): string {
    return pattern.replace(/#/g, () => String(this.integer(0, 9)));
  }
}

/** Items that are drawn with unequal likelihood. */
export class Weighted<T> {
  private readonly cumulative: readonly number[];
  private readonly total: number;

  constructor(
    private readonly items: readonly T[],
    weights: readonly number[],
  ) {
    let sum = 0;
    this.cumulative = weights.map((weight) => (sum += weight));
    this.total = sum;
  }

  /** Zipf-like: the item of rank r (from 1) has weight 1 / (r + flatness). */
  static zipf<T>(items: readonly T[], flatness = 4): Weighted<T> {
    return new Weighted(
      items,
      items.map((_, index) => 1 / (index + 1 + flatness)),
    );
  }

  draw(random: Random): T {
    const target = random.next() * this.total;
    let low = 0;
    let high = this.cumulative.length - 1;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.cumulative[middle] ?? 0) > target) high = middle;
      else low = middle + 1;
    }
    const item = this.items[low];
    if (item === undefined) throw new RangeError('There is nothing to draw from.');
    return item;
  }
}

/** The finalizer of MurmurHash3: every input bit reaches every output bit. */
function mix(value: number): number {
  let mixed = value | 0;
  mixed = Math.imul(mixed ^ (mixed >>> 16), 0x85ebca6b);
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
  return (mixed ^ (mixed >>> 16)) | 0;
}
