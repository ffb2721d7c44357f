import type { Candidate, Member } from './candidate.js';
import type { Strategy, TrustStrategy } from './rules.js';
import { newestOf, trustOf } from './trust.js';
import { foldedKey } from './value-key.js';

/** What a strategy may know beyond the candidates that are left. */
export interface Situation {
  /** All candidates, those included that are out already. */
  readonly all: readonly Candidate[];
  /** The record that won an attribute, of those decided before. */
  readonly winners: ReadonlyMap<string, Member>;
}

/** Narrows candidates to the best of them: at least one, in the order given. */
export type Narrow = (candidates: readonly Candidate[], situation: Situation) => readonly Candidate[];

/** Values that could be read, where there are any. */
export const readable: Narrow = lowest(({ flagged }) => (flagged ? 1 : 0));

/** Makes the function of a strategy. */
export function compileStrategy(strategy: Strategy): Narrow {
  switch (strategy.kind) {
    case 'sourcePriority':
      return firstOf(strategy.sources, (order, { member }) => order.get(member.source) ?? Infinity);
    case 'trust':
      return byTrust(strategy);
    case 'mostRecent':
      return highest(({ time }) => time);
    case 'oldest':
      return lowest(({ time }) => time);
    case 'mostFrequent':
      return mostFrequent;
    case 'longest':
      return highest((candidate) => candidate.length('longest'));
    case 'shortest':
      return lowest((candidate) => candidate.length('shortest'));
    case 'mostComplete':
      return highest(({ completeness }) => completeness);
    case 'minimum':
      return (candidates) => extreme(candidates, 1);
    case 'maximum':
      return (candidates) => extreme(candidates, -1);
    case 'valueOrder':
      return firstOf(strategy.values.map(foldedKey), (order, candidate) => candidate.placeIn(order));
    case 'winnerOf':
      return winnerOf(strategy.attribute);
    case 'union':
      return (candidates) => candidates;
  }
}

/** Those with the highest measure. One that is NaN cannot be taken and loses; where none can be, all stay. */
function best(candidates: readonly Candidate[], measure: (candidate: Candidate) => number): readonly Candidate[] {
  let most = -Infinity;
  let kept: Candidate[] = [];
  for (const candidate of candidates) {
    const measured = measure(candidate);
    if (measured > most) {
      most = measured;
      kept = [];
    }
    if (measured === most) kept.push(candidate);
  }
  return kept.length > 0 ? kept : candidates;
}

function highest(measure: (candidate: Candidate) => number): Narrow {
  return (candidates) => best(candidates, measure);
}

function lowest(measure: (candidate: Candidate) => number): Narrow {
  return (candidates) => best(candidates, (candidate) => -measure(candidate));
}

/** Those that come first in an order, by key; what is not in the order has no place in it. */
function firstOf(
  keys: readonly string[],
  placeOf: (order: ReadonlyMap<string, number>, candidate: Candidate) => number,
): Narrow {
  const order = new Map(keys.map((key, place) => [key, place] as const));
  return lowest((candidate) => placeOf(order, candidate));
}

function byTrust(strategy: TrustStrategy): Narrow {
  return (candidates, { all }) => {
    const newest = newestOf(all);
    return best(candidates, (candidate) => trustOf(strategy, candidate, newest));
  };
}

function winnerOf(attribute: string): Narrow {
  return (candidates, { winners }) => {
    const winner = winners.get(attribute);
    const kept = candidates.filter(({ member }) => member === winner);
    return kept.length > 0 ? kept : candidates;
  };
}

/** The value that most records hold; of a list the value of it that most hold. */
function mostFrequent(candidates: readonly Candidate[]): readonly Candidate[] {
  const counts = new Map<string, number>();
  for (const { keys } of candidates) {
    for (const key of new Set(keys)) counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return best(candidates, ({ keys }) => Math.max(...keys.map((key) => counts.get(key) ?? 0)));
}

/** The least or greatest number; where there are only texts, the first or last of these by code unit. */
function extreme(candidates: readonly Candidate[], sign: 1 | -1): readonly Candidate[] {
  if (candidates.some(({ quantity }) => !Number.isNaN(quantity))) {
    return best(candidates, ({ quantity }) => -sign * quantity);
  }
  const texts = candidates.map(({ text }) => text).filter((text) => text !== undefined);
  const first = texts.sort().at(sign === 1 ? 0 : -1);
  return first === undefined ? candidates : candidates.filter(({ text }) => text === first);
}
