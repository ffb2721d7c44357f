/** What one comparison says of a pair: the level that applied and its weight in bits. */
export interface ComparisonEvidence {
  readonly comparison: string;
  readonly level: string;
  readonly m: number;
  readonly u: number;
  /** `log2(m / u)`; 0 for a missing value. */
  readonly weight: number;
  /** The term-frequency adjustment in bits, a term of its own; 0 where none applies. */
  readonly termFrequency: number;
}

/** The waterfall of a pair. `weight` is exactly `prior` plus every `weight` and `termFrequency`. */
export interface Evidence {
  readonly prior: number;
  readonly comparisons: readonly ComparisonEvidence[];
  /** Total weight: the log2 odds that the two are the same thing. */
  readonly weight: number;
  /** Block keys of values that both hold and that tell nothing, as too many records share them: compared as if they were not there. */
  readonly generic?: readonly string[];
  /** The same as a probability, `1 / (1 + 2^-weight)`. */
  readonly probability: number;
}
