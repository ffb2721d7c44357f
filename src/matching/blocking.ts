/** Blocks with more records than this stop generating candidates. */
export interface BlockSizes {
  /** Of keys that only few things share. */
  readonly selective: number;
  /** Of broad keys. */
  readonly broad: number;
}

/** What has block keys: a domain. */
export interface BlockKeyed {
  readonly collection: string;
  /** Which keys are broad: of values that many things share by chance, as a full name or a birthday. None unless given. */
  readonly isBroad?: (blockKey: string) => boolean;
}

/** How large the block of a stored key may be. */
export function maximumSizeOf(sizes: BlockSizes, key: number): number {
  return key % 2 === 1 ? sizes.broad : sizes.selective;
}

/**
 * The stored form of a block key of a collection: a well-mixed integer of 53 bits (0 to 2^53 - 1), odd where the key is broad, the
 * same for ever, as the store holds it. Among a hundred million different keys about one pair collides, which costs a
 * comparison and never a match.
 *
 * Two lanes of 32 bits, each mixing a code unit in at a time as MurmurHash3 (A. Appleby) does, with its finalizer.
 */
export function hashBlockKey({ collection, isBroad }: BlockKeyed, key: string): number {
  let high = 0x243f6a88;
  let low = 0x85a308d3;
  const length = collection.length + 1 + key.length;
  for (let i = 0; i < length; i++) {
    const unit = unitAt(collection, key, i) + 1;
    high = Math.imul(rotate(high ^ Math.imul(unit, 0xcc9e2d51), 13), 5) + 0x561ccd1b;
    low = Math.imul(rotate(low ^ Math.imul(unit, 0x38b34ae5), 19), 9) + 0x0bcaa747;
  }
  high = finalize(high ^ length);
  low = finalize(low ^ high);
  high = finalize(high + low);
  const broad = Number(isBroad?.(key) ?? false);
  return (high >>> 11) * 0x1_0000_0000 + ((low & ~1) >>> 0) + broad;
}

/** The code units of the collection, a zero, and those of the key. */
function unitAt(collection: string, key: string, index: number): number {
  if (index < collection.length) return collection.charCodeAt(index);
  return index === collection.length ? 0 : key.charCodeAt(index - collection.length - 1);
}

function rotate(value: number, bits: number): number {
  return (value << bits) | (value >>> (32 - bits));
}

function finalize(value: number): number {
  value = Math.imul(value ^ (value >>> 16), 0x85ebca6b);
  value = Math.imul(value ^ (value >>> 13), 0xc2b2ae35);
  return value ^ (value >>> 16);
}
