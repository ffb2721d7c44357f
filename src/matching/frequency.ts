import type { FrequencyTable } from './model.js';

/** Bits are counted in whole units of 1/65,536, so that sums of them are exact and so free of order. */
export const unitsPerBit = 65_536;

/** Look-ups in a frequency table, prepared once. */
export interface Frequencies {
  /** The fraction of records that hold the value. */
  readonly of: (value: string | number) => number;
  /** How much it says that two share the value: `-log2` of its frequency, in whole units of 1/65,536 bit. */
  readonly informationOf: (value: string) => number;
}

/** Prepares a table for look-up. Its frequencies must lie in (0, 1]. */
export function prepareFrequencies(table: FrequencyTable): Frequencies {
  const entries = Object.entries(table.values);
  const frequencies = new Map(entries);
  const information = new Map(entries.map(([value, frequency]) => [value, unitsOf(frequency)]));
  const unlisted = unitsOf(table.unlisted);
  return {
    of: (value) => frequencies.get(typeof value === 'string' ? value : String(value)) ?? table.unlisted,
    informationOf: (value) => information.get(value) ?? unlisted,
  };
}

/** Counts every value the same: what an overlap without a table weighs by. */
export const equalInformation: Pick<Frequencies, 'informationOf'> = { informationOf: () => unitsPerBit };

function unitsOf(frequency: number): number {
  return Math.round(-Math.log2(frequency) * unitsPerBit);
}
