import { isDeepStrictEqual } from 'node:util';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { Domain } from '../domain/domain.js';
import { OperationStarter } from '../operations/operation-starter.js';
import type { OperationView } from '../operations/operation-view.js';
import { OperationWriter } from '../operations/operation-writer.js';
import { Database, type Transaction } from '../platform/database/database.js';
import { entityTag, permitsEntityTag } from '../platform/http/entity-tag.js';
import { Problem } from '../platform/http/problem.js';
import { readRules } from '../survivorship/read-rules.js';
import type { SurvivorshipRules } from '../survivorship/rules.js';
import { ActiveRules } from './active-rules.js';
import { RulesRepository } from './rules.repository.js';

/** What became of the rules that were given. */
export interface ReplacedRules {
  /** The version in force from now on. */
  readonly version: number;
  /** The operation that computes the golden records by it. None where the rules were in force already. */
  readonly operation?: OperationView;
}

/** Puts survivorship rules in force and has every golden record computed by them. Rules in force already change nothing. */
export class ReplaceRules extends Command<ReplacedRules> {
  constructor(
    readonly domain: Domain,
    /** JSON of any shape. */
    readonly given: unknown,
    readonly ifMatch: string | undefined,
    readonly by: string | null,
  ) {
    super();
  }
}

@CommandHandler(ReplaceRules)
export class ReplaceRulesHandler implements ICommandHandler<ReplaceRules> {
  constructor(
    private readonly database: Database,
    private readonly active: ActiveRules,
    private readonly repository: RulesRepository,
    private readonly operations: OperationWriter,
    private readonly starter: OperationStarter,
  ) {}

  /** @throws Problem 412 where other rules are in force than `If-Match` names, 422 with all that is wrong with the rules */
  async execute({ domain, given, ifMatch, by }: ReplaceRules): Promise<ReplacedRules> {
    const rules = validRules(domain, given);
    const { version, operationId } = await this.database.transaction(async (tx) => {
      await this.repository.lock(tx, domain.collection);
      const current = await this.active.current(tx, domain);
      if (!permitsEntityTag(ifMatch, entityTag(current.version))) throw otherVersionInForce(current.version);
      if (isDeepStrictEqual(plain(current.rules), plain(rules))) return { version: current.version };
      const next = current.version + 1;
      await this.repository.insert(tx, domain.collection, next, rules, by);
      return { version: next, operationId: await this.startApplication(tx, domain) };
    });
    if (operationId === undefined) return { version };
    return { version, operation: await this.starter.started(operationId) };
  }

  private async startApplication(tx: Transaction, { collection }: Domain): Promise<string> {
    const expected = await this.repository.countRecords(tx, collection);
    const scope = { kind: 'survivorship', collection, source: null } as const;
    return this.operations.startInBackground(tx, scope, { payload: { after: 0 }, expected });
  }
}

/** @throws Problem 422 with all that is wrong, by path */
export function validRules(domain: Domain, given: unknown): SurvivorshipRules {
  const { rules, errors } = readRules(domain.attributes, given);
  if (errors.length === 0) return rules;
  throw new Problem(422, 'Invalid survivorship rules', 'The survivorship rules are invalid.', errors);
}

/** Rules as JSON says them: without what is not there. */
function plain({ attributes, groups = {} }: SurvivorshipRules): unknown {
  return JSON.parse(JSON.stringify({ attributes, groups }));
}

function otherVersionInForce(version: number): Problem {
  return new Problem(412, 'Precondition failed', `Version ${version} of the rules is in force.`, undefined, {
    etag: entityTag(version),
  });
}
