import type { Comparison, Level } from '../comparison.js';
import type { MatchingModel } from '../model.js';
import { adjustment } from '../score.js';
import { isotonic } from './isotonic.js';
import { heedLabels, type Labels } from './labels.js';
import type { Observations, ObservedPairs } from './observe-pairs.js';
import { raiseBest, type Rivals, sumOfRivals } from './rivals.js';

/** What expectation-maximisation found. */
export interface Estimate {
  readonly model: MatchingModel;
  readonly iterations: number;
  readonly converged: boolean;
}

/** What bounds the estimate beside the pairs themselves. */
export interface Bounds {
  /** The records that the sample was drawn as, by which matches a record are counted. */
  readonly drawn: number;
  /** No more matches are believed. */
  readonly mostMatches: number;
  /** What stewards have said of candidates. */
  readonly labels: Labels;
  readonly rivals: Rivals;
}

const mostIterations = 60;
/** Bits by which no weight may change any more. */
const tolerance = 0.02;
/** How sure shipped figures are unless their model says: as if each had been counted on so many pairs at its level. */
const sureness = { m: 10, u: 3 };
/**
 * Matches a drawn record that are believed before any is seen, and for how many records that belief counts. Of what is seen
 * beyond that only the root is believed, so that the prior cannot run away.
 */
const believed = { matches: 0.3, records: 10 };

/** The levels of a comparison that training may estimate: those that say something and are probabilities. */
export function estimatedLevels({ levels }: Comparison): boolean[] {
  const estimated = levels.map(({ when, m, u, held }) => when.kind !== 'missing' && m !== u && held !== true);
  const sum = (of: 'm' | 'u') => levels.reduce((total, level, index) => total + (estimated[index] ? level[of] : 0), 0);
  const isDistribution = [sum('m'), sum('u')].every((total) => total > 0.7 && total < 1.4);
  return isDistribution ? estimated : levels.map(() => false);
}

/** Pairs as a model judges them. */
export interface Judged {
  /** In bits, with the prior. */
  readonly alone: Float64Array;
  /** The same with what relative evidence adds. */
  readonly weights: Float64Array;
  /** That the two are a match. */
  readonly probabilities: Float64Array;
}

/** Judges candidates, where of rivals in a duplicate-free source one at most is a match. */
export function judge(model: MatchingModel, candidates: Observations, { rivals }: Pick<Bounds, 'rivals'>): Judged {
  const alone = weigh(model, candidates);
  const weights = raiseBest(alone, rivals, model.thresholds.mutualBest ?? 0);
  const odds = weights.map(oddsOf);
  const against = sumOfRivals(odds, rivals);
  const probabilities = odds.map((own, pair) => own / (own + 1 + (against[pair] ?? 0)));
  return { alone, weights, probabilities };
}

/** The odds of a weight, to which bits beyond 50 add nothing. */
function oddsOf(weight: number): number {
  return 2 ** Math.max(-50, Math.min(50, weight));
}

/** The weight of every pair in bits, without relative evidence. */
function weigh({ comparisons, prior }: MatchingModel, pairs: Observations): Float64Array {
  const { levels, frequencies } = pairs;
  const bits = new Float64Array(pairs.one.length).fill(prior);
  const width = pairs.comparisons;
  for (const [index, comparison] of comparisons.entries()) {
    const weights = comparison.levels.map(weightOf);
    for (let pair = 0, at = index; pair < bits.length; pair++, at += width) {
      const level = levels[at] ?? 0;
      const frequency = frequencies[at] ?? NaN;
      const adjusted = comparison.levels[level];
      const extra = Number.isNaN(frequency) || !adjusted ? 0 : adjustment(adjusted, frequency);
      bits[pair] = (bits[pair] ?? 0) + (weights[level] ?? 0) + extra;
    }
  }
  return bits;
}

function weightOf({ when, m, u }: Level): number {
  return when.kind === 'missing' ? 0 : Math.log2(m / u);
}

