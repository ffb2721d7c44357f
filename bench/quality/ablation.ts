import type { Domain } from '../../src/domain/domain.js';
import type { Comparison } from '../../src/matching/comparison.js';
import type { MatchingModel, StandardForm } from '../../src/matching/model.js';
import { markdownTable } from '../markdown-table.js';
import type { LabelledSet } from '../labelled-set.js';
import { block, prepare, type PreparedSet, resolve, trainOn } from './resolve-offline.js';
import { open } from './variants.js';

/** What one part left out of the trained model and its blocking does to a set. */
interface Ablation {
  readonly part: string;
  readonly f1: number;
  readonly pairCompleteness: number;
}

/** Features that stand for a kind of knowledge, by the name of that knowledge. */
const knowledge: Readonly<Record<string, readonly string[]>> = {
  'nicknames and transliterations': ['givenNameRoots'],
  'how names sound': ['givenNameSounds', 'familyNameSounds'],
  'swapped names': ['fullNames'],
  'stems of codes': ['stems'],
};

/**
 * Leaves out one part at a time, of the model as trained and of blocking, and tells by how many thousandths F1 falls: a
 * table of parts by sets for each collection, with the most that a part brings on any variant.
 */
export async function ablate(
  sets: readonly LabelledSet[],
  variants: readonly LabelledSet[],
  domains: readonly Domain[],
): Promise<string> {
  const tables: string[] = [];
  for (const domain of domains) {
    const isOwn = ({ mapping }: LabelledSet): boolean => mapping.collection === domain.collection;
    const own = sets.filter(isOwn);
    if (own.length > 0) tables.push(await ablateCollection(own, variants.filter(isOwn), domain));
  }
  return tables.join('\n\n');
}

async function ablateCollection(
  sets: readonly LabelledSet[],
  variants: readonly LabelledSet[],
  domain: Domain,
): Promise<string> {
  const losses = new Map<string, Map<string, number>>();
  const completing = new Set<string>();
  for (const set of [...sets, ...variants]) {
    const prepared = await prepare(set, domain);
    const { model } = trainOn(prepared);
    const whole = resolve(prepared, model);
    for (const { part, f1, pairCompleteness } of ablations(prepared, model)) {
      if (pairCompleteness < whole.pairCompleteness) completing.add(part);
      losses.set(part, (losses.get(part) ?? new Map<string, number>()).set(set.name, 1000 * (whole.f1 - f1)));
    }
  }
  const rows = [...losses].map(([part, bySet]) => {
    const cells = sets.map(({ name }) => bySet.get(name)?.toFixed(1) ?? '');
    const most = Math.max(...variants.map(({ name }) => bySet.get(name) ?? 0));
    const brings = Math.max(most, ...bySet.values()) >= 0.05 ? '' : 'nothing here';
    return [part, ...cells, most.toFixed(1), brings && completing.has(part) ? 'completeness' : brings];
  });
  return markdownTable([domain.collection, ...sets.map(({ name }) => name), 'variants', 'brings'], rows);
}

function* ablations(prepared: PreparedSet, model: MatchingModel): Generator<Ablation> {
  const { set, domain } = prepared;
  const of = (part: string, changed: MatchingModel, on = prepared): Ablation => {
    const { f1, pairCompleteness } = resolve(on, changed);
    return { part, f1, pairCompleteness };
  };
  yield of('training', domain.model);
  if (model.comparisons.some(({ levels }) => levels.some(({ termFrequency }) => termFrequency)))
    yield of('term frequency', { ...model, comparisons: model.comparisons.map(withoutFrequency) });
  yield of('cohesion of clusters', { ...model, thresholds: { ...model.thresholds, cohesion: 0 } });
  if (model.thresholds.mutualBest !== undefined)
    yield of('mutually best pairs', { ...model, thresholds: { ...model.thresholds, mutualBest: 0 } });
  yield of('one to one', model, { ...prepared, set: open(set) });
  for (const [name, features] of Object.entries(knowledge)) {
    if (prepared.standards.some((standard) => features.some((feature) => standard[feature] !== undefined))) {
      yield of(name, model, {
        ...prepared,
        standards: prepared.standards.map((form) => withoutFeatures(form, features)),
      });
    }
  }
  for (const { name } of model.comparisons) {
    const comparisons = model.comparisons.filter((comparison) => comparison.name !== name);
    yield of(`comparison ${name}`, { ...model, comparisons });
  }
  for (const family of familiesOf(prepared)) {
    yield of(`block keys ${family}`, model, { ...prepared, ...block(prepared, (key) => familyOf(key) !== family) });
  }
}

function withoutFrequency(comparison: Comparison): Comparison {
  return { ...comparison, levels: comparison.levels.map(({ termFrequency: _, ...level }) => level) };
}

function withoutFeatures(form: StandardForm, features: readonly string[]): StandardForm {
  return Object.fromEntries(Object.entries(form).filter(([feature]) => !features.includes(feature)));
}

function familiesOf({ domain, standards }: PreparedSet): readonly string[] {
  return [...new Set(standards.flatMap((standard) => domain.blockKeys(standard).map(familyOf)))].sort();
}

/** What a key is of: its first word. */
function familyOf(key: string): string {
  return /^[a-z]*/i.exec(key)?.[0] ?? '';
}
