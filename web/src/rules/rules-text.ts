import { labelOf } from '../record/attribute-text.js';
import type { Rules } from './rules-queries.js';

/** Rules as they are written and read: JSON, attributes before groups. */
export function writeRules({ attributes, groups = {} }: Rules): string {
  return JSON.stringify({ attributes, ...(Object.keys(groups).length > 0 && { groups }) }, null, 2);
}

/** Reads what was written; undefined while it is no JSON object with rules of attributes. What they mean is the service's to judge. */
export function readRules(text: string): Rules | undefined {
  try {
    const read: unknown = JSON.parse(text);
    const isRules = typeof read === 'object' && read !== null && 'attributes' in read && isObject(read.attributes);
    return isRules && (!('groups' in read) || isObject(read.groups)) ? (read as Rules) : undefined;
  } catch {
    return undefined;
  }
}

/** A rule in words: `Source priority (registry, crm), then longest`. It may be half written yet. */
export function ruleText(rule: unknown): string {
  if (!isObject(rule)) return 'no rule';
  if ('group' in rule) return `with the group ${String(rule.group)}`;
  if (!Array.isArray(rule.strategies)) return 'no rule';
  const [first = '', ...others] = rule.strategies.map(strategyText);
  return [first, ...others.map((text) => text.charAt(0).toLowerCase() + text.slice(1))].join(', then ');
}

function strategyText(strategy: unknown): string {
  if (!isObject(strategy)) return '…';
  const { kind, ...parameters } = strategy;
  const texts = Object.entries(parameters).map(([name, value]) =>
    Array.isArray(value) ? value.join(', ') : `${labelOf(name).toLowerCase()} ${parameterText(value)}`,
  );
  return labelOf(String(kind)) + (texts.length > 0 ? ` (${texts.join('; ')})` : '');
}

function parameterText(value: unknown): string {
  if (!isObject(value)) return String(value);
  return Object.entries(value)
    .map(([name, inner]) => `${name} ${parameterText(inner)}`)
    .join(', ');
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
