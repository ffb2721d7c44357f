import type { Candidate } from './candidate.js';
import type { Strategy } from './rules.js';

/** Narrows candidates to the best of them: at least one, in the order given. */
export type Narrow = (candidates: readonly Candidate[]) => readonly Candidate[];

/** Each strategy by name. */
export const strategies: Readonly<Record<Strategy, Narrow>> = {
  trust: highest(({ member }) => member.trust),
  mostRecent: highest(({ time }) => time),
  oldest: lowest(({ time }) => time),
  mostFrequent,
  longest: highest((candidate) => candidate.length('longest')),
  shortest: lowest((candidate) => candidate.length('shortest')),
  mostComplete: highest(({ completeness }) => completeness),
  minimum: (candidates) => extreme(candidates, 1),
  maximum: (candidates) => extreme(candidates, -1),
};

/** Values that could be read, where there are any. */
export const readable: Narrow = lowest(({ flagged }) => (flagged ? 1 : 0));

function highest(measure: (candidate: Candidate) => number): Narrow {
  return (candidates) => {
    const measures = candidates.map(measure);
    const best = measures.reduce((most, one) => (one > most ? one : most), -Infinity);
    const kept = candidates.filter((_, index) => measures[index] === best);
    return kept.length > 0 ? kept : candidates;
  };
}

function lowest(measure: (candidate: Candidate) => number): Narrow {
  return highest((candidate) => -measure(candidate));
}

/** The value that most records hold; of a list the value of it that most hold. */
function mostFrequent(candidates: readonly Candidate[]): readonly Candidate[] {
  const counts = new Map<string, number>();
  for (const { keys } of candidates) {
    for (const key of new Set(keys)) counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return highest(({ keys }) => Math.max(...keys.map((key) => counts.get(key) ?? 0)))(candidates);
}

/** The least or greatest number; where there are only texts, the first or last of these by code unit. */
function extreme(candidates: readonly Candidate[], sign: 1 | -1): readonly Candidate[] {
  if (candidates.some(({ quantity }) => !Number.isNaN(quantity))) {
    return highest(({ quantity }) => -sign * quantity)(candidates);
  }
  const texts = candidates.map(({ text }) => text).filter((text) => text !== undefined);
  const best = texts.sort().at(sign === 1 ? 0 : -1);
  return best === undefined ? candidates : candidates.filter(({ text }) => text === best);
}