/** Estimates m, u and the prior by expectation-maximisation from a model on; yields every iteration. */
export function* estimate(shipped: MatchingModel, pairs: ObservedPairs, bounds: Bounds): Generator<number, Estimate> {
  const total = pairs.candidates.one.length + pairs.otherPairs;
  let model = shipped;
  let iterations = 0;
  for (;;) {
    yield iterations++;
    const next = improve(shipped, model, pairs, bounds, total);
    const change = changeBetween(model, next);
    model = next;
    if (change < tolerance) return { model, iterations, converged: true };
    if (iterations === mostIterations) return { model, iterations, converged: false };
  }
}

function improve(
  shipped: MatchingModel,
  model: MatchingModel,
  pairs: ObservedPairs,
  bounds: Bounds,
  total: number,
): MatchingModel {
  const { drawn, mostMatches } = bounds;
  const ofCandidates = judge(model, pairs.candidates, bounds).probabilities;
  const ofOthers = weigh(model, pairs.others).map((weight) => oddsOf(weight) / (1 + oddsOf(weight)));
  const taught = heedLabels(ofCandidates, bounds.labels);
  const matches = ofCandidates.reduce((sum, probability) => sum + probability, 0);
  const factor = pairs.others.one.length === 0 ? 0 : pairs.otherPairs / pairs.others.one.length;
  const comparisons = shipped.comparisons.map((comparison, index) => {
    const counted = new Counts(comparison.levels.length);
    counted.add(pairs.candidates, index, taught, 1);
    counted.addOthers(pairs.others, index, ofOthers, factor);
    return estimateComparison(comparison, counted, comparison.sureness ?? shipped.sureness);
  });
  const believedMatches = ((matches + believed.matches * believed.records) / (drawn + believed.records)) * drawn;
  const most = believed.matches * drawn;
  const plausible = believedMatches > most ? Math.sqrt(most * believedMatches) : believedMatches;
  const share = Math.min(0.5, Math.min(mostMatches, plausible) / Math.max(1, total));
  return { ...shipped, comparisons, prior: share > 0 ? Math.log2(share / (1 - share)) : shipped.prior };
}

/** Expected pairs at each level of one comparison. */
class Counts {
  readonly matches: Float64Array;
  readonly others: Float64Array;
  /** The variance of `others`: pairs that stand for many count once. */
  readonly variance: Float64Array;
  /** Pairs that could as well be counted for the one as for the other: the sum of p (1 - p). */
  readonly doubtful: Float64Array;

  constructor(levels: number) {
    this.matches = new Float64Array(levels);
    this.others = new Float64Array(levels);
    this.variance = new Float64Array(levels);
    this.doubtful = new Float64Array(levels);
  }

  add(pairs: Observations, comparison: number, probabilities: Float64Array, factor: number): void {
    for (let pair = 0, at = comparison; pair < probabilities.length; pair++, at += pairs.comparisons) {
      const level = pairs.levels[at] ?? 0;
      const probability = probabilities[pair] ?? 0;
      this.matches[level] = (this.matches[level] ?? 0) + probability;
      this.others[level] = (this.others[level] ?? 0) + factor * (1 - probability);
      this.variance[level] = (this.variance[level] ?? 0) + factor * factor * (1 - probability);
      this.doubtful[level] = (this.doubtful[level] ?? 0) + factor * probability * (1 - probability);
    }
  }

  addOthers(pairs: Observations, comparison: number, probabilities: Float64Array, factor: number): void {
    const { matches } = this;
    const kept = matches.slice();
    this.add(pairs, comparison, probabilities, factor);
    matches.set(kept);
  }
}

/**
 * What is counted of a comparison, drawn to what was believed of it. Pairs that the model cannot tell apart err together, all for
 * a match or all against: their number is a standard error of what is counted, which at a level that is full of them
 * leaves m and u as they were.
 */
