/** How well found pairs agree with true ones. */
export interface PairQuality {
  readonly truePairs: number;
  readonly foundPairs: number;
  readonly agreedPairs: number;
  /** The part of the found pairs that is true; 1 when none was found. */
  readonly precision: number;
  /** The part of the true pairs that was found; 1 when there are none. */
  readonly recall: number;
  /** The harmonic mean of the two. */
  readonly f1: number;
}

export function pairQuality(truePairs: number, foundPairs: number, agreedPairs: number): PairQuality {
  const precision = foundPairs === 0 ? 1 : agreedPairs / foundPairs;
  const recall = truePairs === 0 ? 1 : agreedPairs / truePairs;
  const f1 = precision + recall === 0 ? 0 : (2 * precision * recall) / (precision + recall);
  return { truePairs, foundPairs, agreedPairs, precision, recall, f1 };
}

/**
 * Counts pairs of records of which it is known for each what it truly is and in which golden record it was found. It holds
 * counts, never pairs, so that a million records need no more than their labels.
 */
export class ClusterAgreement {
  private readonly truth = new Map<string, number>();
  private readonly found = new Map<string, number>();
  private readonly both = new Map<string, number>();

  add(truth: string | number, found: string): void {
    increment(this.truth, String(truth));
    increment(this.found, found);
    increment(this.both, `${truth}\n${found}`);
  }

  get entities(): number {
    return this.truth.size;
  }

  get quality(): PairQuality {
    return pairQuality(pairsWithin(this.truth), pairsWithin(this.found), pairsWithin(this.both));
  }
}

/**
 * Compares golden records with a list of true pairs.
 * @param truth the true pairs, each as `pairKey` writes it
 * @param clusters the records of each golden record
 * @param counts whether a pair of records is one that the list speaks of: across two sources, say
 */
export function agreementWithPairs<Record>(
  truth: ReadonlySet<string>,
  clusters: Iterable<readonly Record[]>,
  idOf: (record: Record) => string,
  counts: (a: Record, b: Record) => boolean,
): PairQuality {
  let [found, agreed] = [0, 0];
  for (const cluster of clusters) {
    for (const [index, a] of cluster.entries()) {
      for (const b of cluster.slice(index + 1)) {
        if (!counts(a, b)) continue;
        found += 1;
        if (truth.has(pairKey(idOf(a), idOf(b)))) agreed += 1;
      }
    }
  }
  return pairQuality(truth.size, found, agreed);
}

/** The same text for a pair in either order. */
export function pairKey(a: string, b: string): string {
  return a < b ? JSON.stringify([a, b]) : JSON.stringify([b, a]);
}

function increment(counts: Map<string, number>, key: string): void {
  counts.set(key, (counts.get(key) ?? 0) + 1);
}

function pairsWithin(counts: ReadonlyMap<string, number>): number {
  let pairs = 0;
  for (const count of counts.values()) pairs += (count * (count - 1)) / 2;
  return pairs;
}
