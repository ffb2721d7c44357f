import type { AttributeValue } from '../domain/attribute.js';
import { Candidate, heldValue, type Member } from './candidate.js';
import type { CompiledRules, RuledUnit } from './compile-rules.js';
import { decideAll, type Decider, type Decision } from './decide.js';
import { pinsInForce, withoutIgnored, type Pin, type PinsInForce, type ValuePin } from './pin.js';
import type { Strategy } from './rules.js';
import { sameValues, survivingValue } from './survive.js';
import { newestOf, trustOf } from './trust.js';

/**
 * What became of a record's value: it `won`, it is the `same` as what won, it `lost`, it is `ignored` as a steward has said,
 * or it is part of a `union`.
 */
export type Outcome = 'won' | 'same' | 'union' | 'lost' | 'ignored';

/** A value that a record holds of an attribute, and what became of it. */
export interface ExplainedCandidate {
  readonly source: string;
  readonly sourceId: string;
  /** ISO 8601. */
  readonly observedAt: string;
  /** Not there where the record won for another attribute of the group. */
  readonly value?: AttributeValue;
  /** How far the value is trusted, in [0, 1]: by the rule where it says, else as its source is. */
  readonly trust: number;
  /** It could not be read and is held as given. */
  readonly flagged: boolean;
  readonly outcome: Outcome;
  /** What put it out, or what decided for it. */
  readonly by: Decider | 'pin';
}

/** Why an attribute of a golden record is as it is. */
export interface Explanation {
  readonly value?: AttributeValue;
  /** The group that it survives with. */
  readonly group?: string;
  readonly strategies: readonly Strategy[];
  /** The pin that gives the value. */
  readonly pin?: Pin;
  /** The time to which the age of values is counted, ISO 8601: see `trustOf`. */
  readonly trustAt?: string;
  /** Those that survive first, then those that were in the running longest. */
  readonly candidates: readonly ExplainedCandidate[];
}

/** When a candidate was put out, and by what. */
interface Exit {
  readonly by: Decider;
  readonly order: number;
}

/** What is known of the decision on the attribute that is explained. */
interface Course {
  readonly unit: RuledUnit;
  readonly attribute: string;
  readonly ignored: PinsInForce['ignored'];
  readonly decision: Decision | undefined;
  /** By record, when it was put out. */
  readonly exits: ReadonlyMap<string, Exit>;
  readonly pin: ValuePin | undefined;
  /** What the attribute has come to. */
  readonly value: AttributeValue | undefined;
  /** The time to which ages are counted, in milliseconds. */
  readonly newest: number;
}

/**
 * Tells of every value of an attribute why it survived or did not. Agrees with `survive`, whose decisions it watches.
 *
 * @returns `undefined` where there is no such attribute
 */
export function explain(
  members: readonly Member[],
  rules: CompiledRules,
  attribute: string,
  pins: readonly Pin[] = [],
): Explanation | undefined {
  const unit = rules.units.find(({ attributes }) => attributes.some(({ name }) => name === attribute));
  if (!unit) return undefined;
  const course = courseOf(unit, members, rules, attribute, pins);
  const { value, pin, newest, decision, exits } = course;
  const shown = members.filter((member) => heldValue(member, attribute) !== undefined || isWinner(decision, member));
  const order = (member: Member): number =>
    exits.get(nameOf(member))?.order ?? (isWinner(decision, member) ? Infinity : -1);
  return {
    ...(value !== undefined && { value }),
    ...(unit.group !== undefined && { group: unit.group }),
    strategies: unit.strategies,
    ...(pin && { pin }),
    ...(unit.trust && Number.isFinite(newest) && { trustAt: new Date(newest).toISOString() }),
    candidates: shown
      .toSorted((x, y) => order(y) - order(x) || (nameOf(x) < nameOf(y) ? -1 : 1))
      .map((member) => explainCandidate(course, member)),
  };
}

function courseOf(
  unit: RuledUnit,
  members: readonly Member[],
  rules: CompiledRules,
  attribute: string,
  pins: readonly Pin[],
): Course {
  const { values, ignored } = pinsInForce(pins);
  const exits = new Map<string, Exit>();
  const decision = decideAll(members, rules, ignored, (watched) => (by, out) => {
    const order = exits.size;
    if (watched === unit) for (const { member } of out) exits.set(nameOf(member), { by, order });
  }).get(unit);
  const pin = values.get(attribute);
  const value = pin?.value ?? (decision && survivingValue(decision, attribute));
  const newest = newestOf((decision?.holders ?? []).map((member) => new Candidate(member, unit)));
  return { unit, attribute, ignored, decision, exits, pin, value, newest };
}

function explainCandidate(course: Course, member: Member): ExplainedCandidate {
  const { unit, attribute, newest } = course;
  const candidate = new Candidate(member, unit);
  const value = heldValue(member, attribute);
  const { source, sourceId, observedAt } = member;
  return {
    source,
    sourceId,
    observedAt,
    ...(value !== undefined && { value }),
    trust: trustOf(unit.trust ?? { kind: 'trust' }, candidate, newest),
    flagged: candidate.flagged,
    ...outcomeOf(course, member, value),
  };
}

function outcomeOf(
  { decision, exits, pin, value: surviving, attribute, ignored }: Course,
  member: Member,
  value: AttributeValue | undefined,
): Pick<ExplainedCandidate, 'outcome' | 'by'> {
  const isOut = heldValue(withoutIgnored(member, ignored), attribute) === undefined && value !== undefined;
  if (!decision || isOut || !decision.holders.some((holder) => nameOf(holder) === nameOf(member)))
    return { outcome: 'ignored', by: 'pin' };
  const isSame = value !== undefined && surviving !== undefined && sameValues(value, surviving);
  const exit = exits.get(nameOf(member));
  if (exit) return { outcome: isSame ? 'same' : 'lost', by: exit.by };
  if (pin) return { outcome: isSame ? 'same' : 'lost', by: 'pin' };
  if (!decision.united) return { outcome: 'won', by: decision.decider };
  const contributes = decision.united.contributors.some((one) => nameOf(one) === nameOf(member));
  if (contributes) return { outcome: 'union', by: decision.decider };
  return { outcome: isSame ? 'same' : 'lost', by: 'union' };
}

function isWinner(decision: Decision | undefined, member: Member): boolean {
  return decision !== undefined && nameOf(decision.winner) === nameOf(member);
}

function nameOf({ source, sourceId }: Member): string {
  return `${source}/${sourceId}`;
}
