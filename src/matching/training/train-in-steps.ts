import { compileModel } from '../score.js';
import type { MatchingModel } from '../model.js';
import { chooseThresholds } from './choose-thresholds.js';
import { shareTakenUp } from './cluster-expectations.js';
import { drawToShipped } from './draw-to-shipped.js';
import { type Bounds, type Estimate, estimate, type Judged, judge } from './estimate.js';
import { expectationsOf } from './expectations.js';
import { estimateMutualBest } from './estimate-mutual-best.js';
import { labelsOf } from './labels.js';
import { estimateFrequencies } from './estimate-frequencies.js';
import { type Observations, type ObservedPairs, observePairs } from './observe-pairs.js';
import { reportComparisons } from './report-comparisons.js';
import { hasSearches, rivalsAmong } from './rivals.js';
import { type Sample, sampleOf } from './sample.js';
import type { Training, TrainingInput, TrainingReport, TrainingWarning } from './training.js';
import { witnessesOf } from './witnesses.js';

/** How far a training is, in steps of about the same length. */
export interface TrainingProgress {
  readonly done: number;
  readonly total: number;
}

/** Estimates are made. */
const nearlyDone: TrainingProgress = { done: 99, total: 100 };
/** No prior stands for more matches a record than this: those of things that have six records each. */
const mostMatchesARecord = 2.5;
/** More matches a record are no duplicates but records that cannot be told apart. */
const implausibleMatches = 2;
/** From so many matches on, what they have in common outweighs what the shipped model says; with fewer, only the surest are linked. */
const enoughMatches = 30;

/** The same as `train`, which yields every few milliseconds, so that a server can do other work in between. */
export function* trainInSteps(input: TrainingInput): Generator<TrainingProgress, Training> {
  compileModel(input.model);
  const sample = sampleOf(input);
  yield { done: 0, total: 1 };
  const drawnForms = sample.drawn.map((index) => sample.records[index]?.standard ?? {});
  const start: MatchingModel = {
    ...input.model,
    frequencies: estimateFrequencies(input.model, drawnForms),
    comparisons: input.model.comparisons.filter(({ untrained }) => untrained !== true),
  };
  const pairs = yield* steps(observePairs(sample, start), ({ done, total }) => ({ done, total: 2 * total }));
  const bounds: Bounds = {
    drawn: sample.drawn.length,
    mostMatches: mostMatchesARecord * sample.drawn.length,
    labels: labelsOf(sample, pairs.candidates, input.labels ?? []),
    rivals: rivalsAmong(sample, pairs.candidates),
  };
  const estimated = yield* steps(estimate(start, pairs, bounds), (done) => ({ done: done + 10, total: done + 20 }));
  const learnt = trusted(start, estimated.model, sample, pairs.candidates, bounds);
  const before = input.model.thresholds;
  const { probabilities } = judge(learnt, pairs.candidates, bounds);
  const mutualBest = before.mutualBest && estimateMutualBest(sample, pairs.candidates, probabilities);
  const relative = { ...before, ...(mutualBest !== undefined && { mutualBest }) };
  const judged = judge({ ...learnt, thresholds: relative }, pairs.candidates, bounds);
  const expectedMatches = matchesOf(judged);
  const concerns = concernsOf(sample, expectedMatches, estimated);
  const believed = expectationsOf(judged, bounds.rivals);
  const witnesses = yield* steps(
    witnessesOf(sample, pairs.candidates, judged, bounds.rivals, relative, believed),
    () => nearlyDone,
  );
  const chosen = chooseThresholds(relative, believed, witnesses, concerns, expectedMatches < enoughMatches);
  const model = { ...learnt, thresholds: chosen.thresholds };
  return {
    model,
    report: {
      sample: countsOf(sample, pairs, bounds),
      iterations: estimated.iterations,
      converged: estimated.converged,
      expectedMatches,
      prior: { shipped: input.model.prior, trained: model.prior },
      expected: chosen.expected,
      thresholds: chosen.expectations,
      comparisons: reportComparisons(start, model, pairs.candidates, judged.probabilities),
      warnings: [...chosen.warnings, ...remarksOf(sample, expectedMatches)],
    },
  };
}

/** The trained model as far as it is to be trusted: wholly where near twins will tell how many of its links are wrong. */
function trusted(
  start: MatchingModel,
  trained: MatchingModel,
  sample: Sample,
  candidates: Observations,
  bounds: Bounds,
): MatchingModel {
  if (hasSearches(bounds.rivals)) return trained;
  const judged = judge(trained, candidates, bounds);
  const taken = shareTakenUp(sample, candidates, judged, trained.thresholds);
  return drawToShipped(start, trained, { matches: matchesOf(judged), taken });
}

/** How many matches are expected. */
function matchesOf({ probabilities }: Judged): number {
  return probabilities.reduce((sum, probability) => sum + probability, 0);
}

function countsOf(sample: Sample, pairs: ObservedPairs, { labels }: Bounds): TrainingReport['sample'] {
  return {
    records: sample.records.length,
    drawn: sample.drawn.length,
    candidatePairs: pairs.candidates.one.length,
    randomPairs: pairs.others.one.length,
    labels: labels.length,
  };
}

/** Goes through the steps of a part of the work, each told as progress of the whole. */
function* steps<Step, Result>(
  part: Generator<Step, Result>,
  progressOf: (step: Step) => TrainingProgress,
): Generator<TrainingProgress, Result> {
  for (;;) {
    const step = part.next();
    if (step.done) return step.value;
    yield progressOf(step.value);
  }
}

/** Why a trained model should not be trusted to link what it would. */
function concernsOf({ drawn }: Sample, expectedMatches: number, { converged }: Estimate): TrainingWarning[] {
  const concerns: TrainingWarning[] = [];
  if (expectedMatches > implausibleMatches * drawn.length) {
    concerns.push({
      code: 'implausibleMatches',
      message:
        `Every record looks like ${(expectedMatches / drawn.length).toFixed(1)} others, which is more than duplicates explain: ` +
        'many records differ too little in what is known of them. Only the surest pairs are linked.',
    });
  }
  if (!converged) {
    concerns.push({ code: 'notConverged', message: 'The estimates were still changing when training ended.' });
  }
  return concerns;
}

/** What a reader should know of a model that is no reason to doubt it: it stays near the shipped one. */
function remarksOf({ drawn }: Sample, expectedMatches: number): TrainingWarning[] {
  if (expectedMatches >= enoughMatches) return [];
  return [
    {
      code: 'fewMatches',
      message:
        `Among ${drawn.length} records about ${Math.round(expectedMatches)} matches are expected, too few to learn much from: ` +
        'the figures of the shipped model mostly stand.',
    },
  ];
}
