import type { Population } from '../../demo/generate/customers.js';
import { sourceNames } from '../../demo/generate/source-system.js';
import { makers } from '../../demo/generated-uploads.js';
import { sourceDefinitions } from '../../demo/source-definitions.js';
import type { LabelledSet } from '../labelled-set.js';

/**
 * Generated records of a collection as a labelled set.
 * @param kind what is said of the population by its name, where it is not the usual one
 */
export function generatedSet(collection: 'customers' | 'products', population: Population, kind?: string): LabelledSet {
  const made = sourceNames.flatMap((source) => [...makers[collection](population, source)]);
  const sources = sourceNames.map((source) => {
    const { mappings = {}, ...definition } = sourceDefinitions[source];
    return [source, { file: '', idColumn: '', source: { ...definition, mappings } }] as const;
  });
  return {
    name: kind === undefined ? `generated ${collection}` : `generated ${collection}: ${kind}`,
    mapping: { collection, truth: '', sources: Object.fromEntries(sources) },
    records: made,
    truth: pairsOf(made.map(({ entity }) => entity)),
    withinSources: true,
  };
}

/** Generated customers of whom one in five is a person with a small firm, or that firm, which share much of what reaches them. */
export function familyFirms(seed: number, records: number): LabelledSet {
  return generatedSet('customers', { seed, records, familyFirms: 0.2 }, 'family firms');
}

/** Generated customers of whom one in twenty has a twin among them, born on the same day and with the telephone of the same home. */
export function twins(seed: number, records: number): LabelledSet {
  return generatedSet('customers', { seed, records, twins: 0.05 }, 'twins');
}

/** Generated customers whose clerks enter the address of a desk where they know no other. */
export function deskAddresses(seed: number, records: number): LabelledSet {
  return generatedSet('customers', { seed, records, deskAddresses: 0.5 }, 'desk addresses');
}

function pairsOf(entities: readonly number[]): [number, number][] {
  const members = new Map<number, number[]>();
  for (const [index, entity] of entities.entries()) members.set(entity, [...(members.get(entity) ?? []), index]);
  return [...members.values()].flatMap((own) =>
    own.flatMap((a, at) => own.slice(at + 1).map((b): [number, number] => [a, b])),
  );
}
