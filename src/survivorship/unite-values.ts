import type { AttributeValue, Value } from '../domain/attribute.js';
import { heldValue, type Member, type Unit } from './candidate.js';
import { foldedKey, valuesOf } from './value-key.js';

/** The values of several records in one. */
export interface United {
  readonly value: AttributeValue;
  /** The records that gave a value, the one that gave the first value first. */
  readonly contributors: readonly Member[];
}

/** One value as it is told of by the records that hold it. */
interface Told {
  readonly value: Value;
  /** Of a map of identifiers, which of them. */
  readonly type: string;
  /** The newest record that holds it. */
  readonly member: Member;
  readonly time: number;
  /** Where it stands among what that record holds. */
  readonly place: number;
  readonly count: number;
}

/**
 * Every value that some records hold of a unit of one attribute, the same value once, as the newest of its records spells it.
 * Most held first, then the newest, then by source, source id and where it stands there. Maps of identifiers are united type
 * by type, and the first value of a type stays.
 */
export function uniteValues({ attributes: [attribute] }: Unit, members: readonly Member[], limit: number): United {
  const told = new Map<string, Told>();
  for (const one of members.flatMap((member) => (attribute ? toldBy(member, attribute) : []))) {
    const key = `${one.type}\t${foldedKey(one.value)}`;
    const known = told.get(key);
    told.set(key, known ? { ...(isNewer(one, known) ? one : known), count: known.count + 1 } : one);
  }
  const ranked = [...told.values()].sort((x, y) => y.count - x.count || (isNewer(x, y) ? -1 : 1));
  const isMap = attribute?.kind === 'identifiers';
  const kept = (isMap ? firstOfTypes(ranked) : ranked).slice(0, limit);
  return {
    value: isMap ? mapOf(kept) : oneOrAll(kept.map(({ value }) => value)),
    contributors: [...new Set(kept.map(({ member }) => member))],
  };
}

/** What a record holds. */
function toldBy(member: Member, { name, kind }: Unit['attributes'][number]): readonly Told[] {
  const held = heldValue(member, name);
  if (held === undefined) return [];
  const time = Date.parse(member.observedAt);
  const from = { member, time: Number.isNaN(time) ? -Infinity : time, count: 1 };
  if (kind === 'identifiers') return typesOf(held).map(([type, value], place) => ({ ...from, type, value, place }));
  const distinct = new Map<string, Told>();
  valuesOf(held).forEach((value, place) => {
    const key = foldedKey(value);
    if (!distinct.has(key)) distinct.set(key, { ...from, type: '', value, place });
  });
  return [...distinct.values()];
}

function typesOf(held: AttributeValue): readonly (readonly [string, string])[] {
  if (typeof held !== 'object') return [];
  return Object.entries<unknown>({ ...held }).flatMap(([type, value]) =>
    typeof value === 'string' ? [[type, value] as const] : [],
  );
}

function firstOfTypes(ranked: readonly Told[]): Told[] {
  const types = new Set<string>();
  return ranked.filter(({ type }) => !types.has(type) && types.add(type));
}

function mapOf(kept: readonly Told[]): Value {
  const entries = kept.flatMap(({ type, value }) => (typeof value === 'string' ? [[type, value] as const] : []));
  return Object.fromEntries(entries.sort(([x], [y]) => (x < y ? -1 : 1)));
}

function oneOrAll(values: readonly Value[]): AttributeValue {
  const [first, ...others] = values;
  return first !== undefined && others.length === 0 ? first : values;
}

function isNewer(x: Told, y: Told): boolean {
  if (x.time !== y.time) return x.time > y.time;
  if (x.member.source !== y.member.source) return x.member.source < y.member.source;
  if (x.member.sourceId !== y.member.sourceId) return x.member.sourceId < y.member.sourceId;
  return x.place < y.place;
}
