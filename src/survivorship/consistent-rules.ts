import type { Attributes } from '../domain/attribute.js';
import type { FieldError } from '../domain/canonicalize.js';
import type { Strategy, SurvivorshipRules } from './rules.js';

/** Strategies with where they stand and which attributes they decide on. */
interface Listed {
  readonly path: string;
  readonly attributes: readonly string[];
  readonly strategies: readonly Strategy[];
}

/** What is wrong with rules whose parts are all right: what they say of each other and of the domain's attributes. */
export function consistencyErrors(attributes: Attributes, rules: SurvivorshipRules): FieldError[] {
  const errors: FieldError[] = [];
  const members = new Map(Object.keys(rules.groups ?? {}).map((group) => [group, [] as string[]]));
  for (const [name, rule] of Object.entries(rules.attributes)) {
    if (!Object.hasOwn(attributes, name)) errors.push({ path: `attributes.${name}`, message: 'is not an attribute' });
    if (!('group' in rule)) continue;
    const group = members.get(rule.group);
    if (group) group.push(name);
    else errors.push({ path: `attributes.${name}.group`, message: `there is no group ${rule.group}` });
  }
  for (const [group, names] of members)
    if (names.length === 0) errors.push({ path: `groups.${group}`, message: 'no attribute is in this group' });
  const lists = listsOf(rules, members);
  for (const list of lists) errors.push(...strategyErrors(list, lists, attributes));
  return errors;
}

function listsOf({ attributes, groups = {} }: SurvivorshipRules, members: ReadonlyMap<string, string[]>): Listed[] {
  return [
    ...Object.entries(attributes).flatMap(([name, rule]) =>
      'strategies' in rule ? [{ path: `attributes.${name}`, attributes: [name], strategies: rule.strategies }] : [],
    ),
    ...Object.entries(groups).map(([group, { strategies }]) => ({
      path: `groups.${group}`,
      attributes: members.get(group) ?? [],
      strategies,
    })),
  ];
}

function strategyErrors(list: Listed, lists: readonly Listed[], attributes: Attributes): FieldError[] {
  const keys = list.strategies.map(keyOf);
  return list.strategies.flatMap((strategy, index) => {
    const path = `${list.path}.strategies.${index}`;
    if (keys.indexOf(keyOf(strategy)) !== index) return [{ path, message: `${strategy.kind} is there twice` }];
    if (strategy.kind === 'union') return unionErrors(list, attributes, index).map((message) => ({ path, message }));
    if (strategy.kind !== 'winnerOf') return [];
    const message = winnerError(strategy.attribute, list, lists);
    return message === undefined ? [] : [{ path: `${path}.attribute`, message }];
  });
}

function keyOf(strategy: Strategy): string {
  return strategy.kind === 'winnerOf' ? `winnerOf ${strategy.attribute}` : strategy.kind;
}

function unionErrors({ attributes: names, strategies, path }: Listed, attributes: Attributes, index: number): string[] {
  if (path.startsWith('groups.')) return ['union is for a single attribute: a group survives from one record'];
  const holdsSeveral = names.every((name) => attributes[name]?.many ?? attributes[name]?.kind === 'identifiers');
  return [
    ...(holdsSeveral ? [] : ['union is for attributes that hold several values']),
    ...(index === strategies.length - 1 ? [] : ['union must be the last strategy']),
  ];
}

function winnerError(attribute: string, list: Listed, lists: readonly Listed[]): string | undefined {
  const asked = lists.find(({ attributes }) => attributes.includes(attribute));
  if (!asked) return `there is no attribute ${attribute}`;
  if (asked.strategies.some(({ kind }) => kind === 'union')) return `${attribute} is a union, which no record wins`;
  return asksFor(asked, list, lists, new Set()) ? `${attribute} must not depend on this rule in turn` : undefined;
}

/** Whether the rule of one list asks, over any number of others, for the winner of another. */
function asksFor(one: Listed, other: Listed, lists: readonly Listed[], seen: Set<Listed>): boolean {
  if (one === other) return true;
  if (seen.has(one)) return false;
  seen.add(one);
  return one.strategies.some((strategy) => {
    if (strategy.kind !== 'winnerOf') return false;
    const next = lists.find(({ attributes }) => attributes.includes(strategy.attribute));
    return next !== undefined && asksFor(next, other, lists, seen);
  });
}
