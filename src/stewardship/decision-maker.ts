import { Injectable } from '@nestjs/common';
import { v7 as newDecisionId } from 'uuid';
import type { Domain } from '../domain/domain.js';
import { ActiveModels } from '../models/active-models.js';
import type { Transaction } from '../platform/database/database.js';
import { Problem } from '../platform/http/problem.js';
import { OversizedBlocks } from '../resolution/oversized-blocks.js';
import { BatchResolver } from '../resolution/batch-resolver.js';
import type { LockedRecord } from '../resolution/locked-record.js';
import type { DecisionKind, PairEvidence, Verdict } from './decision.js';
import { DecisionReaderRepository } from './decision-reader.repository.js';
import { DecisionsRepository, type LinkedPair, type NewDecisionRecord, type Sides } from './decisions.repository.js';
import type { DecisionOutcome } from './decisions.dto.js';
import { presentDecision, presentOutcome } from './present-decision.js';
import { ReviewsRepository } from './reviews.repository.js';

/** What a steward says of two or more groups of locked records. */
export interface Verdicts {
  readonly domain: Domain;
  readonly kind: DecisionKind;
  readonly verdict: Verdict;
  readonly sides: Sides;
  readonly by: string | null;
  readonly reason: string | undefined;
  readonly expiresAt?: Date | undefined;
  /** Whether a match takes the place of standing decisions against it. */
  readonly supersede?: boolean | undefined;
  /** All that `ComponentLock.take` has locked for it. */
  readonly locked: ReadonlyMap<number, LockedRecord>;
  readonly preview: boolean;
}

/** How many pairs of two groups are kept as evidence; of more groups as many as there are two of them. */
const mostEvidence = 10;

/** Keeps decisions and carries them out, in the transaction that holds the locks of their records. */
@Injectable()
export class DecisionMaker {
  constructor(
    private readonly decisions: DecisionsRepository,
    private readonly reader: DecisionReaderRepository,
    private readonly records: ReviewsRepository,
    private readonly models: ActiveModels,
    private readonly blocks: OversizedBlocks,
    private readonly resolver: BatchResolver,
  ) {}

  /** @throws Problem 409 where a match stands against decisions that it does not supersede */
  async make(tx: Transaction, said: Verdicts): Promise<DecisionOutcome> {
    const { domain, sides, locked, preview, by } = said;
    const id = newDecisionId();
    const at = await this.records.now(tx);
    const superseded = said.verdict === 'match' ? await this.against(tx, said) : [];
    const goldenIds = new Set(sides.flat().flatMap((recordId) => locked.get(recordId)?.goldenId ?? []));
    await this.decisions.insert(
      tx,
      { ...said, id, at, collection: domain.collection, expiresAt: said.expiresAt, ...(await this.evidence(tx, said)) },
      recordsOf(said),
      [...goldenIds],
    );
    await this.decisions.end(tx, superseded, at, { status: 'superseded', by, supersededBy: id });
    const versions = await this.resolver.repartition(tx, domain, locked);
    await this.decisions.concern(
      tx,
      id,
      versions.map(({ goldenId }) => goldenId),
    );
    const row = preview ? undefined : await this.reader.find(tx, domain.collection, id);
    return {
      ...(row ? { decision: presentDecision(row) } : {}),
      affectedDecisions: superseded,
      changes: presentOutcome(versions, preview),
    };
  }

  /** Standing decisions that keep the golden records of a match's sides apart. */
  private async against(tx: Transaction, { sides, locked, supersede }: Verdicts): Promise<string[]> {
    const goldens = sides.map((side) => {
      const goldenIds = new Set(side.map((id) => locked.get(id)?.goldenId));
      return [...locked.values()].filter(({ goldenId }) => goldenId !== null && goldenIds.has(goldenId));
    });
    const standing = await this.decisions.tellingApart(
      tx,
      goldens.map((records) => records.map(({ id }) => id)),
    );
    if (standing.length > 0 && !supersede) throw standsAgainst(standing);
    return standing;
  }

  private async evidence(
    tx: Transaction,
    { domain, sides }: Verdicts,
  ): Promise<{ model: string; weight: number | undefined; evidence: PairEvidence[] }> {
    const linked: readonly (Pick<LinkedPair, 'a' | 'b'> & { weight?: number })[] = await this.decisions.strongestPairs(
      tx,
      sides,
      Math.max(mostEvidence, (sides.length * (sides.length - 1)) / 2),
    );
    const [one = 0, other = 0] = sides.map(([first = 0]) => first);
    const pairs = linked.length > 0 ? linked : [{ a: one, b: other }];
    const records = await this.records.records(tx, domain, [...new Set(pairs.flatMap(({ a, b }) => [a, b]))]);
    const byId = new Map(records.map((record) => [record.id, record]));
    const model = await this.models.of(tx, domain);
    const forms = records.map(({ standard }) => standard);
    const generic = await this.blocks.genericValues(tx, domain, forms);
    const evidence = pairs.flatMap(({ a, b }): PairEvidence[] => {
      const [x, y] = [byId.get(a), byId.get(b)];
      if (!x || !y) return [];
      const name = ({ source, sourceId }: typeof x) => ({ source, sourceId });
      return [{ records: [name(x), name(y)], evidence: generic.explain(model, x.standard, y.standard) }];
    });
    return { model: model.id, weight: evidence[0]?.evidence.weight, evidence };
  }
}

/** A match holds all of its records together, a split those that it splits off, and a review that finds no match none. */
function recordsOf({ kind, verdict, sides }: Verdicts): NewDecisionRecord[] {
  const united = verdict === 'match' ? sides.flat() : kind === 'split' ? (sides[0] ?? []) : [];
  const head = united.length > 1 ? Math.min(...united) : undefined;
  const together = new Set(united);
  return sides.flatMap((side, index) =>
    side.map((recordId): NewDecisionRecord => ({
      recordId,
      side: index + 1,
      unitedWith: together.has(recordId) ? head : undefined,
    })),
  );
}

function standsAgainst(ids: readonly string[]): Problem {
  return new Problem(
    409,
    'Decided otherwise',
    `Standing decisions keep them apart: ${ids.join(', ')}. Take them back first, or send "supersede": true.`,
  );
}
