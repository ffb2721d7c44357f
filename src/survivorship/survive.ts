import type { AttributeValue } from '../domain/attribute.js';
import { heldValue, type Member } from './candidate.js';
import type { CompiledRules } from './compile-rules.js';
import { decideAll, type Decider, type Decision } from './decide.js';
import { pinsInForce, type Pin, type ValuePin } from './pin.js';
import { foldedKey, valuesOf } from './value-key.js';

/** A record by its source. */
export interface RecordReference {
  readonly source: string;
  readonly sourceId: string;
}

/** Where a golden value comes from. */
export interface Lineage {
  readonly source: string;
  readonly sourceId: string;
  /** What decided on it: a `Decider`, `pin`, or what an earlier release kept there. */
  readonly strategy: string;
  /** When the record was observed, ISO 8601. */
  readonly observedAt: string;
  /** How many other distinct values lost, apart from case, white space and punctuation. */
  readonly lost: number;
  /** Of the records with another value, the one that was in the running longest. */
  readonly runnerUp?: RecordReference;
  /** Of a value that is a union of several, all records that it is from. */
  readonly records?: readonly RecordReference[];
}

/** The values of a golden record and where each comes from, both by attribute. */
export interface GoldenContent {
  readonly attributes: Readonly<Record<string, AttributeValue>>;
  readonly lineage: Readonly<Record<string, Lineage>>;
}

/** The source that the lineage of a pinned value names; its id there is that of the pin. */
export const pinSource = 'steward';

/**
 * The golden content of records that are one thing: of each attribute the value of one of them, chosen by the rules, unless
 * a steward has pinned it. A pure function of the set of members and the set of pins, in whatever order. A value survives as
 * it is held, a list as a whole.
 *
 * A pin stands for its own attribute alone: the others of its group survive as if there were none.
 */
export function survive(
  members: readonly Member[],
  { units, decisionOrder }: CompiledRules,
  pins: readonly Pin[] = [],
): GoldenContent {
  const { values, ignored } = pinsInForce(pins);
  const decisions = decideAll(members, { units, decisionOrder }, ignored);
  const attributes: Record<string, AttributeValue> = {};
  const lineage: Record<string, Lineage> = {};
  for (const unit of units) {
    const decision = decisions.get(unit);
    if (!decision && values.size === 0) continue;
    for (const { name } of unit.attributes) {
      const pin = values.get(name);
      const value = pin?.value ?? (decision && survivingValue(decision, name));
      if (value === undefined) continue;
      attributes[name] = value;
      if (pin) lineage[name] = lineageOfPin(pin, decision);
      else if (decision) lineage[name] = lineageOf(decision, name, value);
    }
  }
  return { attributes, lineage };
}

/** What an attribute of a unit comes to by the rules. */
export function survivingValue({ united, winner }: Decision, attribute: string): AttributeValue | undefined {
  return united ? united.value : heldValue(winner, attribute);
}

function lineageOf(
  { winner, holders, decider, runnerUp, united }: Decision,
  attribute: string,
  value: AttributeValue,
): Lineage {
  const { source, sourceId, observedAt } = winner;
  const lost = holders.length === 1 && !united ? 0 : lostCount(holders, attribute, value);
  // Most lineages are of this shape, and are made for every attribute of every golden record.
  const lineage = { source, sourceId, strategy: decider, observedAt, lost };
  if (runnerUp) return { ...lineage, runnerUp: referenceOf(runnerUp) };
  if (united && united.contributors.length > 1) return { ...lineage, records: united.contributors.map(referenceOf) };
  return lineage;
}

/** A pin beats what the rules would have chosen. */
function lineageOfPin({ id, attribute, value, createdAt }: ValuePin, decision: Decision | undefined): Lineage {
  const beaten = decision && survivingValue(decision, attribute);
  const isSame = beaten !== undefined && sameValues(beaten, value);
  return {
    source: pinSource,
    sourceId: id,
    strategy: 'pin' satisfies Decider | 'pin',
    observedAt: createdAt,
    lost: decision ? lostCount(decision.holders, attribute, value) : 0,
    ...(decision && beaten !== undefined && !isSame && { runnerUp: referenceOf(decision.winner) }),
  };
}

/** Whether both hold the same values, apart from case, white space and punctuation. */
export function sameValues(x: AttributeValue, y: AttributeValue): boolean {
  const keys = (value: AttributeValue): string => valuesOf(value).map(foldedKey).sort().join('\n');
  return keys(x) === keys(y);
}

function lostCount(holders: readonly Member[], attribute: string, winner: AttributeValue): number {
  const keys = new Set<string>();
  for (const holder of holders) {
    const value = heldValue(holder, attribute);
    if (value === undefined || value === winner) continue;
    for (const one of valuesOf(value)) keys.add(foldedKey(one));
  }
  if (keys.size > 0) for (const value of valuesOf(winner)) keys.delete(foldedKey(value));
  return keys.size;
}

function referenceOf({ source, sourceId }: Member): RecordReference {
  return { source, sourceId };
}
