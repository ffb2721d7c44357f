import type { Comparison } from '../comparison.js';
import type { MatchingModel } from '../model.js';
import { estimatedLevels } from './estimate.js';
import type { Observations } from './observe-pairs.js';
import type { ComparisonReport } from './training.js';

/** What every comparison of a trained model was and became, and how much it counts among the candidates seen. */
export function reportComparisons(
  shipped: MatchingModel,
  trained: MatchingModel,
  pairs: Observations,
  probabilities: Float64Array,
): ComparisonReport[] {
  const seen = trained.comparisons.map((comparison, index) => countLevels(comparison, index, pairs, probabilities));
  const evidence = trained.comparisons.map((comparison, index) => divergence(comparison, seen[index] ?? []));
  const all = evidence.reduce((sum, bits) => sum + bits, 0);
  return trained.comparisons.map((comparison, index) => {
    const levels = seen[index] ?? [];
    const total = levels.reduce((sum, { candidates }) => sum + candidates, 0);
    const missing = levels.reduce(
      (sum, { candidates }, at) => (comparison.levels[at]?.when.kind === 'missing' ? sum + candidates : sum),
      0,
    );
    return {
      comparison: comparison.name,
      held: !estimatedLevels(comparison).includes(true),
      compared: total === 0 ? 0 : 1 - missing / total,
      share: all === 0 ? 0 : (evidence[index] ?? 0) / all,
      levels: comparison.levels.map(({ label, m, u }, at) => {
        const before = shipped.comparisons[index]?.levels[at];
        return {
          level: label,
          shipped: { m: before?.m ?? m, u: before?.u ?? u },
          trained: { m, u },
          matches: levels[at]?.matches ?? 0,
          candidates: levels[at]?.candidates ?? 0,
        };
      }),
    };
  });
}

interface Seen {
  matches: number;
  candidates: number;
}

function countLevels(
  { levels }: Comparison,
  comparison: number,
  pairs: Observations,
  probabilities: Float64Array,
): Seen[] {
  const seen = levels.map((): Seen => ({ matches: 0, candidates: 0 }));
  for (let pair = 0, at = comparison; pair < probabilities.length; pair++, at += pairs.comparisons) {
    const level = seen[pairs.levels[at] ?? 0];
    if (!level) continue;
    level.candidates++;
    level.matches += probabilities[pair] ?? 0;
  }
  return seen;
}

/** By how many bits the weights of a comparison differ, on average, between the matches and the other candidates. */
function divergence({ levels }: Comparison, seen: readonly Seen[]): number {
  const matches = seen.reduce((sum, level) => sum + level.matches, 0);
  const others = seen.reduce((sum, level) => sum + level.candidates - level.matches, 0);
  if (matches < 1e-9 || others < 1e-9) return 0;
  const bits = levels.reduce((sum, { when, m, u }, at) => {
    const level = seen[at];
    if (!level || when.kind === 'missing') return sum;
    return sum + (level.matches / matches - (level.candidates - level.matches) / others) * Math.log2(m / u);
  }, 0);
  return Math.max(0, bits);
}
