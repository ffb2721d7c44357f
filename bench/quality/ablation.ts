import type { Domain } from '../../src/domain/domain.js';
import type { Comparison } from '../../src/matching/comparison.js';
import type { MatchingModel, StandardForm } from '../../src/matching/model.js';
import { markdownTable } from '../markdown-table.js';
import type { LabelledSet } from '../labelled-set.js';
import { block, type Outcome, prepare, type PreparedSet, resolve, trainOn } from './resolve-offline.js';
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
 * table of parts by sets for each collection, with the most that a part brings on any variant. Variants of one name are one, made
 * several times: what counts is their mean.
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
  const losses = new Losses();
  for (const set of [...sets, ...variants]) {
    const prepared = await prepare(set, domain);
    const { model } = trainOn(prepared);
    const whole = resolve(prepared, model);
    for (const ablation of ablations(prepared, model)) losses.add(set, whole, ablation);
  }
  const rows = losses.parts().map((part) => {
    const cells = sets.map((set) => losses.of(part, set));
    const most = Math.max(...variants.map((set) => losses.of(part, set) ?? 0));
    const isNothing = Math.max(most, ...cells.map((loss) => loss ?? 0)) < 0.05;
    const brings = losses.completing.has(part) ? 'completeness' : 'nothing here';
    return [part, ...cells.map((loss) => loss?.toFixed(1) ?? ''), most.toFixed(1), isNothing ? brings : ''];
  });
  return markdownTable([domain.collection, ...sets.map(({ name }) => name), 'variants', 'brings'], rows);
}

/** What parts bring to sets. */
class Losses {
  /** The parts without which fewer pairs are candidates. */
  readonly completing = new Set<string>();
  private readonly losses = new Map<string, Map<string, number[]>>();

  add({ name }: LabelledSet, whole: Outcome, { part, f1, pairCompleteness }: Ablation): void {
    if (pairCompleteness < whole.pairCompleteness) this.completing.add(part);
    const bySet = this.losses.get(part) ?? new Map<string, number[]>();
    this.losses.set(part, bySet.set(name, [...(bySet.get(name) ?? []), 1000 * (whole.f1 - f1)]));
  }

  parts(): readonly string[] {
    return [...this.losses.keys()];
  }

  /** Thousandths of F1, on average over the sets of that name; nothing where they have no such part. */
  of(part: string, { name }: LabelledSet): number | undefined {
    const losses = this.losses.get(part)?.get(name);
    return losses && losses.reduce((sum, loss) => sum + loss, 0) / losses.length;
  }
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
