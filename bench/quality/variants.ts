import { misspell } from '../../demo/generate/mistakes.js';
import { deskAddresses, familyFirms, generatedSet } from './generated-set.js';
import { Random } from '../../demo/generate/random.js';
import type { LabelledRecord, LabelledSet, SetMapping } from '../labelled-set.js';

/** What is known of a customer in a plain list of names. */
const names = ['type', 'name', 'givenName', 'additionalName', 'familyName'];

/**
 * Sets that know more, or less, or something else than those that are labelled: generated ones, of customers three times, and
 * labelled ones made poorer.
 */
export function ablationVariants(sets: readonly LabelledSet[]): readonly LabelledSet[] {
  const customers = [7, 8, 9].flatMap((seed) => [
    ...variantsOfPeople(generatedSet('customers', { seed, records: 2000 })),
    familyFirms(seed, 2000),
    subscribed(deskAddresses(seed, 6000)),
  ]);
  const products = generatedSet('products', { seed: 7, records: 2000 });
  const numbered = identified(without(products, 'mpn', 'model'));
  const goods = [
    products,
    without(products, 'gtin', 'mpn', 'model'),
    numbered,
    noisy(products, 0.15),
    noisy(numbered, 0.15),
  ];
  return [...customers, ...goods, ...sets.flatMap(poorer)];
}

function variantsOfPeople(people: LabelledSet): readonly LabelledSet[] {
  return [
    people,
    without(people, 'email', 'telephone', 'taxID'),
    only(people, ...names),
    only(people, ...names, 'email'),
    only(people, ...names, 'address'),
    only(people, ...names, 'birthDate'),
    noisy(people, 0.15),
  ];
}

function poorer(set: LabelledSet): readonly LabelledSet[] {
  const poor = [noisy(set, 0.1), duplicated(set, 0.1)];
  return set.mapping.collection === 'customers' ? [...poor, only(set, ...names)] : poor;
}

/** The set without some canonical attributes (`address` stands for all its parts), as if its sources did not know them. */
export function without(set: LabelledSet, ...attributes: readonly string[]): LabelledSet {
  const isGone = (path: string): boolean => attributes.includes(path.split('.')[0] ?? path);
  return mapped(set, `without ${attributes.join(', ')}`, (mapping) =>
    Object.fromEntries(Object.entries(mapping).filter(([path]) => !isGone(path))),
  );
}

/** The set with a shop that knows nothing of its customers but an e-mail address and what they call themselves, as a newsletter does. */
export function subscribed(set: LabelledSet): LabelledSet {
  return mapped(set, 'subscribed', (mapping, source) =>
    source === 'shop'
      ? { email: 'customer.email', givenName: "customer.business ? null : $substringBefore(customer.fullName, ' ')" }
      : mapping,
  );
}

/** The set with the GTINs of its products under another name, as if each were a number that the sources agree on. */
function identified(set: LabelledSet): LabelledSet {
  return mapped(set, 'identified', ({ gtin, ...others }) =>
    gtin === undefined ? others : { ...others, 'identifiers.asin': gtin },
  );
}

/** The set with some canonical attributes only. */
export function only(set: LabelledSet, ...attributes: readonly string[]): LabelledSet {
  const isKept = (path: string): boolean => attributes.includes(path.split('.')[0] ?? path);
  return mapped(set, `only ${attributes.join(', ')}`, (mapping) =>
    Object.fromEntries(Object.entries(mapping).filter(([path]) => isKept(path))),
  );
}

/** The set with sources of which each may hold duplicates, as if none were known not to. */
export function open(set: LabelledSet): LabelledSet {
  const sources = Object.entries(set.mapping.sources).map(([name, file]) => {
    return [name, { ...file, source: { ...file.source, duplicateFree: false } }] as const;
  });
  return { ...set, name: `${set.name}: open`, mapping: { ...set.mapping, sources: Object.fromEntries(sources) } };
}

/** The set with one attribute the same in every record, as a column that was never filled in. */
export function constant(set: LabelledSet, attribute: string, value: string): LabelledSet {
  return mapped(set, `constant ${attribute}`, (mapping) => ({ ...mapping, [attribute]: `'${value}'` }));
}

