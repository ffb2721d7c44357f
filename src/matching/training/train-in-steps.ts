import { compileModel } from '../score.js';
import type { MatchingModel } from '../model.js';
import { chooseThresholds } from './choose-thresholds.js';
import { type Bounds, type Estimate, estimate, posteriors, weigh } from './estimate.js';
import { expectationsOf, type Judged } from './expectations.js';
import { estimateMutualBest } from './estimate-mutual-best.js';
import { estimateFrequencies } from './estimate-frequencies.js';
import { type Observations, observePairs } from './observe-pairs.js';
import { reportComparisons } from './report-comparisons.js';
import { type Sample, sampleOf } from './sample.js';
import type { Training, TrainingInput, TrainingLabel, TrainingWarning } from './training.js';

/** How far a training is, in steps of about the same length. */
export interface TrainingProgress {
  readonly done: number;
  readonly total: number;
}

/** No prior stands for more matches a record than this: those of things that have six records each. */
const mostMatchesARecord = 2.5;
/** More matches a record are no duplicates but records that cannot be told apart. */
const implausibleMatches = 2;
/** From so many matches on, what they have in common outweighs what the shipped model says. */
const enoughMatches = 30;

/** The same as `train`, which yields every few milliseconds, so that a server can do other work in between. */
export function* trainInSteps(input: TrainingInput): Generator<TrainingProgress, Training> {
  compileModel(input.model);
  const sample = sampleOf(input);
  yield { done: 1, total: 1 };
  const drawnForms = sample.drawn.map((index) => sample.records[index]?.standard ?? {});
  const start: MatchingModel = { ...input.model, frequencies: estimateFrequencies(input.model, drawnForms) };
  const observing = observePairs(sample, start);
  let step = observing.next();
  while (!step.done) {
    yield { done: step.value, total: step.value };
    step = observing.next();
  }
  const pairs = step.value;
  const bounds: Bounds = {
    drawn: sample.drawn.length,
    mostMatches: mostMatchesARecord * sample.drawn.length,
    known: knownOf(sample, pairs.candidates, input.labels ?? []),
    rivals: rivalsOf(sample, pairs.candidates),
  };
  const estimated = estimate(start, pairs, bounds);
  const judged = judge(estimated.model, pairs.candidates, bounds);
  const expectations = expectationsOf(judged);
  const expectedMatches = judged.probabilities.reduce((sum, probability) => sum + probability, 0);
  const concerns = concernsOf(sample, expectedMatches, estimated);
  const { thresholds, expected, warnings } = chooseThresholds(input.model.thresholds, expectations, concerns);
  const mutualBest = thresholds.mutualBest && estimateMutualBest(sample, pairs.candidates, judged.probabilities);
  const model = { ...estimated.model, thresholds: { ...thresholds, ...(mutualBest !== undefined && { mutualBest }) } };
  return {
    model,
    report: {
      sample: {
        records: sample.records.length,
        drawn: sample.drawn.length,
        candidatePairs: pairs.candidates.one.length,
        randomPairs: pairs.others.one.length,
        labels: bounds.known.reduce((count, known) => count + Number(!Number.isNaN(known)), 0),
      },
      iterations: estimated.iterations,
      converged: estimated.converged,
      expectedMatches,
      prior: { shipped: input.model.prior, trained: model.prior },
      expected,
      thresholds: expectations,
      comparisons: reportComparisons(input.model, model, pairs.candidates, judged.probabilities),
      warnings: [...warnings, ...remarksOf(sample, expectedMatches)],
    },
  };
}

function judge(model: MatchingModel, candidates: Observations, { known, rivals }: Bounds): Judged {
  return {
    weights: weigh(model.comparisons, candidates).map((bits) => bits + model.prior),
    probabilities: posteriors(model, candidates, known, rivals),
    rivals,
  };
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

function knownOf(sample: Sample, { one, other }: Observations, labels: readonly TrainingLabel[]): Float32Array {
  const known = new Float32Array(one.length).fill(NaN);
  if (labels.length === 0) return known;
  const verdicts = new Map(labels.map(({ a, b, verdict }) => [`${Math.min(a, b)} ${Math.max(a, b)}`, verdict]));
  for (let pair = 0; pair < known.length; pair++) {
    const [a = 0, b = 0] = [one[pair], other[pair]].map((index) => sample.records[index ?? 0]?.id ?? 0);
    const verdict = verdicts.get(`${Math.min(a, b)} ${Math.max(a, b)}`);
    if (verdict !== undefined) known[pair] = verdict === 'match' ? 1 : 0;
  }
  return known;
}

/** Candidates of one record in one duplicate-free source, by either record of a pair. */
function rivalsOf({ records }: Sample, { one, other }: Observations): Int32Array[] {
  const sources = [...new Set(records.map(({ source }) => source))];
  const place = new Map(sources.map((source, index) => [source, index]));
  const groups = new Map<number, number>();
  const groupOf = (record: number, among: number): number => {
    const rival = records[among];
    if (!rival?.duplicateFree) return -1;
    const key = record * sources.length + (place.get(rival.source) ?? 0);
    const known = groups.get(key) ?? groups.size;
    groups.set(key, known);
    return known;
  };
  const count = one.length;
  const byOne = new Int32Array(count);
  const byOther = new Int32Array(count);
  for (let pair = 0; pair < count; pair++) {
    byOne[pair] = groupOf(one[pair] ?? 0, other[pair] ?? 0);
    byOther[pair] = groupOf(other[pair] ?? 0, one[pair] ?? 0);
  }
  return [byOne, byOther];
}
