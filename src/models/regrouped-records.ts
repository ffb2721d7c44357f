import { Injectable } from '@nestjs/common';
import type { Domain } from '../domain/domain.js';
import type { PartitionDecision } from '../matching/partition.js';
import type { CompiledModel } from '../matching/score.js';
import { Database } from '../platform/database/database.js';
import { Problem } from '../platform/http/problem.js';
import { CandidateFinder } from '../resolution/candidates.js';
import { clusters } from '../resolution/components.js';
import { GenericValues } from '../resolution/generic-values.js';
import { scoreCandidates, type Link } from '../resolution/score-candidates.js';
import { StandingDecisions } from '../stewardship/standing-decisions.js';
import { IdSet } from './id-set.js';
import { PreviewRepository, type HeldRecord } from './preview.repository.js';

/** A record of a group, without what it was compared by. */
export type GroupMember = Omit<HeldRecord, 'standard' | 'blockKeys'>;

/** Whole components of records, as a model divides them. */
export interface Group {
  readonly clusters: readonly (readonly GroupMember[])[];
  /** Every pair found at or above the review threshold, a review also to a record of another group. */
  readonly links: readonly Link[];
}

const recordsAtOnce = 500;
// Far more than any real thing has records: such a model joins what it must not, and would fill the memory.
const largestGroup = 200_000;
// Where records may join for being best for each other, all that any of them is linked with has a say in it. In groups
// larger than this, the links that cross from one to another are passed over.
const exactGroup = 20_000;

/** Divides all records of a collection by any model, a part at a time, and writes nothing. */
@Injectable()
export class RegroupedRecords {
  constructor(
    private readonly database: Database,
    private readonly repository: PreviewRepository,
    private readonly candidates: CandidateFinder,
    private readonly decisions: StandingDecisions,
  ) {}

  count({ collection }: Domain): Promise<number> {
    return this.repository.count(collection);
  }

  /**
   * Goes through the records once, in order of id, each with all that the model links it with, that a steward has matched
   * it with and that it shares its golden record with, and so on. No pair is scored twice: what of a record is not found in the group of another one that
   * came before does not belong together. What changes meanwhile may or may not be seen.
   *
   * @throws Problem 409 where the model joins more records than a group may have
   */
  async *regroup(domain: Domain, model: CompiledModel): AsyncGenerator<Group> {
    const seen = new IdSet();
    for (let last = 0; ;) {
      const next = await this.repository.after(domain, last, recordsAtOnce);
      last = next.at(-1)?.id ?? last;
      const fresh = next.filter(({ id }) => !seen.has(id));
      if (fresh.length > 0) yield await this.group(domain, model, fresh, seen);
      if (next.length < recordsAtOnce) return;
    }
  }

  private async group(domain: Domain, model: CompiledModel, first: HeldRecord[], seen: IdSet): Promise<Group> {
    const members = new Map<number, GroupMember>();
    const links: Link[] = [];
    const decisions: PartitionDecision[] = [];
    for (let frontier = first; frontier.length > 0;) {
      const found = await this.linksOf(domain, model, frontier, seen);
      const decided = await this.decisions.of(
        this.database,
        frontier.map(({ id }) => id),
      );
      links.push(...found);
      decisions.push(...decided);
      for (const { id, source, sourceId, duplicateFree, goldenId } of frontier) {
        seen.add(id);
        members.set(id, { id, source, sourceId, duplicateFree, goldenId });
      }
      if (members.size > largestGroup) throw joinsTooMuch();
      const isExact = (model.thresholds.mutualBest ?? 0) > 0 && members.size < exactGroup;
      const followed = isExact ? found : found.filter(({ review }) => !review);
      frontier = await this.beyond(domain, frontier, followed, decided, seen);
    }
    return { clusters: clusters(members, links, decisions, model.thresholds), links };
  }

  /** The links of records to each other and to all that were not seen yet. */
  private async linksOf(
    domain: Domain,
    model: CompiledModel,
    records: readonly HeldRecord[],
    seen: IdSet,
  ): Promise<Link[]> {
    const batch = new Map(records.map((record) => [record.id, record]));
    const { blocks, generic, records: others } = await this.candidates.ofRecords(this.database, domain, batch, seen);
    return scoreCandidates(batch, blocks, others, model, new GenericValues(domain, generic));
  }

  /** The records not seen yet that are linked or matched with the given ones, or share a golden record with them. */
  private async beyond(
    domain: Domain,
    records: readonly HeldRecord[],
    links: readonly Link[],
    decisions: readonly PartitionDecision[],
    seen: IdSet,
  ): Promise<HeldRecord[]> {
    const linked = links.flatMap(({ a, b }) => [a, b]);
    const matched = decisions.flatMap((decision) => (decision.verdict === 'match' ? decision.records : []));
    const goldenIds = new Set(records.flatMap(({ goldenId }) => goldenId ?? []));
    const siblings = await this.repository.siblings([...goldenIds]);
    const ids = new Set([...linked, ...matched, ...siblings].filter((id) => !seen.has(id)));
    return this.repository.records(domain, [...ids]);
  }
}

function joinsTooMuch(): Problem {
  return new Problem(
    409,
    'The model joins too much',
    `By this model more than ${largestGroup} records would be connected with each other.`,
  );
}
