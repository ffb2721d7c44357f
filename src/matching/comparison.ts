/** Graded likeness of two texts in [0, 1]. */
export type SimilarityMeasure = 'jaroWinkler' | 'levenshtein' | 'trigram';

/** Number of edits between two texts. */
export type DistanceMeasure = 'levenshtein' | 'damerauLevenshtein';

/**
 * When a level applies to two records. A set-valued feature satisfies `exact`, `similarity` and `distance`
 * through its best pair of values. Every condition but `missing`, `otherwise` and the composites is false
 * where a feature that it names is absent on either side.
 */
export type Condition<F extends string = string> =
  /** A named feature is absent on either side. */
  | { readonly kind: 'missing'; readonly features: readonly F[] }
  | { readonly kind: 'exact'; readonly feature: F }
  | { readonly kind: 'similarity'; readonly feature: F; readonly measure: SimilarityMeasure; readonly atLeast: number }
  | { readonly kind: 'distance'; readonly feature: F; readonly measure: DistanceMeasure; readonly atMost: number }
  /** One side's `features[0]` equals the other's `features[1]`, and so in the other direction. */
  | { readonly kind: 'crossed'; readonly features: readonly [F, F] }
  /**
   * Overlap of two sets, in [0, 1], each element weighed by `-log2` of its frequency in `table` (equally without one):
   * the shared weight over that of the union (`jaccard`), of the lighter set (`containment`), or the cosine.
   */
  | {
      readonly kind: 'overlap';
      readonly feature: F;
      readonly over: 'jaccard' | 'containment' | 'cosine';
      readonly table?: string;
      readonly atLeast: number;
    }
  /** An element of one side's `features[0]` is in the other's `features[1]`, in either direction. */
  | { readonly kind: 'found'; readonly features: readonly [F, F] }
  /**
   * The share, in [0, 1], of each side's `features[0]` that is in the other's `features[1]`, weighed like an overlap:
   * of both sides together, or of the lighter side alone.
   */
  | {
      readonly kind: 'coverage';
      readonly features: readonly [F, F];
      readonly of: 'both' | 'lighter';
      readonly table?: string;
      readonly atLeast: number;
    }
  /** Of elements `key:value`, some key is on both sides and no value of it is. */
  | { readonly kind: 'contradiction'; readonly feature: F }
  /** Smaller number over the larger one. */
  | { readonly kind: 'ratio'; readonly feature: F; readonly atLeast: number }
  /** Two numbers lie at most so far apart. */
  | { readonly kind: 'difference'; readonly feature: F; readonly atMost: number }
  | { readonly kind: 'all'; readonly of: readonly Condition<F>[] }
  | { readonly kind: 'any'; readonly of: readonly Condition<F>[] }
  | { readonly kind: 'not'; readonly of: Condition<F> }
  | { readonly kind: 'otherwise' };

/** One level of agreement and how often it is seen among matches (`m`) and among non-matches (`u`). */
export interface Level<F extends string = string> {
  readonly label: string;
  readonly when: Condition<F>;
  readonly m: number;
  readonly u: number;
  /** Training leaves `m` and `u` as they are: they correct what other comparisons say, and are no probabilities. */
  readonly held?: true;
  /**
   * Adjusts the weight by how rare the agreed value is: `log2(u / frequency)`, times `strength` (1 unless given), at most
   * `limit` bits either way. Applies to values that are equal on both sides; of several the rarest counts.
   */
  readonly termFrequency?: {
    readonly feature: F;
    readonly table: string;
    readonly strength?: number;
    readonly limit?: number;
  };
}

/** An ordered list of levels; the first one whose condition holds gives the evidence. A `missing` level weighs nothing. */
export interface Comparison<F extends string = string> {
  readonly name: string;
  readonly levels: readonly Level<F>[];
  /** It stands in for what training finds out of the records, as how long their list is: a trained model goes without. */
  readonly untrained?: true;
  /** How much training believes each m and u of it, where not as the `sureness` of the model says. */
  readonly sureness?: number;
}
