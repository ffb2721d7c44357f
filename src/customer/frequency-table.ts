import type { FrequencyTable } from '../matching/model.js';

/**
 * A frequency table from bands of values, each with its frequency. Values are divided by white space, or by `|` where
 * they hold spaces. A value that stands in two bands has the higher frequency.
 */
export function frequencyTable(unlisted: number, bands: readonly (readonly [number, string])[]): FrequencyTable {
  const values = new Map<string, number>();
  for (const [frequency, text] of bands) {
    const separator = text.includes('|') ? /\s*\|\s*/ : /\s+/;
    for (const value of text.trim().split(separator)) {
      values.set(value, Math.max(values.get(value) ?? 0, frequency));
    }
  }
  return { unlisted, values: Object.fromEntries(values) };
}
