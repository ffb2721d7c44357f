import { compileModel, type CompiledModel } from '../score.js';
import type { MatchingModel } from '../model.js';
import { candidatePairs, isCandidate, type Sample } from './sample.js';
import { seededRandom } from './random.js';

/** What is seen of pairs: of each comparison the level, and the frequency of the value that they share. */
export interface Observations {
  readonly comparisons: number;
  /** Index into the records of the sample, of the one and the other record of each pair. */
  readonly one: Int32Array;
  readonly other: Int32Array;
  /** `levels[pair * comparisons + comparison]`. */
  readonly levels: Uint8Array;
  readonly frequencies: Float32Array;
}

/** The pairs of a sample: all candidates, and random ones that are none. */
export interface ObservedPairs {
  readonly candidates: Observations;
  readonly others: Observations;
  /** How many pairs the sample stands for that could be matches but are no candidates. */
  readonly otherPairs: number;
}

/** More pairs are not needed. */
const mostCandidates = 800_000;
const mostOthers = 150_000;
const pairsAStep = 4096;

/** How many pairs have been observed. */
export interface ObservationProgress {
  readonly done: number;
  readonly total: number;
}

/** Observes the pairs of a sample by the levels of a model; yields every few thousand pairs. */
export function* observePairs(sample: Sample, model: MatchingModel): Generator<ObservationProgress, ObservedPairs> {
  const compiled = compileModel(model);
  const comparisons = model.comparisons.length;
  const found = candidatePairs(sample, mostCandidates);
  const random = model.population === 'candidates' ? noPairs : randomPairs(sample);
  const total = found.one.length + random.pairs.one.length;
  const candidates = yield* observe(sample, compiled, comparisons, found, { done: 0, total });
  const others = yield* observe(sample, compiled, comparisons, random.pairs, { done: found.one.length, total });
  const possible = random.drawn === 0 ? 0 : sample.pairs * (random.possible / random.drawn);
  const otherPairs = Math.max(0, possible - candidates.one.length);
  return { candidates, others, otherPairs };
}

function* observe(
  { records }: Sample,
  compiled: CompiledModel,
  comparisons: number,
  pairs: { readonly one: Int32Array; readonly other: Int32Array },
  { done, total }: ObservationProgress,
): Generator<ObservationProgress, Observations> {
  const count = pairs.one.length;
  const levels = new Uint8Array(count * comparisons);
  const frequencies = new Float32Array(count * comparisons);
  for (let pair = 0; pair < count; pair++) {
    const a = records[pairs.one[pair] ?? 0];
    const b = records[pairs.other[pair] ?? 0];
    if (a && b) compiled.observe(a.standard, b.standard, levels, frequencies, pair * comparisons);
    if (pair % pairsAStep === 0) yield { done: done + pair, total };
  }
  return { comparisons, ...pairs, levels, frequencies };
}

interface RandomPairs {
  readonly pairs: { readonly one: Int32Array; readonly other: Int32Array };
  /** How many pairs were drawn, and how many of these could be matches. */
  readonly drawn: number;
  readonly possible: number;
}

const noPairs: RandomPairs = { pairs: { one: new Int32Array(), other: new Int32Array() }, drawn: 0, possible: 0 };

/** Pairs of drawn records that could be matches and are no candidates: all of them where they are few. */
function randomPairs(sample: Sample): RandomPairs {
  const { drawn } = sample;
  const all = (drawn.length * (drawn.length - 1)) / 2;
  const one: number[] = [];
  const other: number[] = [];
  let tried = 0;
  let possible = 0;
  const take = (a: number, b: number): void => {
    tried++;
    if (!sample.mayMatch(a, b)) return;
    possible++;
    if (isCandidate(sample, a, b)) return;
    one.push(a);
    other.push(b);
  };
  if (all <= mostOthers) {
    for (const [at, a] of drawn.entries()) for (let j = at + 1; j < drawn.length; j++) take(a, drawn[j] ?? a);
  } else {
    const random = seededRandom(1);
    const pick = (): number => Math.floor(random() * drawn.length);
    while (tried < mostOthers) {
      const [i, j] = [pick(), pick()];
      if (i !== j) take(drawn[i] ?? 0, drawn[j] ?? 0);
    }
  }
  return { pairs: { one: Int32Array.from(one), other: Int32Array.from(other) }, drawn: tried, possible };
}
