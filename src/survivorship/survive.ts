import type { Attributes, AttributeValue } from '../domain/attribute.js';
import { Candidate, heldValue, type Member, type Unit } from './candidate.js';
import type { Strategy, SurvivorshipRules } from './rules.js';
import { type Narrow, readable, strategies } from './strategies.js';
import { RulesError, validateRules } from './validate-rules.js';
import { foldedKey, valuesOf } from './value-key.js';

export type { Member } from './candidate.js';

/**
 * What decided on a value: a strategy of the rule, or `only` (one record has a value), `unanimous` (all that have one
 * have the same), `readable` (the others could not be read), `sourceOrder` (the last tie, by source and source id).
 */
export type Decider = Strategy | 'only' | 'unanimous' | 'readable' | 'sourceOrder';

/** Where a golden value comes from. */
export interface Lineage {
  readonly source: string;
  readonly sourceId: string;
  /** What decided on it: a `Decider`, or what an earlier release kept there. */
  readonly strategy: string;
  /** When the record was observed, ISO 8601. */
  readonly observedAt: string;
  /** How many other distinct values lost, apart from case, white space and punctuation. */
  readonly lost: number;
}

/** The values of a golden record and where each comes from, both by attribute. */
export interface GoldenContent {
  readonly attributes: Readonly<Record<string, AttributeValue>>;
  readonly lineage: Readonly<Record<string, Lineage>>;
}

/** Attributes that survive together, and how. */
interface RuledUnit extends Unit {
  readonly steps: readonly (readonly [Decider, Narrow])[];
}

const unitsByRules = new WeakMap<SurvivorshipRules, { attributes: Attributes; units: readonly RuledUnit[] }>();

/**
 * The golden content of records that are one thing: of each attribute the value of one of them, chosen by the rules. A
 * pure function of the set of members, in whatever order. A value survives as it is held, a list as a whole. Rules
 * must not change once used. Throws a `RulesError` that says all that is wrong with them.
 */
export function survive(members: readonly Member[], attributes: Attributes, rules: SurvivorshipRules): GoldenContent {
  const content: { attributes: Record<string, AttributeValue>; lineage: Record<string, Lineage> } = {
    attributes: {},
    lineage: {},
  };
  for (const unit of unitsOf(attributes, rules)) {
    const holders = members.filter((member) =>
      unit.attributes.some(({ name }) => heldValue(member, name) !== undefined),
    );
    const [first] = holders;
    if (!first) continue;
    const { member, decider } =
      holders.length === 1 ? { member: first, decider: 'only' as const } : decide(unit, holders);
    for (const { name } of unit.attributes) {
      const value = heldValue(member, name);
      if (value === undefined) continue;
      const { source, sourceId, observedAt } = member;
      content.attributes[name] = value;
      content.lineage[name] = {
        source,
        sourceId,
        strategy: decider,
        observedAt,
        lost: lostCount(holders, name, value),
      };
    }
  }
  return content;
}

/** The record whose values survive, and the step after which no other value was left. */
function decide(unit: RuledUnit, holders: readonly Member[]): { member: Member; decider: Decider } {
  let rest: readonly Candidate[] = holders.map((member) => new Candidate(member, unit));
  let decider: Decider | undefined = agree(rest) ? 'unanimous' : undefined;
  for (const [name, narrow] of unit.steps) {
    const narrowed = narrow(rest);
    if (narrowed.length === rest.length) continue;
    rest = narrowed;
    if (decider === undefined && agree(rest)) decider = name;
    if (rest.length === 1) break;
  }
  const member = rest.map((candidate) => candidate.member).reduce((least, one) => (precedes(one, least) ? one : least));
  return { member, decider: decider ?? 'sourceOrder' };
}

function agree([first, ...others]: readonly Candidate[]): boolean {
  return first === undefined || others.every((other) => other.offersSameAs(first));
}

function lostCount(holders: readonly Member[], attribute: string, winner: AttributeValue): number {
  const others = holders.map((holder) => heldValue(holder, attribute));
  if (others.every((value) => value === undefined || value === winner)) return 0;
  const keys = new Set(others.flatMap((value) => (value === undefined ? [] : valuesOf(value).map(foldedKey))));
  for (const value of valuesOf(winner)) keys.delete(foldedKey(value));
  return keys.size;
}

function precedes(a: Member, b: Member): boolean {
  return a.source < b.source || (a.source === b.source && a.sourceId < b.sourceId);
}

/** The units of the rules, prepared once. */
function unitsOf(attributes: Attributes, rules: SurvivorshipRules): readonly RuledUnit[] {
  const known = unitsByRules.get(rules);
  if (known?.attributes === attributes) return known.units;
  const errors = validateRules(attributes, rules);
  if (errors.length > 0) throw new RulesError(errors);
  const units = new Map<string, RuledUnit>();
  for (const [name, { kind }] of Object.entries(attributes)) {
    const rule = rules[name];
    if (!rule) continue;
    const key = rule.group === undefined ? `attribute ${name}` : `group ${rule.group}`;
    const others = units.get(key)?.attributes ?? [];
    const steps = rule.strategies.map((strategy) => [strategy, strategies[strategy]] as const);
    units.set(key, { attributes: [...others, { name, kind }], steps: [['readable', readable], ...steps] });
  }
  unitsByRules.set(rules, { attributes, units: [...units.values()] });
  return [...units.values()];
}
