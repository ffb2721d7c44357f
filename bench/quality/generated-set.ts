import type { Population } from '../../demo/generate/customers.js';
import { sourceNames } from '../../demo/generate/source-system.js';
import { makers } from '../../demo/generated-uploads.js';
import { sourceDefinitions } from '../../demo/source-definitions.js';
import type { LabelledSet } from '../labelled-set.js';

/** Generated records of a collection as a labelled set. */
export function generatedSet(collection: 'customers' | 'products', population: Population): LabelledSet {
  const made = sourceNames.flatMap((source) => [...makers[collection](population, source)]);
  const sources = sourceNames.map((source) => {
    const { mappings = {}, ...definition } = sourceDefinitions[source];
    return [source, { file: '', idColumn: '', source: { ...definition, mappings } }] as const;
  });
  return {
    name: `generated ${collection}`,
    mapping: { collection, truth: '', sources: Object.fromEntries(sources) },
    records: made,
    truth: pairsOf(made.map(({ entity }) => entity)),
    withinSources: true,
  };
}

function pairsOf(entities: readonly number[]): [number, number][] {
  const members = new Map<number, number[]>();
  for (const [index, entity] of entities.entries()) members.set(entity, [...(members.get(entity) ?? []), index]);
  return [...members.values()].flatMap((own) =>
    own.flatMap((a, at) => own.slice(at + 1).map((b): [number, number] => [a, b])),
  );
}
