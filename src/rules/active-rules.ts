import { Injectable } from '@nestjs/common';
import type { Domain } from '../domain/domain.js';
import type { Queryable } from '../platform/database/database.js';
import { compileRules, type CompiledRules } from '../survivorship/compile-rules.js';
import type { AttributeRule, SurvivorshipRules } from '../survivorship/rules.js';
import { RulesRepository, type RulesVersion } from './rules.repository.js';

export type { RulesVersion } from './rules.repository.js';

/** The version of the rules that a domain ships. */
export const shippedVersion = 0;

/** The rules that a domain ships, as a version. */
export interface ShippedRules {
  readonly version: number;
  readonly rules: SurvivorshipRules;
  readonly createdAt: null;
  readonly createdBy: null;
}

export function shippedRules({ survivorship }: Domain): ShippedRules {
  return { version: shippedVersion, rules: survivorship, createdAt: null, createdBy: null };
}

/**
 * The survivorship rules in force for each collection. Which version that is stands in the database and is read every time,
 * so that a change counts in every process from its commit; what a version says never changes, and is compiled once.
 */
@Injectable()
export class ActiveRules {
  private readonly compiled = new Map<string, { readonly version: number; readonly rules: CompiledRules }>();

  constructor(private readonly repository: RulesRepository) {}

  /**
   * The rules as a statement that begins now sees them. A writer asks once it has locked the records that it computes: who
   * changes the rules afterwards goes over these records again, and waits for its locks to do so.
   */
  async of(db: Queryable, domain: Domain): Promise<CompiledRules> {
    const version = await this.repository.versionInForce(db, domain.collection);
    const known = this.compiled.get(domain.collection);
    if (known?.version === version) return known.rules;
    const rules = compileRules(domain.attributes, (await this.version(db, domain, version)).rules);
    this.compiled.set(domain.collection, { version, rules });
    return rules;
  }

  /** The version in force, with its rules as they are written. */
  async current(db: Queryable, domain: Domain): Promise<RulesVersion | ShippedRules> {
    return this.version(db, domain, await this.repository.versionInForce(db, domain.collection));
  }

  private async version(db: Queryable, domain: Domain, version: number): Promise<RulesVersion | ShippedRules> {
    if (version === shippedVersion) return shippedRules(domain);
    const found = await this.repository.find(db, domain.collection, version);
    if (!found) throw new Error(`Version ${version} of the survivorship rules of ${domain.collection} is not held.`);
    return { ...found, rules: withShipped(domain, found.rules) };
  }
}

/** Rules that were written before a release that knows more or fewer attributes: what they do not say is as shipped. */
function withShipped({ attributes, survivorship }: Domain, written: SurvivorshipRules): SurvivorshipRules {
  const rules = new Map<string, AttributeRule>();
  for (const name of Object.keys(attributes)) {
    const rule = written.attributes[name] ?? survivorship.attributes[name];
    if (rule) rules.set(name, rule);
  }
  const used = new Set([...rules.values()].flatMap((rule) => ('group' in rule ? rule.group : [])));
  const groups = Object.entries({ ...survivorship.groups, ...written.groups }).filter(([group]) => used.has(group));
  return { attributes: Object.fromEntries(rules), groups: Object.fromEntries(groups) };
}
