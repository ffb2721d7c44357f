import { type BlockSizes, maximumSizeOf } from '../blocking.js';
import type { TrainingInput, TrainingRecord } from './training.js';

/** The records of a training, ordered, and which pairs of them are candidates. */
export interface Sample {
  readonly records: readonly TrainingRecord[];
  /** Indexes of the records that were drawn at random. */
  readonly drawn: readonly number[];
  /** Members of each block that makes candidates. */
  readonly blocks: readonly (readonly number[])[];
  /** Ascending indexes into `blocks`, of each record. */
  readonly blocksOf: readonly (readonly number[])[];
  readonly population: number;
  /** How many pairs the sample stands for: of every drawn record with every record of the population. */
  readonly pairs: number;
  /** Whether two records could be the same thing: not if both are of one duplicate-free source. */
  mayMatch(a: number, b: number): boolean;
}

export function sampleOf({ records: given, maximumBlockSize, population, withoutGeneric }: TrainingInput): Sample {
  const held = [...given].sort((a, b) => a.id - b.id);
  const { blocks, blocksOf, oversized } = block(held, maximumBlockSize);
  const records = withoutGeneric ? compared(held, oversized, withoutGeneric) : held;
  const drawn = [...records.keys()].filter((index) => records[index]?.drawn ?? true);
  const total = Math.max(population ?? 0, records.length);
  return {
    records,
    drawn,
    blocks,
    blocksOf,
    population: total,
    pairs: drawn.length * (total - drawn.length) + (drawn.length * (drawn.length - 1)) / 2,
    mayMatch(a, b) {
      const [one, other] = [records[a], records[b]];
      return !(one?.duplicateFree === true && one.source === other?.source);
    },
  };
}

/** Records as they are compared: most hold nothing generic. */
function compared(
  held: readonly TrainingRecord[],
  oversized: ReadonlyMap<number, number>,
  withoutGeneric: NonNullable<TrainingInput['withoutGeneric']>,
): readonly TrainingRecord[] {
  const crowded = held.filter(({ blockKeys }) => blockKeys.some((key) => oversized.has(key)));
  const left = withoutGeneric(
    crowded.map(({ standard }) => standard),
    oversized,
  );
  const standards = new Map(crowded.map((record, index) => [record, left[index] ?? record.standard]));
  return held.map((record) => ({ ...record, standard: standards.get(record) ?? record.standard }));
}

interface Blocks extends Pick<Sample, 'blocks' | 'blocksOf'> {
  /** Sizes of the blocks that are too large to make candidates. */
  readonly oversized: ReadonlyMap<number, number>;
}

function block(records: readonly TrainingRecord[], sizes: BlockSizes): Blocks {
  const members = new Map<number, number[]>();
  for (const [index, { blockKeys }] of records.entries()) {
    for (const key of new Set(blockKeys)) {
      const block = members.get(key);
      if (block) block.push(index);
      else members.set(key, [index]);
    }
  }
  const keys = [...members.keys()].sort((a, b) => a - b);
  const oversized = new Map<number, number>();
  for (const [key, block] of members) if (block.length > maximumSizeOf(sizes, key)) oversized.set(key, block.length);
  const blocks = keys.flatMap((key) => {
    const block = members.get(key) ?? [];
    return block.length > 1 && !oversized.has(key) ? [block] : [];
  });
  const blocksOf = records.map((): number[] => []);
  for (const [index, block] of blocks.entries()) for (const record of block) blocksOf[record]?.push(index);
  return { blocks, blocksOf, oversized };
}

/**
 * The candidate pairs of a sample that have a drawn record and could be matches, each once. Where there are more than
 * `most`, those of the blocks that come first by their keys, which are hashes.
 */
export function candidatePairs(sample: Sample, most: number): { readonly one: Int32Array; readonly other: Int32Array } {
  const { blocks, blocksOf, records } = sample;
  const isDrawn = records.map(({ drawn = true }) => drawn);
  const one: number[] = [];
  const other: number[] = [];
  for (const [index, block] of blocks.entries()) {
    if (one.length >= most) break;
    for (const [at, a] of block.entries()) {
      for (let j = at + 1; j < block.length; j++) {
        const b = block[j] ?? a;
        if (!(isDrawn[a] || isDrawn[b]) || !sample.mayMatch(a, b)) continue;
        // A pair of several blocks is of the first.
        if (firstShared(blocksOf[a] ?? [], blocksOf[b] ?? []) !== index) continue;
        one.push(a);
        other.push(b);
      }
    }
  }
  return { one: Int32Array.from(one), other: Int32Array.from(other) };
}

/** Whether two records share a block. */
export function isCandidate({ blocksOf }: Sample, a: number, b: number): boolean {
  return firstShared(blocksOf[a] ?? [], blocksOf[b] ?? []) !== undefined;
}

/** The least element that two ascending lists share. */
function firstShared(a: readonly number[], b: readonly number[]): number | undefined {
  let i = 0;
  let j = 0;
  while (i < a.length && j < b.length) {
    const [left = 0, right = 0] = [a[i], b[j]];
    if (left === right) return left;
    if (left < right) i++;
    else j++;
  }
  return undefined;
}
