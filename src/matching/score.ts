import type { Comparison, Level } from './comparison.js';
import { ConditionCompiler, type Test } from './condition.js';
import type { ComparisonEvidence, Evidence } from './evidence.js';
import { lowestShared } from './feature-values.js';
import { type Frequencies, prepareFrequencies } from './frequency.js';
import type { MatchingModel, StandardForm } from './model.js';
import { Pair } from './pair.js';
import { ModelError, validateModel } from './validate-model.js';

/** A matching model, ready to score pairs. Symmetric: `weigh(a, b)` is `weigh(b, a)`. Forms must not change once scored. */
export interface CompiledModel {
  readonly thresholds: MatchingModel['thresholds'];
  /** The total weight of a pair in bits: exactly the `weight` of its evidence, without building it. */
  weigh(a: StandardForm, b: StandardForm): number;
  /** The waterfall of a pair. */
  explain(a: StandardForm, b: StandardForm): Evidence;
  /**
   * What training sees of a pair: from `offset` on, the index of the level of each comparison, and the frequency that the
   * adjustment there goes by (NaN where none applies).
   */
  observe(a: StandardForm, b: StandardForm, levels: Uint8Array, frequencies: Float32Array, offset: number): void;
}

interface CompiledLevel {
  readonly level: Level;
  readonly index: number;
  readonly holds: Test;
  readonly weight: number;
  /** The frequency of the rarest value that both records have, where the weight is adjusted by it. */
  readonly rarest?: () => number | undefined;
}

interface CompiledComparison {
  readonly name: string;
  /** The levels before the last. */
  readonly levels: readonly CompiledLevel[];
  /** The last level, which always holds. */
  readonly last: CompiledLevel;
}

/** Compiles a model once, for any number of pairs. Throws a `ModelError` that says all that is wrong with it. */
export function compileModel(model: MatchingModel): CompiledModel {
  const errors = validateModel(model);
  if (errors.length > 0) throw new ModelError(errors);
  const tables = Object.entries(model.frequencies);
  const frequencies = new Map(tables.map(([name, table]) => [name, prepareFrequencies(table)]));
  const pair = new Pair();
  const conditions = new ConditionCompiler(pair, frequencies);
  const comparisons = model.comparisons.map((comparison) =>
    compileComparison(comparison, pair, conditions, frequencies),
  );
  const { prior, thresholds } = model;

  return {
    thresholds,
    weigh(a, b) {
      pair.take(a, b);
      let weight = prior;
      for (const comparison of comparisons) {
        const level = levelOf(comparison);
        weight += level.weight;
        if (level.rarest) weight += adjustment(level.level, level.rarest());
      }
      return weight;
    },
    explain(a, b) {
      pair.take(a, b);
      const evidence = comparisons.map((comparison) => evidenceOf(comparison));
      const weight = evidence.reduce((total, part) => total + part.weight + part.termFrequency, prior);
      return { prior, comparisons: evidence, weight, probability: 1 / (1 + 2 ** -weight) };
    },
    observe(a, b, levels, rarities, offset) {
      pair.take(a, b);
      let at = offset;
      for (const comparison of comparisons) {
        const { index, rarest } = levelOf(comparison);
        levels[at] = index;
        rarities[at++] = rarest?.() ?? NaN;
      }
    },
  };
}

/** The weight of a level in bits, before any term-frequency adjustment. */
export function levelWeight({ when, m, u }: Level): number {
  return when.kind === 'missing' ? 0 : Math.log2(m / u);
}

function compileComparison(
  { name, levels }: Comparison,
  pair: Pair,
  conditions: ConditionCompiler,
  frequencies: ReadonlyMap<string, Frequencies>,
): CompiledComparison {
  const compiled = levels.map((level, index) => ({
    level,
    index,
    holds: conditions.compile(level.when),
    weight: levelWeight(level),
    ...rarestOf(level, pair, frequencies),
  }));
  const last = compiled.at(-1);
  if (!last) throw new ModelError([`${name}: the last level must be otherwise`]);
  return { name, levels: compiled.slice(0, -1), last };
}

function rarestOf(
  { termFrequency }: Level,
  pair: Pair,
  frequencies: ReadonlyMap<string, Frequencies>,
): Pick<CompiledLevel, 'rarest'> {
  const table = termFrequency && frequencies.get(termFrequency.table);
  if (!table) return {};
  const index = pair.indexOf(termFrequency.feature);
  const { left, right } = pair;
  return { rarest: () => lowestShared(left[index], right[index], table.of) };
}

/** How many bits the weight of a level changes where the value agreed on is so frequent. */
export function adjustment({ u, termFrequency }: Pick<Level, 'u' | 'termFrequency'>, frequency?: number): number {
  if (!termFrequency || frequency === undefined) return 0;
  const { strength = 1, limit = Infinity } = termFrequency;
  return Math.max(-limit, Math.min(limit, strength * Math.log2(u / frequency)));
}

/** The first level that holds of the pair in hand. */
function levelOf({ levels, last }: CompiledComparison): CompiledLevel {
  for (const level of levels) if (level.holds()) return level;
  return last;
}

function evidenceOf(comparison: CompiledComparison): ComparisonEvidence {
  const { level, weight, rarest } = levelOf(comparison);
  return {
    comparison: comparison.name,
    level: level.label,
    m: level.m,
    u: level.u,
    weight,
    termFrequency: adjustment(level, rarest?.()),
  };
}
