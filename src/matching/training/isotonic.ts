/**
 * The values nearest to those given, by weighted least squares, that nowhere fall. Source: the pool-adjacent-violators
 * algorithm of M. Ayer et al., An Empirical Distribution Function for Sampling with Incomplete Information (1955).
 */
export function isotonic(values: readonly number[], weights: readonly number[]): number[] {
  const pools: { mean: number; weight: number; size: number }[] = [];
  for (const [index, value] of values.entries()) {
    let pool = { mean: value, weight: weights[index] ?? 1, size: 1 };
    for (let before = pools.at(-1); before && before.mean > pool.mean; before = pools.at(-1)) {
      pools.pop();
      const weight = before.weight + pool.weight;
      const mean = (before.mean * before.weight + pool.mean * pool.weight) / weight;
      pool = { mean, weight, size: before.size + pool.size };
    }
    pools.push(pool);
  }
  return pools.flatMap(({ mean, size }) => Array.from({ length: size }, () => mean));
}
