import type { Comparison, Condition } from '../comparison.js';
import type { FeatureValue, FrequencyTable, MatchingModel, StandardForm } from '../model.js';

/** The shipped table counts for so many records. */
const shippedRecords = 300;

/** A value that no records have but the two that are compared is taken to be that of so much of a record. */
const unseenRecords = 0.1;

/** No table lists more values: those beyond are the rarest. */
const mostValues = 20_000;

/**
 * The frequency tables of a model as the records have them, smoothed with its own tables. What is counted of a value is the
 * records that hold it beyond the two that are compared, as else every value that two records share would look twice as
 * common as it is.
 */
export function estimateFrequencies(
  model: MatchingModel,
  forms: readonly StandardForm[],
): Readonly<Record<string, FrequencyTable>> {
  const features = featuresOfTables(model.comparisons);
  return Object.fromEntries(
    Object.entries(model.frequencies).map(([name, table]) => [
      name,
      estimateTable(table, [...(features.get(name) ?? [])], forms),
    ]),
  );
}

function estimateTable(
  shipped: FrequencyTable,
  features: readonly string[],
  forms: readonly StandardForm[],
): FrequencyTable {
  const counts = new Map<string, number>();
  let records = 0;
  for (const form of forms) {
    for (const feature of features) {
      const elements = elementsOf(form[feature]);
      if (elements.length > 0) records++;
      for (const element of elements) counts.set(element, (counts.get(element) ?? 0) + 1);
    }
  }
  const total = records + shippedRecords;
  const smoothed = (seen: number, before: number): number => Math.min(1, (seen + shippedRecords * before) / total);
  const values = new Map(Object.entries(shipped.values).map(([value, before]) => [value, smoothed(0, before)]));
  for (const [value, count] of counts) {
    const before = Object.hasOwn(shipped.values, value) ? shipped.values[value] : undefined;
    if (before !== undefined) values.set(value, smoothed(Math.max(0, count - 2), before));
    else if (count > 2) values.set(value, smoothed(count - 2, shipped.unlisted));
  }
  const listed = [...values].sort(byFrequency).slice(0, mostValues);
  return { unlisted: smoothed(unseenRecords, shipped.unlisted), values: Object.fromEntries(listed) };
}

function byFrequency([a, frequencyA]: readonly [string, number], [b, frequencyB]: readonly [string, number]): number {
  return frequencyB - frequencyA || (a < b ? -1 : 1);
}

function elementsOf(value: FeatureValue | undefined): readonly string[] {
  if (typeof value === 'string') return value === '' ? [] : [value];
  return typeof value === 'object' ? value : [];
}

/** Which features' values each table is of. */
function featuresOfTables(comparisons: readonly Comparison[]): ReadonlyMap<string, ReadonlySet<string>> {
  const features = new Map<string, Set<string>>();
  const add = (table: string | undefined, feature: string) => {
    if (table !== undefined) features.set(table, (features.get(table) ?? new Set()).add(feature));
  };
  const visit = (condition: Condition): void => {
    if (condition.kind === 'overlap') add(condition.table, condition.feature);
    else if (condition.kind === 'coverage') add(condition.table, condition.features[0]);
    else if (condition.kind === 'not') visit(condition.of);
    else if (condition.kind === 'all' || condition.kind === 'any') condition.of.forEach(visit);
  };
  for (const { when, termFrequency } of comparisons.flatMap(({ levels }) => levels)) {
    visit(when);
    if (termFrequency) add(termFrequency.table, termFrequency.feature);
  }
  return features;
}
