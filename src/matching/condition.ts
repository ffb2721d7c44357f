import { distance as levenshtein } from 'fastest-levenshtein';
import type { Condition, DistanceMeasure, SimilarityMeasure } from './comparison.js';
import { contradict } from './contradiction.js';
import { coverageMeter } from './coverage.js';
import { damerauLevenshtein } from './damerau-levenshtein.js';
import { agree, highest, lowest } from './feature-values.js';
import { equalInformation, type Frequencies } from './frequency.js';
import { jaroWinkler } from './jaro-winkler.js';
import { overlapMeter } from './overlap.js';
import type { FeatureValue } from './model.js';
import type { Pair } from './pair.js';
import { trigramSimilarity } from './trigram.js';

/** Whether a condition holds of the pair in hand. */
export type Test = () => boolean;

/** Something measured on the pair in hand. */
type Gauge<T = number> = () => T;

type Measure = (a: string, b: string) => number;

export const similarities: Readonly<Record<SimilarityMeasure, Measure>> = {
  jaroWinkler,
  levenshtein: (a, b) => (a === b ? 1 : 1 - levenshtein(a, b) / Math.max(a.length, b.length)),
  trigram: trigramSimilarity,
};

export const distances: Readonly<Record<DistanceMeasure, Measure>> = { levenshtein, damerauLevenshtein };

/**
 * Compiles conditions to tests on one pair in hand. What several levels ask of the same feature is measured once a pair.
 */
export class ConditionCompiler {
  private readonly gauges = new Map<string, Gauge<unknown>>();

  constructor(
    private readonly pair: Pair,
    private readonly frequencies: ReadonlyMap<string, Frequencies>,
  ) {}

  /** The condition as a test. The condition must be valid. */
  compile(condition: Condition): Test {
    switch (condition.kind) {
      case 'otherwise':
        return () => true;
      case 'missing':
        return this.missing(condition.features);
      case 'exact':
        return this.crossed(condition.feature, condition.feature);
      case 'crossed':
        return this.crossed(...condition.features);
      case 'similarity':
        return atLeast(this.similarity(condition.feature, condition.measure), condition.atLeast);
      case 'distance':
        return this.distance(condition);
      case 'overlap':
        return atLeast(this.overlap(condition), condition.atLeast);
      case 'found':
        return this.found(...condition.features);
      case 'coverage':
        return atLeast(this.coverage(condition), condition.atLeast);
      case 'contradiction':
        return this.contradiction(condition.feature);
      case 'ratio':
        return atLeast(this.ratio(condition.feature), condition.atLeast);
      case 'difference':
        return atMost(this.difference(condition.feature), condition.atMost);
      default:
        return this.composite(condition);
    }
  }

  private composite(condition: Extract<Condition, { kind: 'all' | 'any' | 'not' }>): Test {
    if (condition.kind === 'not') return not(this.compile(condition.of));
    const parts = condition.of.map((part) => this.compile(part));
    return condition.kind === 'all' ? all(parts) : any(parts);
  }

  private missing(features: readonly string[]): Test {
    const { left, right } = this.pair;
    const [first = 0, ...others] = features.map((feature) => this.pair.indexOf(feature));
    return () => {
      if (left[first] === undefined || right[first] === undefined) return true;
      for (const index of others) if (left[index] === undefined || right[index] === undefined) return true;
      return false;
    };
  }

  private crossed(one: string, other: string): Test {
    const { left, right } = this.pair;
    const i = this.pair.indexOf(one);
    const j = this.pair.indexOf(other);
    if (i === j) return () => agree(left[i], right[i]);
    return () => agree(left[i], right[j]) && agree(left[j], right[i]);
  }

  private similarity(feature: string, measure: SimilarityMeasure): Gauge {
    const { left, right } = this.pair;
    const index = this.pair.indexOf(feature);
    const compare = similarities[measure];
    return this.once(`similarity ${measure} ${index}`, () => highest(left[index], right[index], compare));
  }

  private distance({ feature, measure, atMost }: Extract<Condition, { kind: 'distance' }>): Test {
    const { left, right } = this.pair;
    const index = this.pair.indexOf(feature);
    const compare = distances[measure];
    const distance = this.once(`distance ${measure} ${index}`, () => lowest(left[index], right[index], compare));
    return () => {
      const a = left[index];
      const b = right[index];
      // Texts are at least as far apart as their lengths.
      const tooFar = typeof a === 'string' && typeof b === 'string' && Math.abs(a.length - b.length) > atMost;
      return !tooFar && distance() <= atMost;
    };
  }

