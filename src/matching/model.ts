import type { Comparison } from './comparison.js';

/** One matching feature: a folded text, a number, or a set of distinct texts. */
export type FeatureValue = string | number | readonly string[];

/** The standard form of a record: what is compared, by feature name. An absent feature is missing. */
export type StandardForm<F extends string = string> = { readonly [K in F]?: FeatureValue };

/**
 * How often values of a feature occur, as fractions of all records, frozen in the model version.
 * A value that is not listed has the frequency `unlisted`.
 */
export interface FrequencyTable {
  readonly unlisted: number;
  readonly values: Readonly<Record<string, number>>;
}

/** Where a model decides, and how much evidence a cluster asks for. */
export interface Thresholds {
  /** Bits at or above which a pair is linked. */
  readonly link: number;
  /** Bits at or above which a steward decides. */
  readonly review: number;
  /**
   * The mean evidence that two clusters must have between them to become one, as a share of the mean within the looser
   * one: low where records are dirty and true pairs miss links (1/4 unless given), 1 where near twins abound.
   */
  readonly cohesion?: number;
  /**
   * Bits that a pair gains of which each record is the best of its source for the other (none unless given): see
   * `raiseMutualBest`. Counts for pairs at or above `review`, which therefore lies about so far below `link`.
   */
  readonly mutualBest?: number;
}

/**
 * A Fellegi-Sunter model as plain data (it survives JSON). Weights are in bits (log2 of likelihood ratios).
 *
 * Source: I. P. Fellegi and A. B. Sunter, A Theory for Record Linkage, JASA 64 (1969).
 */
export interface MatchingModel<F extends string = string> {
  readonly comparisons: readonly Comparison<F>[];
  /** Log2 odds that two records are the same thing before anything is compared. */
  readonly prior: number;
  /**
   * Of which pairs `prior` and `u` tell: of any two records, unless said otherwise, or of candidates, which share a block
   * key. Of candidates where what is compared hangs together, as the words of a title and the brand do: only pairs that
   * are alike in some of it teach how often they are alike in the rest.
   */
  readonly population?: 'pairs' | 'candidates';
  readonly thresholds: Thresholds;
  /**
   * How much training believes each m and u of this model: as if it had been counted on so many pairs at its level (unless
   * given, 10 for an m and 3 for a u). More where what is common to near twins would be learnt for what is common to matches.
   */
  readonly sureness?: number;
  /** Frequency tables by name, for term-frequency adjustments and weighted overlaps. */
  readonly frequencies: Readonly<Record<string, FrequencyTable>>;
}
