import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import type { Domain } from '../domain/domain.js';
import { hashBlockKey } from '../matching/blocking.js';
import { raiseMutualBest } from '../matching/mutual-best.js';
import { ActiveModels, type ActiveModel } from '../models/active-models.js';
import { modelUnknown } from '../models/matching-model.js';
import { Database } from '../platform/database/database.js';
import { Problem } from '../platform/http/problem.js';
import { OversizedBlocks } from '../resolution/oversized-blocks.js';
import type { RecordName } from './decision.js';
import type { PairExplanation, Reason, SharedBlock } from './explained-pair.dto.js';
import { ExplainedPairRepository, type ExplainedRecord } from './explained-pair.repository.js';
import { verdictOf } from './match-verdict.js';
import { contradictions, whatConnects, whatSeparates, type PairSurroundings } from './pair-reasons.js';
import { StandingDecisions } from './standing-decisions.js';

/** Explains why two records are, or are not, one thing: by the active model, or what another one would say. */
export class ExplainPair extends Query<PairExplanation> {
  constructor(
    readonly domain: Domain,
    readonly a: RecordName,
    readonly b: RecordName,
    /** The id of the model; the active one unless given. */
    readonly model: string | undefined,
  ) {
    super();
  }
}

@QueryHandler(ExplainPair)
export class ExplainPairHandler implements IQueryHandler<ExplainPair> {
  constructor(
    private readonly database: Database,
    private readonly models: ActiveModels,
    private readonly repository: ExplainedPairRepository,
    private readonly decisions: StandingDecisions,
    private readonly oversized: OversizedBlocks,
  ) {}

  /** @throws Problem 404 where a record or the model is not held, 400 where it is one record twice */
  async execute({ domain, ...pair }: ExplainPair): Promise<PairExplanation> {
    const active = await this.models.of(this.database, domain);
    const model = pair.model === undefined ? active : await this.models.get(this.database, domain, pair.model);
    if (!model) throw modelUnknown(domain, pair.model ?? '');
    const [a, b] = [await this.record(domain, 'a', pair.a), await this.record(domain, 'b', pair.b)];
    if (a.id === b.id) throw sameRecord();
    const generic = await this.oversized.genericValues(this.database, domain, [a.standard, b.standard]);
    const evidence = generic.explain(model, a.standard, b.standard);
    const blocks = await this.sharedBlocks(domain, a, b);
    const mutualBest = model.id === active.id ? await this.mutualBest(model, a, b, evidence.weight) : 0;
    const explanation = {
      a: { source: a.source, sourceId: a.sourceId, goldenId: a.goldenId },
      b: { source: b.source, sourceId: b.sourceId, goldenId: b.goldenId },
      model: { id: model.id, active: model.id === active.id, ...shown(model) },
      evidence,
      mutualBest,
      verdict: verdictOf(model.thresholds, evidence.weight + mutualBest),
      blocks,
      candidates: blocks.some(({ oversized }) => !oversized),
      together: a.goldenId !== null && a.goldenId === b.goldenId,
    };
    return { ...explanation, reasons: await this.reasons(explanation, a, b) };
  }

  private async record(domain: Domain, parameter: string, name: RecordName): Promise<ExplainedRecord> {
    const record = await this.repository.find(domain, name);
    if (record) return record;
    throw new Problem(404, 'Record not found', `The record ${name.source}/${name.sourceId} is not held.`, [
      { path: parameter, message: 'is not held' },
    ]);
  }

  private async sharedBlocks(domain: Domain, a: ExplainedRecord, b: ExplainedRecord): Promise<SharedBlock[]> {
    const labels = new Set(domain.blockKeys(b.standard));
    const shared = domain.blockKeys(a.standard).filter((label) => labels.has(label));
    const keys = shared.map((label) => ({ label, key: hashBlockKey(domain, label) }));
    const { oversized } = await this.oversized.among(
      this.database,
      keys.map(({ key }) => key),
    );
    return keys.map(({ label, key }) => ({ label, oversized: oversized.has(key) }));
  }

  /** What counts besides the weight, where the two are linked and neither has a stronger link to the other's source. */
  private async mutualBest(
    { thresholds: { mutualBest = 0, review } }: ActiveModel,
    a: ExplainedRecord,
    b: ExplainedRecord,
    weight: number,
  ): Promise<number> {
    if (mutualBest === 0 || weight < review) return 0;
    const links = [...(await this.repository.linksTo(a, b.source)), ...(await this.repository.linksTo(b, a.source))];
    const members = new Map([a, b, ...links].map((record) => [record.id, record]));
    const own = links.find((link) => Math.min(a.id, b.id) === link.a && Math.max(a.id, b.id) === link.b);
    const others = links.filter((link) => own?.a !== link.a || own.b !== link.b);
    const [raised] = own ? raiseMutualBest([own, ...others], members, mutualBest) : [];
    return own && raised ? raised.weight - own.weight : 0;
  }

  private async reasons(
    { evidence, mutualBest, model, verdict, blocks, candidates, together }: Omit<PairExplanation, 'reasons'>,
    a: ExplainedRecord,
    b: ExplainedRecord,
  ): Promise<Reason[]> {
    const reasons = contradictions(evidence, model.link - mutualBest);
    if (!candidates) reasons.push({ kind: blocks.length > 0 ? 'oversizedBlocks' : 'noSharedBlock', records: [] });
    if (!model.active) return reasons;
    const waiting = [a, b].filter(({ pending }) => pending);
    if (waiting.length > 0)
      reasons.push({ kind: 'pending', records: waiting.map(({ source, sourceId }) => ({ source, sourceId })) });
    const links = candidates && verdict === 'link';
    if (links === together) return reasons;
    const surroundings = await this.surroundings(a, b);
    return [...reasons, ...(together ? whatConnects(surroundings) : whatSeparates(surroundings))];
  }

  private async surroundings(a: ExplainedRecord, b: ExplainedRecord): Promise<PairSurroundings> {
    const members = await this.repository.members([a.goldenId, b.goldenId].flatMap((id) => id ?? []));
    const ids = members.map(({ id }) => id);
    const [links, decisions] = [await this.repository.links(ids), await this.decisions.of(this.database, ids)];
    return { a, b, members, links, decisions };
  }
}

function shown({ thresholds: { link, review } }: ActiveModel): { link: number; review: number } {
  return { link, review };
}

function sameRecord(): Problem {
  return new Problem(400, 'Invalid request', 'A pair is two records.', [
    { path: 'b', message: 'must be another record than `a`' },
  ]);
}
