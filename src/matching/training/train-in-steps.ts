import { compileModel } from '../score.js';
import type { MatchingModel } from '../model.js';
import { type Bounds, estimate, posteriors } from './estimate.js';
import { estimateFrequencies } from './estimate-frequencies.js';
import { type Observations, observePairs } from './observe-pairs.js';
import { type Sample, sampleOf } from './sample.js';
import type { Training, TrainingInput, TrainingLabel } from './training.js';

/** How far a training is, in steps of about the same length. */
export interface TrainingProgress {
  readonly done: number;
  readonly total: number;
}

/** No more matches are believed than this, a record: those of things that have six records each. */
const mostMatchesARecord = 2.5;

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
  const all = step.value;
  const pairs = start.population === 'candidates' ? { ...all, others: none(all.others), otherPairs: 0 } : all;
  const bounds: Bounds = {
    drawn: sample.drawn.length,
    mostMatches: mostMatchesARecord * sample.drawn.length,
    known: knownOf(sample, pairs.candidates, input.labels ?? []),
    rivals: rivalsOf(sample, pairs.candidates),
  };
  const { model, iterations, converged } = estimate(start, pairs, bounds);
  const probabilities = posteriors(model, pairs.candidates, bounds.known, bounds.rivals);
  const expectedMatches = probabilities.reduce((sum, probability) => sum + probability, 0);
  return {
    model,
    report: {
      sample: {
        records: sample.records.length,
        drawn: sample.drawn.length,
        candidatePairs: pairs.candidates.one.length,
        randomPairs: all.others.one.length,
        labels: input.labels?.length ?? 0,
      },
      iterations,
      converged,
      expectedMatches,
      prior: { shipped: input.model.prior, trained: model.prior },
      expected: { threshold: model.thresholds.link, linked: 0, precision: 0, recall: 0 },
      thresholds: [],
      comparisons: [],
      warnings: [],
    },
  };
}

function none({ comparisons }: Observations): Observations {
  return {
    comparisons,
    one: new Int32Array(),
    other: new Int32Array(),
    levels: new Uint8Array(),
    frequencies: new Float32Array(),
  };
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
