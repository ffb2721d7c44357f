import { Injectable } from '@nestjs/common';
import type { Domain } from '../domain/domain.js';
import type { GoldenVersion } from '../golden/golden-version.js';
import { GoldenWriter } from '../golden/golden.writer.js';
import type { PartitionDecision } from '../matching/partition.js';
import { ActiveModels, type ActiveModel } from '../models/active-models.js';
import type { Transaction } from '../platform/database/database.js';
import { StandingDecisions } from '../stewardship/standing-decisions.js';
import { CandidateFinder } from './candidates.js';
import type { Candidate } from './candidates.repository.js';
import { ChangedMeanwhile, ComponentLock } from './component-lock.js';
import { clusters } from './components.js';
import { GenericValues } from './generic-values.js';
import { LinkWriter } from './link-writer.js';
import type { StoredLink } from './links.repository.js';
import { OversizedBlocks } from './oversized-blocks.js';
import type { LockedRecord } from './locked-record.js';
import { ResolutionRepository, type BatchRecord } from './resolution.repository.js';
import { scoreCandidates, type Link } from './score-candidates.js';
import { WriteTurn } from './write-turn.js';

/** What a batch found before anything was locked. */
interface Scored {
  readonly domain: Domain;
  /** The one model of the whole batch. */
  readonly model: ActiveModel;
  readonly batch: ReadonlyMap<number, BatchRecord>;
  /** Those of the batch whose content may have changed. */
  readonly changed: ReadonlySet<number>;
  readonly links: readonly Link[];
  /** The revision at which each linked record was scored. */
  readonly revisions: ReadonlyMap<number, number>;
}

/** By what records are partitioned, as it stands once they are locked. */
interface Standing {
  readonly links: readonly StoredLink[];
  readonly decisions: readonly PartitionDecision[];
  readonly at: Date;
}

/** Takes up those of the records that are pending, to be resolved in the same batch. */
export type JoinBatch = (recordIds: readonly number[]) => Promise<readonly BatchRecord[]>;

/** Resolves the records of one collection in an open transaction: candidates, score, lock, partition, write. */
@Injectable()
export class BatchResolver {
  constructor(
    private readonly repository: ResolutionRepository,
    private readonly candidates: CandidateFinder,
    private readonly blocks: OversizedBlocks,
    private readonly models: ActiveModels,
    private readonly lock: ComponentLock,
    private readonly decisions: StandingDecisions,
    private readonly links: LinkWriter,
    private readonly golden: GoldenWriter,
    private readonly turn: WriteTurn,
  ) {}

  /**
   * @param join is asked for what the batch was found to be linked with
   * @returns the new versions of golden records
   * @throws ChangedMeanwhile when the transaction must be started again
   */
  async resolve(
    tx: Transaction,
    domain: Domain,
    records: readonly BatchRecord[],
    join: JoinBatch,
  ): Promise<readonly GoldenVersion[]> {
    const scored = await this.score(tx, domain, records, join);
    await this.turn.take(tx);
    const batch = [...scored.batch.keys()];
    const byBest = (scored.model.thresholds.mutualBest ?? 0) > 0;
    const {
      locked,
      read: [active, standing],
    } = await this.lock.takeAndRead(
      tx,
      [...batch, ...scored.revisions.keys()],
      { changing: batch, byBest },
      (recordIds) => Promise.all([this.models.isActive(tx, domain, scored.model), this.standing(tx, recordIds)]),
    );
    for (const [id, revision] of scored.revisions)
      if (locked.get(id)?.revision !== revision) throw new ChangedMeanwhile('A scored record has changed.');
    if (!active) throw new ChangedMeanwhile('Another model was activated.');
    return this.write(tx, scored, { locked, standing });
  }

  /**
   * Partitions locked components anew, by their links as they are: what a decision has changed.
   *
   * @param locked what `ComponentLock.take` has locked
   * @returns the new versions of golden records
   */
  async repartition(
    tx: Transaction,
    domain: Domain,
    locked: ReadonlyMap<number, LockedRecord>,
  ): Promise<readonly GoldenVersion[]> {
    return this.recompute(tx, domain, locked, new Set());
  }

