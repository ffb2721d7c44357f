import type { BlockSizes } from '../blocking.js';
import type { MatchingModel, StandardForm } from '../model.js';

/** A record that a model is trained on. */
export interface TrainingRecord {
  readonly id: number;
  readonly source: string;
  /** Whether the source has at most one record of a thing. */
  readonly duplicateFree: boolean;
  readonly standard: StandardForm;
  /** The hashed block keys of the record. */
  readonly blockKeys: readonly number[];
  /**
   * Whether the record was drawn at random, as all are unless said otherwise; else it only came along because it shares a
   * block key with one that was.
   */
  readonly drawn?: boolean;
}

/** What a steward has decided of two records of the sample. */
export interface TrainingLabel {
  readonly a: number;
  readonly b: number;
  readonly verdict: 'match' | 'noMatch';
  /** How much it counts, above 0 and at most 1 (1 unless given). */
  readonly weight?: number;
}

export interface TrainingInput {
  /** The model that is trained: its levels stay, its figures are what is believed until records tell otherwise. */
  readonly model: MatchingModel;
  /** All records, or a sample (see `trainingSample`). Read once. */
  readonly records: Iterable<TrainingRecord>;
  readonly maximumBlockSize: BlockSizes;
  /**
   * The forms of all records that are in an oversized block, without those of their values that the sizes of these blocks, by
   * hashed key, show to be generic: what is passed over where pairs are weighed is not learnt from. Every value is, unless given.
   */
  readonly withoutGeneric?: (
    forms: readonly StandardForm[],
    sizes: ReadonlyMap<number, number>,
  ) => readonly StandardForm[];
  /** How many records the collection holds: as many as are given, unless they are a sample. */
  readonly population?: number;
  /** Decisions of stewards; those of other records are passed over. */
  readonly labels?: readonly TrainingLabel[];
}

/** A trained model and what can be said of it. Both survive JSON. */
export interface Training {
  readonly model: MatchingModel;
  readonly report: TrainingReport;
}

/** What training found, and how sure the model is. Precision and recall are of pairs, and expected: no truth is known. */
export interface TrainingReport {
  readonly sample: {
    readonly records: number;
    /** Of these, drawn at random. */
    readonly drawn: number;
    readonly candidatePairs: number;
    readonly randomPairs: number;
    readonly labels: number;
  };
  readonly iterations: number;
  readonly converged: boolean;
  /** How many candidate pairs of the sample are expected to be matches. */
  readonly expectedMatches: number;
  readonly prior: { readonly shipped: number; readonly trained: number };
  /** At the link threshold of the model. */
  readonly expected: Expectation;
  /** The same over a range of thresholds, from low to high. */
  readonly thresholds: readonly Expectation[];
  readonly comparisons: readonly ComparisonReport[];
  readonly warnings: readonly TrainingWarning[];
}

/** What is expected of a threshold, in bits. */
export interface Expectation {
  readonly threshold: number;
  /** The share of candidate pairs that it makes one thing of. */
  readonly linked: number;
  readonly precision: number;
  readonly recall: number;
}

export interface ComparisonReport {
  readonly comparison: string;
  /** Whether records may teach it nothing, as it corrects other comparisons. */
  readonly held: boolean;
  /** The share of candidate pairs that it could compare. */
  readonly compared: number;
  /** Its share of the evidence, in [0, 1]: how far its weights tell matches from other candidates. */
  readonly share: number;
  readonly levels: readonly LevelReport[];
}

export interface LevelReport {
  readonly level: string;
  readonly shipped: { readonly m: number; readonly u: number };
  readonly trained: { readonly m: number; readonly u: number };
  /** Expected matches at this level. */
  readonly matches: number;
  /** Candidates at this level. */
  readonly candidates: number;
}

/** What a person should know before activating a trained model. All but `fewMatches` raise its link threshold. */
export interface TrainingWarning {
  readonly code: 'fewMatches' | 'implausibleMatches' | 'nearTwins' | 'notSeparable' | 'notConverged';
  readonly message: string;
}

/**
 * How a sample is drawn from a collection too large to be read whole: `drawn` records at random (those with the smallest
 * hash of their id), and with them, `drawn: false`, every record that shares a block key with one of them; in all no
 * more than `records`, for which fewer are drawn.
 *
 * A plain sample of records would lose nearly all matches: of one in a hundred records, one in ten thousand pairs is left.
 * Here every drawn record keeps all its candidates, and each candidate pair of the collection has the same chance to be
 * in the sample, so that the shares measured on it are those of the whole.
 */
export const trainingSample = { drawn: 10_000, records: 60_000 } as const;
