import type { Attributes } from '../domain/attribute.js';
import type { Unit } from './candidate.js';
import { RulesError, readRules } from './read-rules.js';
import type { Strategy, StrategyKind, SurvivorshipRules, TrustStrategy } from './rules.js';
import { compileStrategy, readable, type Narrow } from './strategies.js';

/** What narrows the candidates in one step: a strategy of the rule, or `readable`, which goes before them all. */
export interface Step {
  readonly name: StrategyKind | 'readable';
  readonly narrow: Narrow;
}

/** Attributes that survive together, and how. */
export interface RuledUnit extends Unit {
  /** The name of the group, where it is one. */
  readonly group?: string;
  readonly strategies: readonly Strategy[];
  readonly steps: readonly Step[];
  /** How far its values are trusted, where a strategy says. */
  readonly trust?: TrustStrategy;
  /** Not one record's value survives but all that are left, at most so many. */
  readonly union?: { readonly limit: number };
}

/** Survivorship rules, made ready once for any number of golden records. */
export interface CompiledRules {
  /** In the order in which the domain declares their first attributes. */
  readonly units: readonly RuledUnit[];
  /** The same units, each after those whose winner it asks for. */
  readonly decisionOrder: readonly RuledUnit[];
}

/** The most values that a union keeps where the rule does not say. */
export const unionLimit = 1_000;

/** @throws RulesError that says all that is wrong with the rules */
export function compileRules(attributes: Attributes, rules: SurvivorshipRules): CompiledRules {
  const { errors } = readRules(attributes, rules);
  if (errors.length > 0) throw new RulesError(errors);
  const units = new Map<string, RuledUnit>();
  for (const [name, { kind }] of Object.entries(attributes)) {
    const rule = rules.attributes[name];
    if (!rule) continue;
    if ('strategies' in rule) units.set(`attribute ${name}`, compileUnit([{ name, kind }], rule.strategies));
    else {
      const key = `group ${rule.group}`;
      const before = units.get(key)?.attributes ?? [];
      const { strategies } = rules.groups?.[rule.group] ?? { strategies: [] };
      units.set(key, compileUnit([...before, { name, kind }], strategies, rule.group));
    }
  }
  const all = [...units.values()];
  return { units: all, decisionOrder: afterTheirWinners(all) };
}

function compileUnit(attributes: Unit['attributes'], strategies: readonly Strategy[], group?: string): RuledUnit {
  const trust = strategies.find((strategy) => strategy.kind === 'trust');
  const union = strategies.find((strategy) => strategy.kind === 'union');
  const steps = strategies.map((strategy): Step => ({ name: strategy.kind, narrow: compileStrategy(strategy) }));
  return {
    attributes,
    strategies,
    steps: trust?.downgrade === undefined ? [{ name: 'readable', narrow: readable }, ...steps] : steps,
    ...(group !== undefined && { group }),
    ...(trust && { trust }),
    ...(union && { union: { limit: union.limit ?? unionLimit } }),
  };
}

/** Puts each unit after those whose winner it asks for. Of valid rules none asks, by any way, for its own. */
function afterTheirWinners(units: readonly RuledUnit[]): RuledUnit[] {
  const ordered = new Set<RuledUnit>();
  const add = (unit: RuledUnit): void => {
    for (const strategy of unit.strategies) {
      if (strategy.kind !== 'winnerOf') continue;
      const asked = units.find(({ attributes }) => attributes.some(({ name }) => name === strategy.attribute));
      if (asked && !ordered.has(asked)) add(asked);
    }
    ordered.add(unit);
  };
  units.forEach(add);
  return [...ordered];
}
