/** For each UTF-16 code unit, the positions at which the first text holds it, as bits. Zero between calls. */
const positions = new Int32Array(0x10000);

/**
 * Edits (insertion, deletion, substitution, swap of two neighbours) between two texts, where no part is edited twice:
 * the optimal string alignment distance.
 *
 * Source: H. Hyyrö, A Bit-Vector Algorithm for Computing Levenshtein and Damerau Edit Distances (2003), for texts of
 * which one has at most 32 code units; else the dynamic programme of F. J. Damerau, CACM 7 (1964).
 */
export function damerauLevenshtein(a: string, b: string): number {
  if (a === b) return 0;
  const [shorter, longer] = a.length <= b.length ? [a, b] : [b, a];
  if (shorter.length === 0) return longer.length;
  return shorter.length <= 32 ? distanceOfShort(shorter, longer) : distanceOfTrimmed(shorter, longer);
}

/** The distance of long texts: what both begin and end with takes no part. */
function distanceOfTrimmed(shorter: string, longer: string): number {
  let start = 0;
  while (start < shorter.length && shorter.charCodeAt(start) === longer.charCodeAt(start)) start++;
  let [end, longerEnd] = [shorter.length, longer.length];
  while (end > start && shorter.charCodeAt(end - 1) === longer.charCodeAt(longerEnd - 1)) {
    end--;
    longerEnd--;
  }
  const [one, other] = [shorter.slice(start, end), longer.slice(start, longerEnd)];
  if (one.length === 0) return other.length;
  return one.length <= 32 ? distanceOfShort(one, other) : distanceOfLong(one, other);
}

function distanceOfShort(pattern: string, text: string): number {
  for (let i = 0; i < pattern.length; i++) {
    const unit = pattern.charCodeAt(i);
    positions[unit] = at(positions, unit) | (1 << i);
  }
  const last = 1 << (pattern.length - 1);
  let distance = pattern.length;
  let increases = -1;
  let decreases = 0;
  let diagonal = 0;
  let previous = 0;
  for (let j = 0; j < text.length; j++) {
    const here = at(positions, text.charCodeAt(j));
    const swapped = ((~diagonal & here) << 1) & previous;
    diagonal = (((here & increases) + increases) ^ increases) | here | decreases | swapped;
    let across = decreases | ~(diagonal | increases);
    let back = diagonal & increases;
    if ((across & last) !== 0) distance++;
    if ((back & last) !== 0) distance--;
    across = (across << 1) | 1;
    back <<= 1;
    increases = back | ~(diagonal | across);
    decreases = across & diagonal;
    previous = here;
  }
  for (let i = 0; i < pattern.length; i++) positions[pattern.charCodeAt(i)] = 0;
  return distance;
}

function distanceOfLong(a: string, b: string): number {
  const width = a.length + 1;
  let beforeLast = new Int32Array(width);
  let last = Int32Array.from({ length: width }, (_, i) => i);
  let row = new Int32Array(width);
  for (let j = 1; j <= b.length; j++) {
    row[0] = j;
    for (let i = 1; i < width; i++) {
      const substitution = at(last, i - 1) + (a.charCodeAt(i - 1) === b.charCodeAt(j - 1) ? 0 : 1);
      let best = Math.min(at(last, i) + 1, at(row, i - 1) + 1, substitution);
      const swaps = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      if (swaps) best = Math.min(best, at(beforeLast, i - 2) + 1);
      row[i] = best;
    }
    [beforeLast, last, row] = [last, row, beforeLast];
  }
  return at(last, a.length);
}

function at(numbers: Int32Array, index: number): number {
  return numbers[index] ?? 0;
}