function estimateComparison(comparison: Comparison, counts: Counts, sure: number | undefined): Comparison {
  const estimated = estimatedLevels(comparison);
  if (!estimated.includes(true)) return comparison;
  const { levels } = comparison;
  const indexes = [...levels.keys()].filter((index) => estimated[index]);
  const before = { m: indexes.map((i) => levels[i]?.m ?? 1), u: indexes.map((i) => levels[i]?.u ?? 1) };
  const matches = indexes.map((index) => counts.matches[index] ?? 0);
  const others = indexes.map((index) => counts.others[index] ?? 0);
  const doubt = indexes.map((index) => (counts.doubtful[index] ?? 0) ** 2);
  const variance = indexes.map((index, at) => (counts.variance[index] ?? 0) + (doubt[at] ?? 0));
  const matchVariance = matches.map((count, at) => count + (doubt[at] ?? 0));
  const m = shrink(before.m, matches, matchVariance, sure ?? sureness.m);
  const u = shrink(before.u, others, variance, sure ?? sureness.u);
  const weights = order(
    before.m.map((value, index) => Math.log2(value / (before.u[index] ?? 1))),
    m.map((value, index) => Math.log2(value / (u[index] ?? 1))),
    matches,
  );
  const bounded = weights.map((weight, index) => fraction((u[index] ?? 1) * 2 ** weight));
  const trained = new Map(indexes.map((index, at) => [index, { m: bounded[at] ?? 1, u: u[at] ?? 1 }]));
  return { ...comparison, levels: levels.map((level, index) => ({ ...level, ...trained.get(index) })) };
}

/**
 * Rates as counted, drawn to what was believed before: each level has a Gamma prior of its believed rate whose shape is
 * `shape`, so that a rate is believed to the same relative degree however rare it is.
 */
function shrink(
  believedRates: readonly number[],
  counts: readonly number[],
  variances: readonly number[],
  shape: number,
): number[] {
  const total = counts.reduce((sum, count) => sum + count, 0);
  const seen = counts.map((count, index) => {
    const variance = variances[index] ?? 0;
    return count > 0 && variance > 0 ? (count * count) / variance : 0;
  });
  const scale = variances.reduce((sum, value) => sum + value, 0) / Math.max(total, 1e-9);
  const rates = believedRates.map((rate, index) => {
    const count = counts[index] ?? 0;
    const effective = seen[index] ?? 0;
    const exposure = effective > 0 ? (effective * total) / count : total / Math.max(1, scale);
    return (shape + effective) / (shape / rate + exposure);
  });
  return rescale(rates, believedRates);
}

/** Scales rates to the sum of others. */
function rescale(rates: readonly number[], like: readonly number[]): number[] {
  const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);
  const factor = Math.min(1, sum(like)) / sum(rates);
  return rates.map((rate) => fraction(rate * factor));
}

/** The rate, within what a model may hold. */
function fraction(rate: number): number {
  return Math.max(1e-9, Math.min(1, rate));
}

/**
 * Weights in the order that the shipped ones have: a level that speaks more for a match than another may come to speak as
 * much, never less; and what speaks for a match never comes to speak against it, nor the reverse.
 */
function order(shipped: readonly number[], trained: readonly number[], evidence: readonly number[]): number[] {
  const signed = trained.map((weight, index) => {
    const before = shipped[index] ?? 0;
    if (before > 1) return Math.max(0, weight);
    return before < -1 ? Math.min(0, weight) : weight;
  });
  const ascending = [...shipped.keys()].sort((a, b) => (shipped[a] ?? 0) - (shipped[b] ?? 0));
  const ordered = isotonic(
    ascending.map((index) => signed[index] ?? 0),
    ascending.map((index) => 1 + (evidence[index] ?? 0)),
  );
  const result = [...signed];
  ascending.forEach((index, at) => (result[index] = ordered[at] ?? 0));
  return result;
}

function changeBetween(one: MatchingModel, other: MatchingModel): number {
  let most = Math.abs(one.prior - other.prior);
  for (const [index, { levels }] of one.comparisons.entries()) {
    for (const [at, level] of levels.entries()) {
      const next = other.comparisons[index]?.levels[at];
      if (next) most = Math.max(most, Math.abs(Math.log2(level.m / level.u) - Math.log2(next.m / next.u)));
    }
  }
  return most;
}
