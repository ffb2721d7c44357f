import { Query, QueryBus, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import type { Domain } from '../domain/domain.js';
import { StandingPins } from '../pins/standing-pins.js';
import { Database } from '../platform/database/database.js';
import { Problem } from '../platform/http/problem.js';
import { ActiveRules } from '../rules/active-rules.js';
import { explain, type Explanation } from '../survivorship/explain.js';
import { GetGolden } from './get-golden.js';
import { GoldenMembers } from './golden-members.js';

/** An attribute of a golden record explained, or the id that the golden record was merged into. */
export type ExplanationOrSurvivor =
  | {
      readonly explanation: Explanation;
      readonly goldenId: string;
      readonly version: number;
      readonly survivor?: never;
    }
  | { readonly explanation?: never; readonly survivor: string };

/** Tells of every value that the records of a golden record hold of an attribute, and why it survived or did not. */
export class ExplainAttribute extends Query<ExplanationOrSurvivor> {
  constructor(
    readonly domain: Domain,
    readonly goldenId: string,
    readonly attribute: string,
  ) {
    super();
  }
}

@QueryHandler(ExplainAttribute)
export class ExplainAttributeHandler implements IQueryHandler<ExplainAttribute> {
  constructor(
    private readonly database: Database,
    private readonly members: GoldenMembers,
    private readonly rules: ActiveRules,
    private readonly pins: StandingPins,
    private readonly queries: QueryBus,
  ) {}

  /** @throws Problem 404 where there is no such golden record or attribute, 410 where the golden record is deleted */
  async execute({ domain, goldenId, attribute }: ExplainAttribute): Promise<ExplanationOrSurvivor> {
    if (!Object.hasOwn(domain.attributes, attribute)) throw noSuchAttribute(domain, attribute);
    const { golden, survivor } = await this.queries.execute(new GetGolden(domain, goldenId, undefined));
    if (survivor !== undefined) return { survivor };
    const ids = (await this.members.recordIds(this.database, [golden.id])).get(golden.id) ?? [];
    const [members, pins, rules] = await Promise.all([
      this.members.of(this.database, ids),
      this.pins.of(this.database, ids),
      this.rules.of(this.database, domain),
    ]);
    const borne = ids.flatMap((id) => pins.get(id) ?? []);
    const explanation = explain([...members.values()], rules, attribute, borne);
    if (!explanation) throw noSuchAttribute(domain, attribute);
    return { explanation, goldenId: golden.id, version: golden.version };
  }
}

export function noSuchAttribute(domain: Domain, attribute: string): Problem {
  return new Problem(404, 'No such attribute', `A ${domain.entity} has no attribute '${attribute}'.`);
}