  private overlap({ feature, over, table }: Extract<Condition, { kind: 'overlap' }>): Gauge {
    const { left, right } = this.pair;
    const index = this.pair.indexOf(feature);
    const meter = overlapMeter(this.informationBy(table));
    const overlap = this.once(`overlap ${index} ${table === undefined ? '' : `by ${table}`}`, () => {
      const a = elementsOf(left[index]);
      const b = elementsOf(right[index]);
      return a && b && meter(a, b);
    });
    return () => overlap()?.[over] ?? 0;
  }

  private found(one: string, other: string): Test {
    const { left, right } = this.pair;
    const i = this.pair.indexOf(one);
    const j = this.pair.indexOf(other);
    return () => agree(left[i], right[j]) || agree(left[j], right[i]);
  }

  private coverage({ features, of, table }: Extract<Condition, { kind: 'coverage' }>): Gauge {
    const { left, right } = this.pair;
    const [sought, held] = [this.pair.indexOf(features[0]), this.pair.indexOf(features[1])];
    const meter = coverageMeter(this.informationBy(table));
    const coverage = this.once(`coverage ${sought} ${held} ${table === undefined ? '' : `by ${table}`}`, () => {
      const [soughtA, heldA] = [elementsOf(left[sought]), elementsOf(left[held])];
      const [soughtB, heldB] = [elementsOf(right[sought]), elementsOf(right[held])];
      return soughtA && heldA && soughtB && heldB && meter(soughtA, heldA, soughtB, heldB);
    });
    return () => coverage()?.[of] ?? 0;
  }

  private contradiction(feature: string): Test {
    const { left, right } = this.pair;
    const index = this.pair.indexOf(feature);
    return () => {
      const a = elementsOf(left[index]);
      const b = elementsOf(right[index]);
      return a !== undefined && b !== undefined && contradict(a, b);
    };
  }

  private informationBy(table: string | undefined): Pick<Frequencies, 'informationOf'> {
    return (table === undefined ? undefined : this.frequencies.get(table)) ?? equalInformation;
  }

  private ratio(feature: string): Gauge {
    const { left, right } = this.pair;
    const index = this.pair.indexOf(feature);
    return () => {
      const a = left[index];
      const b = right[index];
      if (typeof a !== 'number' || typeof b !== 'number') return 0;
      if (a === b) return 1;
      return a > 0 && b > 0 ? Math.min(a, b) / Math.max(a, b) : 0;
    };
  }

  private difference(feature: string): Gauge {
    const { left, right } = this.pair;
    const index = this.pair.indexOf(feature);
    return () => {
      const a = left[index];
      const b = right[index];
      return typeof a === 'number' && typeof b === 'number' ? Math.abs(a - b) : Infinity;
    };
  }

  /** The gauge of that name, measured at most once a pair. */
  private once<T>(name: string, measure: Gauge<T>): Gauge<T> {
    const known = this.gauges.get(name);
    // The name says the kind of gauge, and so its type.
    if (known) return known as Gauge<T>;
    const { pair } = this;
    let measuredAt = -1;
    let value: T;
    const gauge = (): T => {
      if (measuredAt !== pair.serial) {
        value = measure();
        measuredAt = pair.serial;
      }
      return value;
    };
    this.gauges.set(name, gauge);
    return gauge;
  }
}

/** A set's elements; those of a text are the text itself. */
function elementsOf(value: FeatureValue | undefined): readonly string[] | undefined {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' ? value : undefined;
}

function atLeast(gauge: Gauge, threshold: number): Test {
  return () => gauge() >= threshold;
}

function atMost(gauge: Gauge, threshold: number): Test {
  return () => gauge() <= threshold;
}

function all(tests: readonly Test[]): Test {
  return () => {
    for (const test of tests) if (!test()) return false;
    return true;
  };
}

function any(tests: readonly Test[]): Test {
  return () => {
    for (const test of tests) if (test()) return true;
    return false;
  };
}

function not(test: Test): Test {
  return () => !test();
}
