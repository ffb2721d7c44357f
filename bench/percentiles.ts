/** The value that so many of a hundred do not exceed (nearest rank). @param sorted in ascending order, not empty */
export function percentile(sorted: readonly number[], percent: number): number {
  const rank = Math.max(1, Math.ceil((percent / 100) * sorted.length));
  return sorted[rank - 1] ?? Number.NaN;
}
