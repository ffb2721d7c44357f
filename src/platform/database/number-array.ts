/** Finite numbers as PostgreSQL writes an array of them. `JSON` writes the same, and large ones twice as fast as `join`. */
export function numberArray(numbers: readonly number[]): string {
  return `{${JSON.stringify(numbers).slice(1, -1)}}`;
}
