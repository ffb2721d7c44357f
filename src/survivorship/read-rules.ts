import type { Attributes } from '../domain/attribute.js';
import type { FieldError } from '../domain/canonicalize.js';
import { consistencyErrors } from './consistent-rules.js';
import { readObject, refuseOthers, type Fault } from './json-reader.js';
import { readStrategy } from './read-strategy.js';
import type { AttributeRule, Strategy, StrategyRule, SurvivorshipRules } from './rules.js';

/** Survivorship rules that cannot be used, with everything that is wrong with them. */
export class RulesError extends Error {
  constructor(readonly errors: readonly FieldError[]) {
    super(
      `The survivorship rules are not valid: ${errors.map(({ path, message }) => `${path} ${message}`).join('; ')}.`,
    );
    this.name = 'RulesError';
  }
}

/** The rules as read, to be used only where nothing is wrong with them, and everything that is, by path. */
export interface RulesReading {
  readonly rules: SurvivorshipRules;
  readonly errors: readonly FieldError[];
}

const mostStrategies = 20;

/** Reads the survivorship rules of a domain from JSON of any shape. */
export function readRules(attributes: Attributes, given: unknown): RulesReading {
  const errors: FieldError[] = [];
  const fault: Fault = (path, message) => errors.push({ path, message });
  const rules = readObject(given, '', fault);
  refuseOthers(rules, ['attributes', 'groups'], '', fault);
  const ofAttributes = readObject(rules.attributes, 'attributes', fault);
  const ofGroups = rules.groups === undefined ? {} : readObject(rules.groups, 'groups', fault);
  const read = {
    attributes: Object.fromEntries(
      Object.entries(ofAttributes).map(([name, rule]) => [name, readRule(rule, `attributes.${name}`, fault)]),
    ),
    groups: Object.fromEntries(
      Object.entries(ofGroups).map(([name, rule]) => [name, readStrategies(rule, `groups.${name}`, fault)]),
    ),
  };
  for (const name of Object.keys(attributes))
    if (!Object.hasOwn(ofAttributes, name)) fault(`attributes.${name}`, 'must have a rule');
  return { rules: read, errors: errors.length > 0 ? errors : consistencyErrors(attributes, read) };
}

function readRule(given: unknown, path: string, fault: Fault): AttributeRule {
  const rule = readObject(given, path, fault);
  if (!Object.hasOwn(rule, 'group')) return readStrategies(rule, path, fault);
  refuseOthers(rule, ['group'], path, fault);
  if (typeof rule.group === 'string') return { group: rule.group };
  fault(`${path}.group`, 'must be the name of a group');
  return { group: '' };
}

function readStrategies(given: unknown, path: string, fault: Fault): StrategyRule {
  const rule = readObject(given, path, fault);
  refuseOthers(rule, ['strategies'], path, fault);
  const list = `${path}.strategies`;
  if (!Array.isArray(rule.strategies) || rule.strategies.length < 1 || rule.strategies.length > mostStrategies) {
    fault(list, `must be a list of 1 to ${mostStrategies} strategies`);
    return { strategies: [] };
  }
  const strategies = rule.strategies.flatMap((strategy, index): Strategy[] => {
    const at = `${list}.${index}`;
    const read = readStrategy(readObject(strategy, at, fault), at, fault);
    return read ? [read] : [];
  });
  return { strategies };
}
