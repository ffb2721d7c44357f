import { Query, QueryBus, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import type { CanonicalRecord } from '../domain/attribute.js';
import { canonicalize } from '../domain/canonicalize.js';
import type { Domain, StandardizationContext } from '../domain/domain.js';
import { ReadGolden } from '../golden/read-golden.js';
import type { StandardForm } from '../matching/model.js';
import type { CompiledModel } from '../matching/score.js';
import { ActiveModels } from '../models/active-models.js';
import { Database } from '../platform/database/database.js';
import { Problem, type FieldError } from '../platform/http/problem.js';
import { GenericValues } from '../resolution/generic-values.js';
import { blockKeyHashes, CandidateFinder } from '../resolution/candidates.js';
import { SourceCatalog } from '../sources/source-catalog.js';
import type { Source } from '../sources/source.js';
import { verdictOf } from './match-verdict.js';
import type { GoldenMatch } from './matches.dto.js';
import { ReviewsRepository, type ReviewedRecord } from './reviews.repository.js';

/** The record to find: as its source has it, or canonical. */
export type RecordToFind =
  | { readonly data: unknown; readonly source: string }
  | { readonly canonical: unknown; readonly source: string | undefined };

/** Finds the golden records that a record would be matched with, if it were posted. Stores nothing. */
export class FindMatches extends Query<GoldenMatch[]> {
  constructor(
    readonly domain: Domain,
    readonly record: RecordToFind,
    readonly limit: number,
  ) {
    super();
  }
}

/** A record of a golden record. */
type MemberRecord = ReviewedRecord & { readonly goldenId: string };

/** The best of a golden record's members. */
interface BestMember {
  readonly member: MemberRecord;
  readonly weight: number;
}

@QueryHandler(FindMatches)
export class FindMatchesHandler implements IQueryHandler<FindMatches> {
  constructor(
    private readonly database: Database,
    private readonly sources: SourceCatalog,
    private readonly candidates: CandidateFinder,
    private readonly models: ActiveModels,
    private readonly records: ReviewsRepository,
    private readonly queries: QueryBus,
  ) {}

  /** @throws Problem 404 where the source is not registered, 422 where the record is invalid */
  async execute({ domain, record, limit }: FindMatches): Promise<GoldenMatch[]> {
    const standard = await this.standardForm(domain, record);
    const found = await this.candidates.ofKeys(this.database, domain, blockKeyHashes(domain, standard));
    const members = (await this.records.records(this.database, domain, [...found.records.keys()])).filter(isMember);
    const model = await this.models.of(this.database, domain);
    const generic = new GenericValues(domain, found.generic);
    const best = bestMembers(members, standard, model, generic).slice(0, limit);
    const goldens = await this.queries.execute(
      new ReadGolden(
        domain,
        best.map(({ member }) => member.goldenId),
      ),
    );
    const byId = new Map(goldens.map((golden) => [golden.id, golden]));
    return best.flatMap(({ member }) => {
      const golden = byId.get(member.goldenId);
      if (!golden) return [];
      const evidence = generic.explain(model, standard, member.standard);
      return {
        golden: { id: golden.id, version: golden.version, attributes: golden.attributes },
        score: {
          weight: evidence.weight,
          probability: evidence.probability,
          verdict: verdictOf(model.thresholds, evidence.weight),
        },
        evidence,
        record: { source: member.source, sourceId: member.sourceId },
      };
    });
  }

  private async standardForm(domain: Domain, record: RecordToFind): Promise<StandardForm> {
    const source = record.source === undefined ? undefined : await this.sources.get(record.source);
    const context: StandardizationContext = source?.defaultRegion ? { defaultRegion: source.defaultRegion } : {};
    if ('canonical' in record) return domain.standardize(read(domain, record.canonical, context, 'canonical'), context);
    const raw = source ? await this.map(domain, source, record.data) : record.data;
    const root = source?.mappings[domain.collection] ? undefined : 'data';
    return domain.standardize(read(domain, raw, context, root), context);
  }

  private async map(domain: Domain, source: Source, data: unknown): Promise<unknown> {
    const [mapped] = await this.sources.mapping(source, domain).apply([{ data, json: JSON.stringify(data) }]);
    if (!mapped || 'errors' in mapped) throw invalidRecord(mapped?.errors ?? []);
    return mapped.raw;
  }
}

/** @param root where the raw record stands in the request; none where it was made by a mapping */
function read(
  domain: Domain,
  raw: unknown,
  context: StandardizationContext,
  root: string | undefined,
): CanonicalRecord {
  const canonicalization = canonicalize(domain.attributes, raw, context);
  if (canonicalization.ok) return canonicalization.canonical;
  throw invalidRecord(
    canonicalization.errors.map(({ path, message }) => ({
      path: [root, path].filter((part) => part !== undefined && part !== '').join('.'),
      message,
    })),
  );
}

function invalidRecord(errors: readonly FieldError[]): Problem {
  return new Problem(422, 'Invalid record', 'The record cannot be read.', errors);
}

function isMember(record: ReviewedRecord): record is MemberRecord {
  return record.goldenId !== null;
}

function bestMembers(
  members: readonly MemberRecord[],
  standard: StandardForm,
  model: CompiledModel,
  generic: GenericValues,
): BestMember[] {
  const best = new Map<string, BestMember>();
  for (const member of members) {
    const weight = generic.weigh(model, standard, member.standard);
    const known = best.get(member.goldenId);
    if (!known || weight > known.weight || (weight === known.weight && member.id < known.member.id))
      best.set(member.goldenId, { member, weight });
  }
  return [...best.values()].toSorted((x, y) => y.weight - x.weight || (x.member.goldenId < y.member.goldenId ? -1 : 1));
}
