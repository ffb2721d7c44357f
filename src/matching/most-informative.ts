/** A pair that could be labelled next. */
export interface UnlabelledPair {
  /** How far its weight is from the weight at which it is decided, in bits, not negative. */
  readonly distance: number;
  /** The level of each comparison, in the order of the model's comparisons. */
  readonly pattern: readonly string[];
}

/** At so many bits from the threshold a pair is half as uncertain as at the threshold. */
const halfUncertainty = 3;

/**
 * Ranks pairs by how much a model would learn from their labels, the most informative first: those near the threshold, and
 * of these those whose evidence is least like that of the pairs labelled already or ranked before them. The score is
 * `alpha * (1 - similarity) + (1 - alpha) * uncertainty`, where similarity is the share of comparisons at the same level as
 * in the most similar of those pairs, and alpha is the share of the pairs that have no label yet: first the evidence is
 * spread out, and the more labels there are, the more uncertainty counts. Ties keep the given order.
 *
 * Source: T. N. C. Cardoso, R. M. Silva, S. Canuto, M. M. Moro and M. A. Gonçalves, Ranked batch-mode active learning,
 * Information Sciences 379 (2017).
 *
 * @param labelled the patterns of labelled pairs
 * @returns at most `limit` of the pairs
 */
export function mostInformative<Pair extends UnlabelledPair>(
  pairs: readonly Pair[],
  labelled: readonly (readonly string[])[],
  limit: number,
): Pair[] {
  const alpha = pairs.length / (pairs.length + labelled.length);
  const open = pairs.map((pair) => ({
    pair,
    uncertainty: 2 ** -(pair.distance / halfUncertainty),
    similarity: labelled.reduce((most, pattern) => Math.max(most, similarity(pair.pattern, pattern)), 0),
  }));
  const ranked: Pair[] = [];
  while (ranked.length < limit && open.length > 0) {
    const scores = open.map((one) => alpha * (1 - one.similarity) + (1 - alpha) * one.uncertainty);
    const best = scores.indexOf(Math.max(...scores));
    const [next] = open.splice(best, 1);
    if (!next) break;
    ranked.push(next.pair);
    for (const one of open) one.similarity = Math.max(one.similarity, similarity(one.pair.pattern, next.pair.pattern));
  }
  return ranked;
}

/** The share of comparisons that are at the same level. */
function similarity(one: readonly string[], other: readonly string[]): number {
  const comparisons = Math.max(one.length, other.length);
  if (comparisons === 0) return 1;
  return one.filter((level, index) => level === other[index]).length / comparisons;
}
