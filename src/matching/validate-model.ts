import type { Comparison, Condition, Level } from './comparison.js';
import { distances, similarities } from './condition.js';
import type { FrequencyTable, MatchingModel } from './model.js';

/** A matching model that cannot be used, with everything that is wrong with it. */
export class ModelError extends Error {
  constructor(readonly errors: readonly string[]) {
    super(`The matching model is not valid: ${errors.join('; ')}.`);
    this.name = 'ModelError';
  }
}

/** Everything that is wrong with a model, each named by its comparison and level; nothing where it is valid. */
export function validateModel(model: MatchingModel): string[] {
  const { comparisons, frequencies, prior, thresholds } = model;
  const errors = [
    ...(Number.isFinite(prior) ? [] : ['prior must be a number of bits']),
    ...(thresholds.review <= thresholds.link ? [] : ['thresholds.review must be a number not above thresholds.link']),
    ...(isShare(thresholds.cohesion ?? 0) ? [] : ['thresholds.cohesion must lie in [0, 1]']),
    ...(isAmount(thresholds.mutualBest ?? 0) ? [] : ['thresholds.mutualBest must be a number of bits, 0 or more']),
    ...(isAmount(model.sureness ?? 0) ? [] : ['sureness must be a number of pairs, 0 or more']),
    ...(comparisons.length > 0 ? [] : ['a model needs a comparison']),
    ...repeated(comparisons.map(({ name }) => name)).map((name) => `comparison ${name} is there twice`),
  ];
  for (const comparison of comparisons) {
    errors.push(...comparisonErrors(comparison, frequencies).map((error) => `${comparison.name}: ${error}`));
  }
  for (const [name, table] of Object.entries(frequencies)) errors.push(...frequencyErrors(name, table));
  return errors;
}

function comparisonErrors({ levels, sureness }: Comparison, frequencies: MatchingModel['frequencies']): string[] {
  const errors = repeated(levels.map(({ label }) => label)).map((label) => `level ${label} is there twice`);
  if (!isAmount(sureness ?? 0)) errors.push('sureness must be a number of pairs, 0 or more');
  if (levels.at(-1)?.when.kind !== 'otherwise') errors.push('the last level must be otherwise');
  levels.forEach((level, index) => {
    const found = levelErrors(level, frequencies);
    if (index < levels.length - 1 && level.when.kind === 'otherwise') found.push('otherwise must be the last level');
    errors.push(...found.map((error) => `${level.label}: ${error}`));
  });
  return errors;
}

function levelErrors({ when, m, u, termFrequency }: Level, frequencies: MatchingModel['frequencies']): string[] {
  const errors: string[] = [];
  if (!isFraction(m)) errors.push('m must lie in (0, 1]');
  if (!isFraction(u)) errors.push('u must lie in (0, 1]');
  if (when.kind !== 'otherwise') errors.push(...conditionErrors(when, frequencies));
  if (termFrequency) {
    const { table, strength = 1, limit = 0 } = termFrequency;
    errors.push(...tableErrors(table, frequencies));
    if (!(strength > 0 && strength < Infinity)) errors.push('termFrequency.strength must be above 0');
    if (!(limit >= 0)) errors.push('termFrequency.limit must not be below 0');
  }
  return errors;
}

function conditionErrors(condition: Condition, frequencies: MatchingModel['frequencies']): string[] {
  switch (condition.kind) {
    case 'missing':
      return nameErrors(condition);
    case 'exact':
    case 'crossed':
    case 'found':
    case 'contradiction':
      return [];
    case 'similarity':
      return [...unknown('similarity', condition.measure, similarities), ...atLeastErrors(condition)];
    case 'distance':
      return [...unknown('distance', condition.measure, distances), ...atMostErrors(condition)];
    case 'overlap':
    case 'coverage':
      return [...tableErrors(condition.table, frequencies), ...atLeastErrors(condition)];
    case 'ratio':
      return atLeastErrors(condition);
    case 'difference':
      return atMostErrors(condition);
    default:
      return compositeErrors(condition, frequencies);
  }
}

function compositeErrors(
  condition: Extract<Condition, { kind: 'all' | 'any' | 'not' | 'otherwise' }>,
  frequencies: MatchingModel['frequencies'],
): string[] {
  switch (condition.kind) {
    case 'all':
    case 'any':
      return partsErrors(condition, frequencies);
    case 'not':
      return conditionErrors(condition.of, frequencies);
    case 'otherwise':
      return ['otherwise stands alone, as the last level'];
    default:
      return [`there is no condition ${(condition satisfies never as Condition).kind}`];
  }
}

function nameErrors({ features }: { readonly features: readonly string[] }): string[] {
  return features.length > 0 ? [] : ['missing must name a feature'];
}

function partsErrors(
  { kind, of }: Extract<Condition, { kind: 'all' | 'any' }>,
  frequencies: MatchingModel['frequencies'],
): string[] {
  if (of.length === 0) return [`${kind} must have a part`];
  return of.flatMap((part) => conditionErrors(part, frequencies));
}

function tableErrors(table: string | undefined, frequencies: MatchingModel['frequencies']): string[] {
  return table === undefined ? [] : unknown('frequency table', table, frequencies);
}

function unknown(what: string, name: string, among: object): string[] {
  return Object.hasOwn(among, name) ? [] : [`there is no ${what} ${name}`];
}

function atMostErrors({ atMost }: { readonly atMost: number }): string[] {
  return atMost >= 0 ? [] : ['atMost must not be below 0'];
}

function atLeastErrors({ atLeast }: { readonly atLeast: number }): string[] {
  return isFraction(atLeast) ? [] : ['atLeast must lie in (0, 1]'];
}

function frequencyErrors(name: string, { unlisted, values }: FrequencyTable): string[] {
  const wrong = Object.entries(values).find(([, frequency]) => !isFraction(frequency));
  return [
    ...(isFraction(unlisted) ? [] : [`frequency table ${name}: unlisted must lie in (0, 1]`]),
    ...(wrong ? [`frequency table ${name}: the frequency of ${wrong[0]} must lie in (0, 1]`] : []),
  ];
}

function isShare(value: number): boolean {
  return value >= 0 && value <= 1;
}

function isAmount(value: number): boolean {
  return value >= 0 && value < Infinity;
}

function isFraction(value: number): boolean {
  return value > 0 && value <= 1;
}

function repeated(names: readonly string[]): string[] {
  return [...new Set(names.filter((name, index) => names.indexOf(name) !== index))];
}
