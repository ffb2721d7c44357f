import type { Attributes } from '../domain/attribute.js';
import type { SurvivorshipRule, SurvivorshipRules } from './rules.js';
import { strategies } from './strategies.js';

/** Survivorship rules that cannot be used, with everything that is wrong with them. */
export class RulesError extends Error {
  constructor(readonly errors: readonly string[]) {
    super(`The survivorship rules are not valid: ${errors.join('; ')}.`);
    this.name = 'RulesError';
  }
}

/** Everything that is wrong with the rules of a domain, each named by its attribute; nothing where they are valid. */
export function validateRules(attributes: Attributes, rules: SurvivorshipRules): string[] {
  const errors: string[] = [];
  const firstOfGroup = new Map<string, string>();
  for (const name of Object.keys(attributes)) {
    const rule: SurvivorshipRule | undefined = rules[name];
    if (!rule) {
      errors.push(`${name}: there is no rule`);
      continue;
    }
    errors.push(...strategyErrors(rule.strategies).map((error) => `${name}: ${error}`));
    if (rule.group === undefined) continue;
    const first = firstOfGroup.get(rule.group) ?? name;
    firstOfGroup.set(rule.group, first);
    if (rules[first]?.strategies.join() !== rule.strategies.join()) {
      errors.push(`${name}: the strategies of group ${rule.group} must be those of ${first}`);
    }
  }
  const unknown = Object.keys(rules).filter((name) => !Object.hasOwn(attributes, name));
  return [...errors, ...unknown.map((name) => `${name}: there is no such attribute`)];
}

function strategyErrors(names: readonly string[]): string[] {
  return [
    ...(names.length > 0 ? [] : ['a rule needs a strategy']),
    ...names.filter((name) => !Object.hasOwn(strategies, name)).map((name) => `there is no strategy ${name}`),
    ...names.filter((name, index) => names.indexOf(name) !== index).map((name) => `${name} is there twice`),
  ];
}
