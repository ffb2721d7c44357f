import { Injectable } from '@nestjs/common';
import type { Domain } from '../domain/domain.js';
import { GoldenWriter } from '../golden/golden.writer.js';
import { ActiveModels, type ActiveModel } from '../models/active-models.js';
import type { Transaction } from '../platform/database/database.js';
import type { Member } from '../survivorship/survive.js';
import { CandidateFinder } from './candidates.js';
import { clusters } from './components.js';
import { LinkWriter } from './link-writer.js';
import { OversizedBlocks } from './oversized-blocks.js';
import { ResolutionRepository, type BatchRecord, type LockedRecord } from './resolution.repository.js';
import { scoreCandidates, type Link } from './score-candidates.js';

/** A scored record or the model has changed before the records could be locked: the batch must be scored anew. */
export class ChangedMeanwhile extends Error {}

/** What a batch found before anything was locked. */
interface Scored {
  readonly domain: Domain;
  /** The one model of the whole batch. */
  readonly model: ActiveModel;
  readonly batch: ReadonlyMap<number, BatchRecord>;
  readonly links: readonly Link[];
  /** The revision at which each linked record was scored. */
  readonly revisions: ReadonlyMap<number, number>;
}

const mostAttempts = 10;

/** Resolves the records of one collection in an open transaction: candidates, score, lock, partition, write. */
@Injectable()
export class BatchResolver {
  constructor(
    private readonly repository: ResolutionRepository,
    private readonly candidates: CandidateFinder,
    private readonly blocks: OversizedBlocks,
    private readonly models: ActiveModels,
    private readonly links: LinkWriter,
    private readonly golden: GoldenWriter,
  ) {}

  /**
   * @returns how many golden records got a new version
   * @throws ChangedMeanwhile when the transaction must be started again
   */
  async resolve(tx: Transaction, domain: Domain, records: readonly BatchRecord[]): Promise<number> {
    const scored = await this.score(tx, domain, records);
    let scope = await this.repository.connected(tx, [...scored.batch.keys(), ...scored.revisions.keys()]);
    for (let attempt = 0; attempt < mostAttempts; attempt++) {
      let outgrown: number[] = [];
      const written = await tx.attempt(async () => {
        const locked = await this.lock(tx, scope, scored);
        outgrown = await this.outside(tx, locked);
        return outgrown.length > 0 ? undefined : this.write(tx, scored, locked);
      });
      if (written !== undefined) return written;
      scope = await this.repository.connected(tx, [...scope, ...outgrown]);
    }
    throw new ChangedMeanwhile('The component kept growing while it was being locked.');
  }

  private async score(tx: Transaction, domain: Domain, records: readonly BatchRecord[]): Promise<Scored> {
    const model = await this.models.of(tx, domain);
    const batch = new Map(records.map((record) => [record.id, record]));
    const live = new Map([...batch].filter(([, record]) => !record.deleted));
    const keys = new Set([...live.values()].flatMap(({ blockKeys }) => blockKeys));
    const found = await this.candidates.find(tx, domain, [...keys], batch);
    await this.blocks.list(
      domain,
      found.overflowing,
      [...live.values()].map(({ standard }) => standard),
    );
    const links = scoreCandidates(live, found.blocks, found.records, model);
    const revisions = new Map<number, number>();
    for (const id of [...batch.keys(), ...links.flatMap(({ a, b }) => [a, b])]) {
      const record = batch.get(id) ?? found.records.get(id);
      if (record) revisions.set(id, record.revision);
    }
    return { domain, model, batch, links, revisions };
  }

  private async lock(tx: Transaction, scope: readonly number[], scored: Scored): Promise<Map<number, LockedRecord>> {
    await this.repository.lock(tx, scope);
    const locked = new Map((await this.repository.locked(tx, scope)).map((record) => [record.id, record]));
    for (const [id, revision] of scored.revisions)
      if (locked.get(id)?.revision !== revision) throw new ChangedMeanwhile('A scored record has changed.');
    if (!(await this.models.isActive(tx, scored.domain, scored.model)))
      throw new ChangedMeanwhile('Another model was activated.');
    return locked;
  }

  /** Records that belong to what is locked and are not locked: another worker has joined them meanwhile. */
  private async outside(tx: Transaction, locked: ReadonlyMap<number, LockedRecord>): Promise<number[]> {
    const goldenIds = new Set([...locked.values()].flatMap(({ goldenId }) => goldenId ?? []));
    const [connected, siblings] = [
      await this.repository.connected(tx, [...locked.keys()]),
      await this.repository.siblings(tx, [...goldenIds]),
    ];
    return [...connected, ...siblings].filter((id) => !locked.has(id));
  }

  private async write(tx: Transaction, scored: Scored, locked: ReadonlyMap<number, LockedRecord>): Promise<number> {
    const { domain, model, batch } = scored;
    const deleted = [...locked.values()].filter((record) => record.deleted);
    const live = new Map([...locked].filter(([, record]) => !record.deleted));
    const links = await this.links.replace(tx, domain, { ...scored, locked, deleted });
    return this.golden.apply(tx, {
      domain,
      clusters: clusters(live, links, model.thresholds),
      deleted: deleted.filter(({ goldenId }) => goldenId !== null),
      changed: new Set(batch.keys()),
      members: (recordIds) => this.members(tx, recordIds),
      at: await this.repository.now(tx),
    });
  }

  private async members(tx: Transaction, recordIds: readonly number[]): Promise<Map<number, Member>> {
    const rows = await this.repository.members(tx, recordIds);
    return new Map(
      rows.map(({ id, observedAt, flags, ...row }) => [
        id,
        {
          ...row,
          observedAt: observedAt.toISOString(),
          flagged: (flags ?? []).map(({ path }) => path.split('.')[0] ?? path),
        },
      ]),
    );
  }
}
