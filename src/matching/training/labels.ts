import type { Observations } from './observe-pairs.js';
import type { Sample } from './sample.js';
import type { TrainingLabel } from './training.js';

/** What stewards have said of candidates. */
export type Labels = readonly CandidateLabel[];

export interface CandidateLabel {
  /** Index of the candidate. */
  readonly pair: number;
  /** The probability of a match that the verdict stands for: 0 or 1. */
  readonly verdict: number;
  /** How much it counts, above 0 and at most 1. */
  readonly weight: number;
}

/** Labels count for no more pairs than this share of the matches that the records show by themselves. */
const mostOfMatches = 1 / 4;

/** Those labels that are of candidates of a sample. */
export function labelsOf(sample: Sample, { one, other }: Observations, labels: readonly TrainingLabel[]): Labels {
  if (labels.length === 0) return [];
  const said = new Map(labels.map((label) => [keyOf(label.a, label.b), label]));
  const idOf = (index = 0): number => sample.records[index]?.id ?? 0;
  return [...one.keys()].flatMap((pair) => {
    const label = said.get(keyOf(idOf(one[pair]), idOf(other[pair])));
    return label ? [{ pair, verdict: label.verdict === 'match' ? 1 : 0, weight: label.weight ?? 1 }] : [];
  });
}

function keyOf(a: number, b: number): string {
  return `${Math.min(a, b)} ${Math.max(a, b)}`;
}

/**
 * The probabilities of candidates, those with a label drawn to its verdict. What is judged so teaches m and u alone: labels
 * are no fair sample of the candidates, as a steward is asked of pairs that are doubtful, or alike and yet apart. Of equal pairs
 * they tell which are matches; how many there are, and from which weight on to link, they do not tell. The intercept of a
 * model is lost where cases are chosen by outcome, and its slopes are kept: R. L. Prentice and R. Pyke, Logistic Disease
 * Incidence Models and Case-Control Studies, Biometrika 66 (1979). Many labels count each the less, so that the records
 * outweigh them.
 */
export function heedLabels(probabilities: Float64Array, labels: Labels): Float64Array {
  const matches = probabilities.reduce((sum, probability) => sum + probability, 0);
  const said = labels.reduce((sum, { weight }) => sum + weight, 0);
  const share = Math.min(1, (mostOfMatches * matches) / Math.max(said, 1e-9));
  const heeded = probabilities.slice();
  for (const { pair, verdict, weight } of labels) {
    const own = probabilities[pair] ?? 0;
    heeded[pair] = own + share * weight * (verdict - own);
  }
  return heeded;
}