  /**
   * The same, and computes golden records anew though their records are the same: what rules or pins have changed.
   *
   * @param changed records whose golden records are to be computed
   */
  async recompute(
    tx: Transaction,
    domain: Domain,
    locked: ReadonlyMap<number, LockedRecord>,
    changed: ReadonlySet<number>,
  ): Promise<readonly GoldenVersion[]> {
    const model = await this.models.of(tx, domain);
    const nothing: Scored = { domain, model, batch: new Map(), changed, links: [], revisions: new Map() };
    return this.write(tx, nothing, { locked, standing: await this.standing(tx, [...locked.keys()]) });
  }

  private async score(
    tx: Transaction,
    domain: Domain,
    records: readonly BatchRecord[],
    join: JoinBatch,
  ): Promise<Scored> {
    const active = this.models.of(tx, domain);
    const batch = new Map<number, BatchRecord>();
    const changed = new Set<number>();
    const known = new Map<number, Candidate>();
    let links: readonly Link[] = [];
    for (let joining = records; joining.length > 0; joining = await join(partnersOf(links, batch))) {
      const joined = new Map(joining.map((record) => [record.id, record]));
      for (const record of joining) if (record.changed) changed.add(record.id);
      const live = new Map([...joined].filter(([, record]) => !record.deleted));
      for (const [id, record] of joined) {
        batch.set(id, record);
        known.delete(id);
      }
      await this.turn.giveWay(tx);
      const [model, found] = await Promise.all([active, this.candidates.ofRecords(tx, domain, live, known)]);
      const listed = await this.blocks.list(tx, domain, found, [...batch.values()]);
      await this.turn.giveWay(tx);
      for (const [id, record] of [...live, ...found.records]) known.set(id, record);
      const generic = new GenericValues(domain, new Set([...found.generic, ...listed]));
      links = [
        // Of those that join, the form that was scored may be an older one.
        ...links.filter(({ a, b }) => !joined.has(a) && !joined.has(b)),
        ...scoreCandidates(live, found.blocks, known, model, generic),
      ];
    }
    const revisions = new Map<number, number>();
    for (const id of [...batch.keys(), ...links.flatMap(({ a, b }) => [a, b])]) {
      const record = batch.get(id) ?? known.get(id);
      if (record) revisions.set(id, record.revision);
    }
    return { domain, model: await active, batch, changed, links, revisions };
  }

  private async standing(tx: Transaction, recordIds: readonly number[]): Promise<Standing> {
    const [at, decisions, links] = await Promise.all([
      this.repository.now(tx),
      this.decisions.of(tx, recordIds),
      this.links.touching(tx, recordIds),
    ]);
    return { links, decisions, at };
  }

  private async write(
    tx: Transaction,
    scored: Scored,
    { locked, standing: { links, decisions, at } }: { locked: ReadonlyMap<number, LockedRecord>; standing: Standing },
  ): Promise<readonly GoldenVersion[]> {
    const { domain, model, changed } = scored;
    const deleted = [...locked.values()].filter((record) => record.deleted);
    const live = new Map([...locked].filter(([, record]) => !record.deleted));
    const judged = await this.links.judged(tx, { ...scored, deleted }, links);
    const found = clusters(live, judged.links, decisions, model.thresholds);
    const [, versions] = await Promise.all([
      this.links.write(tx, domain, judged, found),
      this.golden.apply(tx, {
        domain,
        clusters: found,
        deleted: deleted.filter(({ goldenId }) => goldenId !== null),
        changed,
        at,
      }),
    ]);
    return versions;
  }
}

/** The records outside of the batch that a model links it with by itself. */
function partnersOf(links: readonly Link[], batch: ReadonlyMap<number, unknown>): number[] {
  const certain = links.filter(({ review }) => !review);
  return [...new Set(certain.flatMap(({ a, b }) => [a, b]))].filter((id) => !batch.has(id));
}
