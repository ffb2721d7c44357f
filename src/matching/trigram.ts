const space = 0x20;

/**
 * An open-addressed set of trigrams, kept between calls. A slot is free in the present call where its mark is below
 * `firstOnly`; else its mark says which of the two texts hold the trigram.
 */
let slots = new Float64Array(1024);
let marks = new Int32Array(1024);
let firstOnly = 1;
let filled = 0;
let shared = 0;

/**
 * Trigram similarity of two texts in [0, 1]: distinct trigrams that both have over those that either has. Each word
 * (a run between spaces) is taken with two spaces before it and one after, so that its start weighs most.
 *
 * Source: the `similarity` of PostgreSQL's pg_trgm.
 */
export function trigramSimilarity(a: string, b: string): number {
  if (a === b) return 1;
  reserve(4 * (a.length + b.length + 2));
  add(a, false);
  add(b, true);
  return filled === 0 ? 0 : shared / filled;
}

function reserve(size: number): void {
  if (size > slots.length) {
    let capacity = slots.length;
    while (capacity < size) capacity *= 2;
    slots = new Float64Array(capacity);
    marks = new Int32Array(capacity);
    firstOnly = 1;
  }
  if (firstOnly > 0x7fff_fff0) {
    marks.fill(0);
    firstOnly = 1;
  }
  firstOnly += 2;
  filled = shared = 0;
}

function add(text: string, second: boolean): void {
  let beforeLast = space;
  let last = space;
  for (let i = 0; i <= text.length; i++) {
    const unit = i === text.length ? space : text.charCodeAt(i);
    if (unit === space && last === space) continue;
    mark(beforeLast, last, unit, second);
    beforeLast = unit === space ? space : last;
    last = unit;
  }
}

function mark(one: number, two: number, three: number, second: boolean): void {
  const trigram = one * 0x1_0000_0000 + two * 0x1_0000 + three;
  const mask = slots.length - 1;
  let slot = (Math.imul(one, 0x9e3779b1) ^ Math.imul(two, 0x85ebca6b) ^ Math.imul(three, 0xc2b2ae35)) >>> 7;
  slot &= mask;
  while (markOf(slot) >= firstOnly && slots[slot] !== trigram) slot = (slot + 1) & mask;
  if (markOf(slot) < firstOnly) {
    slots[slot] = trigram;
    marks[slot] = second ? firstOnly + 1 : firstOnly;
    filled++;
  } else if (second && marks[slot] === firstOnly) {
    marks[slot] = firstOnly + 1;
    shared++;
  }
}

function markOf(slot: number): number {
  return marks[slot] ?? 0;
}
