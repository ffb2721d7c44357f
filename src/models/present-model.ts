import type { Comparison, Level } from '../matching/comparison.js';
import { levelWeight } from '../matching/score.js';
import type { FrequencyTable } from '../matching/model.js';
import type { HeldModel } from './matching-model.js';
import type { ComparisonView, FrequencyTableView, LevelView, ModelSummary, ModelView } from './models.dto.js';

const valuesShown = 20;

export function presentSummary(held: HeldModel): ModelSummary {
  const { id, version, origin, status, createdBy, activatedBy, report } = held;
  const { prior, thresholds } = held.model;
  return {
    id,
    version,
    origin,
    status,
    createdAt: held.createdAt?.toISOString() ?? null,
    createdBy,
    activatedAt: held.activatedAt?.toISOString() ?? null,
    activatedBy,
    prior,
    thresholds,
    expected: report && { precision: report.expected.precision, recall: report.expected.recall },
    warnings: report?.warnings ?? [],
  };
}

/** @param full whether every value of the frequency tables is shown, rather than the most frequent ones */
export function presentModel(held: HeldModel, full: boolean): ModelView {
  return {
    ...presentSummary(held),
    comparisons: held.model.comparisons.map(presentComparison),
    frequencies: Object.entries(held.model.frequencies).map(([name, table]) => presentTable(name, table, full)),
    report: held.report,
  };
}

function presentComparison({ name, levels }: Comparison): ComparisonView {
  return { name, levels: levels.map(presentLevel) };
}

function presentLevel(level: Level): LevelView {
  const { label, when, m, u, termFrequency } = level;
  return { label, when, m, u, weight: levelWeight(level), ...(termFrequency && { termFrequency }) };
}

function presentTable(name: string, { unlisted, values }: FrequencyTable, full: boolean): FrequencyTableView {
  const listed = Object.entries(values)
    .map(([value, frequency]) => ({ value, frequency }))
    .sort((x, y) => y.frequency - x.frequency || (x.value < y.value ? -1 : 1));
  return { name, size: listed.length, unlisted, values: full ? listed : listed.slice(0, valuesShown) };
}
