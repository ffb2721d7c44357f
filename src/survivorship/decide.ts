import type { AttributeValue } from '../domain/attribute.js';
import { Candidate, heldValue, type Member } from './candidate.js';
import type { CompiledRules, RuledUnit, Step } from './compile-rules.js';
import { withoutIgnored, type PinsInForce } from './pin.js';
import type { Situation } from './strategies.js';
import { uniteValues, type United } from './unite-values.js';

/**
 * What decided on a value: a strategy of the rule, or `only` (one record has a value), `unanimous` (all that have one
 * have the same), `readable` (the others could not be read), `sourceOrder` (the last tie, by source and source id).
 */
export type Decider = Step['name'] | 'only' | 'unanimous' | 'sourceOrder';

/** Which record won a unit. */
export interface Decision {
  readonly unit: RuledUnit;
  /** The records that have a value of the unit and take part. */
  readonly holders: readonly Member[];
  readonly winner: Member;
  readonly decider: Decider;
  /** Of the records with another value, the one that was in the running longest. */
  readonly runnerUp?: Member;
  /** Where every value that is left survives: these. */
  readonly united?: United;
}

/** Told of the candidates that a step puts out. */
export type Watch = (step: Decider, out: readonly Candidate[]) => void;

/** Decides on every unit that some record has a value of, by unit. */
export function decideAll(
  members: readonly Member[],
  rules: CompiledRules,
  ignored: PinsInForce['ignored'],
  watch?: (unit: RuledUnit) => Watch,
): ReadonlyMap<RuledUnit, Decision> {
  const decisions = new Map<RuledUnit, Decision>();
  const winners = new Map<string, Member>();
  const allowed = ignored.size === 0 ? members : members.map((member) => withoutIgnored(member, ignored));
  for (const unit of rules.decisionOrder) {
    const decision = decide(unit, holdersOf(unit, allowed, ignored), winners, watch?.(unit));
    if (!decision) continue;
    decisions.set(unit, decision);
    for (const { name } of unit.attributes) winners.set(name, decision.winner);
  }
  return decisions;
}

/**
 * The records that have a value of the unit. Of a group those from which a value is ignored take part only where there are
 * no others, for a group survives whole.
 */
function holdersOf(unit: RuledUnit, members: readonly Member[], ignored: PinsInForce['ignored']): readonly Member[] {
  const holders = members.filter((member) => holds(member, unit));
  if (ignored.size === 0 || unit.attributes.length === 1) return holders;
  if (!unit.attributes.some(({ name }) => ignored.has(name))) return holders;
  const whole = holders.filter(({ canonical }) =>
    unit.attributes.every(({ name }) => !(ignored.has(name) && isEmptied(canonical[name]))),
  );
  return whole.length > 0 ? whole : holders;
}

function holds(member: Member, { attributes }: RuledUnit): boolean {
  for (const { name } of attributes) if (heldValue(member, name) !== undefined) return true;
  return false;
}

function decide(
  unit: RuledUnit,
  holders: readonly Member[],
  winners: Situation['winners'],
  watch: Watch | undefined,
): Decision | undefined {
  const [first] = holders;
  if (!first) return undefined;
  if (holders.length === 1) return decided(unit, holders, first, 'only');
  const all = holders.map((member) => new Candidate(member, unit));
  let rest: readonly Candidate[] = all;
  let decider: Decider | undefined = agree(rest) ? 'unanimous' : undefined;
  let beaten: readonly Candidate[] = [];
  for (const { name, narrow } of unit.steps) {
    const narrowed = narrow(rest, { all, winners });
    if (narrowed.length === rest.length) continue;
    watch?.(name, without(rest, narrowed));
    if (decider === undefined) {
      beaten = without(rest, narrowed);
      if (agree(narrowed)) decider = name;
    }
    rest = narrowed;
    if (rest.length === 1) break;
  }
  if (unit.union) return unite(unit, holders, rest, decider);
  const winner = least(rest);
  const others = rest.filter((candidate) => candidate !== winner);
  if (others.length > 0) watch?.('sourceOrder', others);
  if (decider === undefined) return decided(unit, holders, winner.member, 'sourceOrder', different(others, winner));
  return decided(unit, holders, winner.member, decider, different(beaten, winner));
}

function decided(
  unit: RuledUnit,
  holders: readonly Member[],
  winner: Member,
  decider: Decider,
  runnerUp?: Member,
): Decision {
  if (unit.union) return { unit, holders, winner, decider, united: uniteValues(unit, [winner], unit.union.limit) };
  return runnerUp ? { unit, holders, winner, decider, runnerUp } : { unit, holders, winner, decider };
}

function unite(
  unit: RuledUnit,
  holders: readonly Member[],
  rest: readonly Candidate[],
  decider: Decider | undefined,
): Decision {
  const united = uniteValues(
    unit,
    rest.map(({ member }) => member),
    unit.union?.limit ?? 0,
  );
  const [winner = holders[0]] = united.contributors;
  if (!winner) throw new Error('A union of no records was asked for.');
  return { unit, holders, winner, decider: decider ?? 'union', united };
}

function without(candidates: readonly Candidate[], others: readonly Candidate[]): readonly Candidate[] {
  return candidates.filter((candidate) => !others.includes(candidate));
}

function agree(candidates: readonly Candidate[]): boolean {
  const [first] = candidates;
  for (const other of candidates) if (first && other !== first && !other.offersSameAs(first)) return false;
  return true;
}

function different(candidates: readonly Candidate[], winner: Candidate): Member | undefined {
  const others = candidates.filter((candidate) => !candidate.offersSameAs(winner));
  return others.length > 0 ? least(others).member : undefined;
}

function least(candidates: readonly Candidate[]): Candidate {
  return candidates.reduce((first, one) => (precedes(one.member, first.member) ? one : first));
}

function precedes(a: Member, b: Member): boolean {
  return a.source < b.source || (a.source === b.source && a.sourceId < b.sourceId);
}

function isEmptied(value: AttributeValue | undefined): boolean {
  return Array.isArray(value) && value.length === 0;
}