/** The set with one attribute that tells nothing but the source. */
export function bySource(set: LabelledSet, attribute: string): LabelledSet {
  return mapped(set, `${attribute} by source`, (mapping, source) => ({ ...mapping, [attribute]: `'${source}'` }));
}

/** The set with the values of a column dealt out anew. */
export function shuffled(set: LabelledSet, column: string): LabelledSet {
  const random = new Random(1, 90);
  const values = set.records.map(({ data }) => data[column]);
  for (let i = values.length - 1; i > 0; i--) {
    const j = random.integer(0, i);
    [values[i], values[j]] = [values[j], values[i]];
  }
  const records = set.records.map((record, index) => ({
    ...record,
    data: { ...record.data, [column]: values[index] },
  }));
  return { ...set, name: `${set.name}: shuffled ${column}`, records };
}

/** The set with a slip in so great a share of its values, and as great a share of them lost. */
export function noisy(set: LabelledSet, share: number): LabelledSet {
  const records = set.records.map((record, index): LabelledRecord => {
    const random = new Random(2, index);
    const spoil = (value: unknown): unknown => {
      if (typeof value !== 'string') return value;
      if (random.chance(share)) return '';
      return random.chance(share) ? misspell(random, value) : value;
    };
    const data = Object.fromEntries(Object.entries(record.data).map(([name, value]) => [name, spoil(value)]));
    return { ...record, data };
  });
  return { ...set, name: `${set.name}: noise ${share}`, records };
}

/** So many records of the set, drawn at random. */
export function sampled(set: LabelledSet, count: number): LabelledSet {
  const random = new Random(3, count);
  const order = set.records.map((_, index) => ({ index, at: random.next() })).sort((a, b) => a.at - b.at);
  return keep(set, `${count} records`, new Set(order.slice(0, count).map(({ index }) => index)));
}

/**
 * The set with so great a share of the things that have several records, and of the others one record each, drawn at random: of
 * two lists, each keeps things of its own, and they have little in common.
 */
export function duplicated(set: LabelledSet, share: number): LabelledSet {
  const random = new Random(4, Math.round(share * 100));
  const clusters = new Map<number, number[]>();
  for (const [index, cluster] of clusterOf(set).entries()) {
    clusters.set(cluster, [...(clusters.get(cluster) ?? []), index]);
  }
  const kept = [...clusters.values()].flatMap((cluster) => (random.chance(share) ? cluster : [random.pick(cluster)]));
  return keep(set, `${Math.round(share * 100)} % duplicated`, new Set(kept));
}

/** Only the records of things that have several. */
export function onlyDuplicated(set: LabelledSet): LabelledSet {
  return keep(set, 'nothing single', new Set(set.truth.flat()));
}

function keep(set: LabelledSet, label: string, kept: ReadonlySet<number>): LabelledSet {
  const order = [...set.records.keys()].filter((index) => kept.has(index));
  const place = new Map(order.map((index, at) => [index, at]));
  const records = set.records.filter((_, index) => kept.has(index));
  const truth = set.truth.flatMap(([a, b]): [number, number][] => {
    const [one, other] = [place.get(a), place.get(b)];
    return one === undefined || other === undefined ? [] : [[one, other]];
  });
  return { ...set, name: `${set.name}: ${label}`, records, truth };
}

/** The cluster of each record, by its first one. */
function clusterOf({ records, truth }: LabelledSet): number[] {
  const parent = records.map((_, index) => index);
  const root = (index: number): number => {
    let at = index;
    while (parent[at] !== at) at = parent[at] ?? at;
    return at;
  };
  for (const [a, b] of truth) parent[root(a)] = root(b);
  return parent.map((_, index) => root(index));
}

type Mapping = Readonly<Record<string, string>>;

function mapped(set: LabelledSet, label: string, change: (mapping: Mapping, source: string) => Mapping): LabelledSet {
  const { collection } = set.mapping;
  const sources = Object.entries(set.mapping.sources).map(([name, file]) => {
    const mappings = { [collection]: change(file.source.mappings[collection] ?? {}, name) };
    return [name, { ...file, source: { ...file.source, mappings } }] as const;
  });
  const mapping: SetMapping = { ...set.mapping, sources: Object.fromEntries(sources) };
  return { ...set, name: `${set.name}: ${label}`, mapping };
}
